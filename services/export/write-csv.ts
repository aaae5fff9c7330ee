import papaparse from 'papaparse';

/** What spreadsheets take for the start of a formula, in its full-width forms too. Source: spec.md C.7. */
const formulaStart = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const signedNumber = /^[+-]\d+(?:[.,]\d+)*$/;

/** RFC 4180 with CRLF, for every CSV file there is. */
export function writeCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, ...rows].map((row) => row.map(neutralise));
  return `${papaparse.unparse(lines, { newline: '\r\n' })}\r\n`;
}

/** A cell that a spreadsheet would run as a formula gets a leading apostrophe; numbers are left alone, and no date begins like a formula. */
function neutralise(cell: string): string {
  return formulaStart.test(cell) && !signedNumber.test(cell) ? `'${cell}` : cell;
}
