import { createHash } from 'node:crypto';
import { Unzip, UnzipInflate } from 'fflate';
import type { CellValue, Sheet } from 'hucre';
import { readXlsx as readWorkbook } from 'hucre/xlsx';
import type { TableKind } from '#core/scorecard/files/file-kinds.ts';
import { isHead, startTable, type TableOptions } from '#core/scorecard/files/read-table.ts';
import { nowhere } from '#core/scorecard/files/row-problem.ts';
import type { HashedTable, ReadingNeeds } from './read-csv.ts';

const megabyte = 1_000_000;
const largestWorkbook = 20 * megabyte;
/** A zip may say little and hold much. */
const mostInflated = 64 * megabyte;

/** Reads the first sheet that has the heads. Days may be written as text, as dates or as serial numbers. */
export async function readXlsx<Kind extends TableKind>(
  kind: Kind,
  bytes: Uint8Array,
  { options }: ReadingNeeds,
): Promise<HashedTable<Kind>> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const refuse = (message: string) => ({
    table: { ...startTable(kind, options).finish(), fault: { ...nowhere, message } },
    sha256,
  });
  const much = tellTooMuch(bytes);
  if (much !== null) return refuse(much);
  try {
    const { sheets, dateSystem = '1900' } = await readWorkbook(bytes, {
      sheets: ({ hidden, veryHidden }) => !(hidden || veryHidden),
    });
    const sheet = findSheet(kind, sheets, options);
    if (!sheet) return refuse('the workbook has no sheet that is shown');
    const table = startTable(kind, { ...options, serials: dateSystem });
    for (const [at, row] of sheet.rows.entries()) table.take(row.map(textOf), at + 1);
    for (const { startRow, endRow, startCol, endCol } of sheet.merges ?? [])
      if (endRow > startRow || endCol > startCol) table.noteMerged(startRow + 1, endRow + 1);
    return { table: table.finish(), sha256 };
  } catch {
    return refuse(
      'the workbook cannot be read; open it in a spreadsheet program and save it again, or save it as CSV in UTF-8',
    );
  }
}

/** Counted before anything is read: a workbook of kilobytes can hold gigabytes, and two cells far apart a billion empty ones. */
function tellTooMuch(bytes: Uint8Array): string | null {
  if (bytes.length > largestWorkbook)
    return `the workbook has ${Math.ceil(bytes.length / megabyte)} MB; up to ${largestWorkbook / megabyte} MB are read. Save it as CSV in UTF-8, which may be longer`;
  let inflated = 0;
  let isTooMuch = false;
  const unzip = new Unzip((entry) => {
    entry.ondata = (problem, chunk) => {
      inflated += problem ? 0 : chunk.length;
      isTooMuch ||= inflated > mostInflated;
      if (isTooMuch) entry.terminate();
    };
    if (!isTooMuch) entry.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length && !isTooMuch; at += 65_536)
      unzip.push(bytes.subarray(at, at + 65_536), at + 65_536 >= bytes.length);
  } catch {
    return null; // no zip: the reader of workbooks says so
  }
  return isTooMuch
    ? `the workbook holds more than ${mostInflated / megabyte} MB unpacked; save it as CSV in UTF-8`
    : null;
}

function findSheet(kind: TableKind, sheets: readonly Sheet[], options: TableOptions): Sheet | undefined {
  const withHeads = sheets.find(({ rows }) => rows.slice(0, 20).some((row) => isHead(kind, row.map(textOf), options)));
  return withHeads ?? sheets[0];
}

/** A cell as somebody would type it; what a formula gave last stands for it. */
function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (!(value instanceof Date)) return String(value);
  const iso = value.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19);
}
