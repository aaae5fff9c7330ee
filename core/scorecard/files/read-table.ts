import type { Columns } from './column.ts';
import { columnsOf, decidingColumns, keyOf, type TableKind } from './file-kinds.ts';
import { quote, readerFor } from './read-cell.ts';
import { type Header, type HowRead, looksLikeHeader, type Recall, readHeader } from './read-header.ts';
import { type Field, type ReadRows, startRows } from './read-rows.ts';
import { nowhere, type RowProblem } from './row-problem.ts';

export type TableOptions = {
  readonly zone: string;
  readonly decimalComma?: boolean;
  /** Of a workbook, where a day may be a serial number: what it counts from. */
  readonly serials?: '1900' | '1904';
  readonly mapping?: HowRead['mapping'];
  readonly orders?: HowRead['orders'];
  /** Asked of each row that may be the head; what it gives counts before `mapping` and `orders`. */
  readonly recall?: Recall;
};

export type ReadTable<Kind extends TableKind> = ReadRows<Kind> & {
  readonly kind: Kind;
  /** Of the file: with one of them no row is read. */
  readonly fault: RowProblem | null;
  /** Heads of the file as they stand there, and those that nobody reads. */
  readonly heads: readonly string[];
  readonly extra: readonly string[];
  /** Of the warnings, those of columns that decide figures and are not there. */
  readonly absent: readonly RowProblem[];
  /** What was remembered of a file with these heads, and it was read so. */
  readonly recalled: HowRead | null;
};

export type TableReader<Kind extends TableKind> = {
  take(cells: readonly string[], line: number): void;
  /** Cells of these lines are one: only the first of them holds the value. */
  noteMerged(first: number, last: number): void;
  finish(): ReadTable<Kind>;
};

/** A title, a date and an empty line above the head are common; a table without a head is not searched to its end. */
const deepestHeader = 20;

/** Whether a row is the head of such a file, by its usual names, those it was told, or those of a file before it. */
export function isHead(kind: TableKind, cells: readonly string[], { mapping = {}, recall }: TableOptions): boolean {
  return looksLikeHeader(kind, cells, mapping) || (recall?.(cells) ?? null) !== null;
}

/** Reads a table row by row, holding no more of it than the rows it gives. */
export function startTable<Kind extends TableKind>(kind: Kind, options: TableOptions): TableReader<Kind> {
  let header: Header | null = null;
  let recalled: HowRead | null = null;
  let heads: readonly string[] = [];
  let rows = startRows(kind, [], 0);
  let fault: RowProblem | null = null;
  let [above, headLine] = [0, 0];

  function takeHead(cells: readonly string[], line: number): void {
    above += 1;
    if (above === 1) heads = cells.map((head) => head.trim());
    recalled = options.recall?.(cells) ?? null;
    if (!isHead(kind, cells, options)) {
      if (above === deepestHeader) fault = { ...nowhere, message: tellNoHeader(kind, heads) };
      return;
    }
    const { mapping = {}, orders = {} } = recalled ?? options;
    header = readHeader(kind, cells, mapping);
    headLine = line;
    heads = cells.map((head) => head.trim());
    rows = startRows(kind, fieldsOf(kind, header, { ...options, orders }), cells.length);
    const [why] = header.faults;
    if (why !== undefined) fault = { ...nowhere, line, message: tellHeader(why, heads) };
  }

  return {
    take: (cells, line) => {
      if (fault !== null || cells.every((cell) => cell.trim() === '')) return;
      if (header === null) takeHead(cells, line);
      else rows.take(cells, line);
    },
    noteMerged: (first, last) => {
      const lines = first === last ? `line ${last}` : `lines ${first} to ${last}`;
      if (header !== null && last > headLine)
        rows.warn(last, `cells of ${lines} are merged: the first of them holds the value, the others count as empty`);
    },
    finish: () => {
      const whole = rows.finish();
      const absent = header === null ? [] : tellAbsent(kind, header, headLine);
      const none = header === null ? tellNoHeader(kind, heads) : tellNoneLeft(whole);
      return {
        ...whole,
        absent,
        warnings: [...absent, ...whole.warnings],
        kind,
        fault: fault ?? (none === null ? null : { ...nowhere, message: none }),
        heads,
        extra: header?.extra ?? [],
        recalled,
      };
    },
  };
}

function fieldsOf(kind: TableKind, { places }: Header, options: TableOptions): readonly Field[] {
  const { zone, decimalComma = false, serials = null, orders = {} } = options;
  const columns: Columns = columnsOf[kind];
  return Object.entries(columns).map(([name, column]) => ({
    name,
    at: places.get(name) ?? -1,
    read: readerFor(column, { zone, decimalComma, serials, order: orders[name] ?? null }, name === keyOf[kind]),
    isMoment: column.is === 'moment' && serials === null,
    empty: 0,
  }));
}

/** Without one row that counts, a file would say that there was nothing: it says that nobody knows. */
function tellNoneLeft({ read, rejected, problems }: ReadRows<TableKind>): string | null {
  if (read === 0 || rejected < read) return null;
  const first = problems.find(({ line }) => line > nowhere.line);
  const ofColumns = problems.filter(({ line }) => line === nowhere.line).map(({ message }) => message);
  const told = first ? [`the first: line ${first.line}, ${first.message}`, ...ofColumns] : ofColumns;
  return [`none of its ${read} rows can be counted`, ...told].join('; ');
}

/** A column that is not there is no error, and changes figures all the same. */
function tellAbsent(kind: TableKind, { places }: Header, line: number): readonly RowProblem[] {
  return decidingColumns[kind]
    .filter((name) => !places.has(name))
    .map((name) => ({
      ...{ line, column: null, name },
      message: `there is no column ${name}, so it is unknown in every row, and the figures are counted without it`,
    }));
}

function tellHeader(why: string, heads: readonly string[]): string {
  const found = heads.slice(0, 30).map(quote).join(', ');
  const one = heads.length === 1 ? ' One column only: commas, semicolons or tabs part columns.' : '';
  return `${why}. Heads found: ${found}.${one} Name the columns as the template does, or map them`;
}

function tellNoHeader(kind: TableKind, heads: readonly string[]): string {
  if (heads.length === 0)
    return 'the file is empty; a template has the heads, and no row below them means there were none';
  return tellHeader(`no row holds the heads of ${kind}`, heads);
}
