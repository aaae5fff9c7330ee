import { Temporal } from 'temporal-polyfill';
import { remember } from '../../remember.ts';
import { listChoices } from '../../report/term-words.ts';
import type { Column } from './column.ts';

export type CellValue = string | number | boolean | null;
/** How the days of a column are written where that is not `2026-10-31`: said by a person, never guessed. */
export type DateOrder = 'day_first' | 'month_first';
export type CellReader = (cell: string) => CellValue | CellFault;

/** What is wrong with a cell, to stand after its column's name. */
export class CellFault {
  readonly why: string;
  constructor(why: string) {
    this.why = why;
  }
}

/** As much as a cell of a spreadsheet holds. */
const longestCell = 32_767;
const isoDay = /^\d{4}-\d{2}-\d{2}$/;
const isoMoment = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/;
const zoned = /(?:[zZ]|[+-]\d{2}(?::?\d{2})?)$/;
const truth: Readonly<Record<string, boolean>> = { true: true, yes: true, 1: true, false: false, no: false, 0: false };

export type ReadingOptions = {
  /** IANA: where a date-time without an offset counts. */
  readonly zone: string;
  readonly decimalComma: boolean;
  readonly serials: '1900' | '1904' | null;
  readonly order: DateOrder | null;
};

/** A longer text that was cut out of a piece of a file keeps all of that piece in memory. */
const longestAlone = 12;

/** One reader for each column. What repeats in a file is remembered once it was read; what `isUnique` never does, and a short text costs less. */
export function readerFor(column: Column, options: ReadingOptions, isUnique = false): CellReader {
  const read = plainReader(column, options);
  const isRequired = column.required === true;
  const readTrimmed: CellReader = (cell) => {
    const typed = cell.trim();
    if (typed === '') return isRequired ? new CellFault('is empty and may not be') : null;
    if (typed.length > longestCell)
      return new CellFault(`holds ${typed.length} characters; at most ${longestCell} are read`);
    return read(typed);
  };
  if (isUnique) return readTrimmed;
  const known = remember(readTrimmed);
  return column.is === 'text' ? (cell) => (cell.length > longestAlone ? known(cell) : readTrimmed(cell)) : known;
}

function plainReader(column: Column, options: ReadingOptions): CellReader {
  switch (column.is) {
    case 'text':
      return (typed) => typed;
    case 'boolean':
      return (typed) =>
        truth[typed.toLowerCase()] ?? new CellFault(`holds ${quote(typed)}; yes, no, true, false, 1 or 0 is read`);
    case 'count':
      return readCount;
    case 'number':
      return (typed) => readNumber(typed, options.decimalComma);
    case 'enum':
      return enumReader(column.of);
    case 'day':
      return (typed) => readDay(typed, options);
    case 'moment':
      return (typed) => readMoment(typed, options);
  }
}

function enumReader(words: readonly string[]): CellReader {
  const known = new Map(words.map((word) => [word.toLowerCase(), word]));
  return (typed) =>
    known.get(typed) ??
    known.get(typed.toLowerCase().replace(/[\s-]+/g, '_')) ??
    new CellFault(`holds ${quote(typed)}; ${listChoices(words)} is read`);
}

function readCount(typed: string): CellValue | CellFault {
  return /^\d{1,9}$/.test(typed)
    ? Number(typed)
    : new CellFault(`holds ${quote(typed)}; a whole number such as 0 or 2 is read`);
}

function readNumber(typed: string, decimalComma: boolean): CellValue | CellFault {
  const plain = decimalComma ? typed.replace(',', '.') : typed;
  if (/^[+-]?\d{1,15}(?:\.\d{1,15})?$/.test(plain)) return Number(plain);
  return new CellFault(`holds ${quote(typed)}; a number such as ${decimalComma ? '7,5' : '7.5'} is read`);
}

