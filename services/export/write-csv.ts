import papaparse from 'papaparse';

/** What spreadsheets take for the start of a formula, in its full-width forms too. Source: spec.md C.7. */
const formulaStart = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const signedNumber = /^[+-]\d+(?:[.,]\d+)*$/;

const rowsAtOnce = 1_000;

/** RFC 4180 with CRLF, for every CSV file there is. */
export function writeCsv(header: readonly string[], rows: Iterable<readonly string[]>): string {
  return [...writePieces(header, rows)].join('');
}

/** The same as bytes, of as many rows as there are: they are held once, and not as text. */
export function writeLongCsv(header: readonly string[], rows: Iterable<readonly string[]>): Uint8Array {
  const pieces: Buffer[] = [];
  for (const piece of writePieces(header, rows)) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

function* writePieces(header: readonly string[], rows: Iterable<readonly string[]>): Generator<string> {
  let lines = [header.map(neutralise)];
  for (const row of rows) {
    lines.push(row.map(neutralise));
    if (lines.length < rowsAtOnce) continue;
    yield `${papaparse.unparse(lines, { newline: '\r\n' })}\r\n`;
    lines = [];
  }
  if (lines.length > 0) yield `${papaparse.unparse(lines, { newline: '\r\n' })}\r\n`;
}

/** A cell that a spreadsheet would run as a formula gets a leading apostrophe; numbers are left alone, and no date begins like a formula. */
function neutralise(cell: string): string {
  return formulaStart.test(cell) && !signedNumber.test(cell) ? `'${cell}` : cell;
}