function readDay(typed: string, { zone, order, serials }: ReadingOptions): CellValue | CellFault {
  if (serials !== null && serial.test(typed)) return fromSerial(typed, serials).toPlainDate().toString();
  if (isoDay.test(typed)) return realDay(typed, typed);
  if (isoMoment.test(typed)) {
    const at = instantOf(typed, zone);
    return at instanceof CellFault ? at : at.toZonedDateTimeISO(zone).toPlainDate().toString();
  }
  return readOrdered(typed, order);
}

function readMoment(typed: string, { zone, order, serials }: ReadingOptions): CellValue | CellFault {
  if (serials !== null && serial.test(typed)) return fromSerial(typed, serials).toZonedDateTime(zone).epochMilliseconds;
  if (isoMoment.test(typed)) {
    const at = instantOf(typed, zone);
    return at instanceof CellFault ? at : at.epochMilliseconds;
  }
  const on = isoDay.test(typed) ? realDay(typed, typed) : readOrdered(typed, order);
  return typeof on === 'string' ? startOfDay(on, zone) : on;
}

/** The first moment of a day, which is not midnight everywhere. */
export function startOfDay(on: string, zone: string): number {
  return Temporal.PlainDate.from(on).toZonedDateTime(zone).epochMilliseconds;
}

function instantOf(typed: string, zone: string): Temporal.Instant | CellFault {
  const iso = typed.replace(' ', 'T').replace(/\s+(?=[zZ+-])/, '');
  try {
    return zoned.test(iso)
      ? Temporal.Instant.from(iso.replace(/([+-]\d{2})$/, '$1:00'))
      : Temporal.PlainDateTime.from(iso).toZonedDateTime(zone).toInstant();
  } catch {
    return new CellFault(`holds ${quote(typed)}, which is no date and time there is`);
  }
}

function realDay(on: string, typed: string): CellValue | CellFault {
  try {
    return Temporal.PlainDate.from(on).toString();
  } catch {
    return new CellFault(`holds ${quote(typed)}, a day there is not`);
  }
}

/** Days since 1927 or so: what is smaller is a number of something else. */
const serial = /^\d{5}(?:\.\d+)?$/;

/** To the second: a spreadsheet keeps a time as a fraction of a day. */
function fromSerial(typed: string, from: '1900' | '1904'): Temporal.PlainDateTime {
  const seconds = Math.round(Number(typed) * 86_400);
  return Temporal.PlainDateTime.from(from === '1904' ? '1904-01-01' : '1899-12-30').add({ seconds });
}

const ordered = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/;

function readOrdered(typed: string, order: DateOrder | null): CellValue | CellFault {
  const parts = ordered.exec(typed);
  if (!(parts && order)) return new CellFault(`holds ${quote(typed)}; a day such as 2026-10-31 is read`);
  const [, first = '', second = '', year] = parts;
  const [month, on] = order === 'day_first' ? [second, first] : [first, second];
  return realDay(`${year}-${month.padStart(2, '0')}-${on.padStart(2, '0')}`, typed);
}

/** Whether day or month stands first in `30/10/2026`: there is no thirtieth month. null: it could be either, or it is no such day. */
export function orderOf(typed: string): DateOrder | null {
  const [, first = '', second = ''] = ordered.exec(typed) ?? [];
  const [a, b] = [Number(first), Number(second)];
  if (a > 12 && a <= 31 && b >= 1 && b <= 12) return 'day_first';
  return b > 12 && b <= 31 && a >= 1 && a <= 12 ? 'month_first' : null;
}

/** The style of a cell that is no ISO day: `05.10.2026`, `10/05/2026`, `5 Oct 2026`, or a serial number. */
export function styleOf(typed: string): string | null {
  const [, separator] = /^\d{1,2}([./-])\d{1,2}\1\d{4}/.exec(typed) ?? [];
  if (separator) return ['NN', 'NN', 'YYYY'].join(separator);
  if (serial.test(typed)) return 'serial number';
  if (/[a-z]{3}/i.test(typed) && /\d/.test(typed)) return 'month in letters';
  return null;
}

export function quote(typed: string): string {
  return `“${typed.length > 40 ? `${typed.slice(0, 40)}…` : typed}”`;
}
