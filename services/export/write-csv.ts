import papaparse from 'papaparse';

const formulaStart = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
const numberOrDate = /^[+-]?\d[\d.,:T+Z-]*$/;

/** RFC 4180. A cell that a spreadsheet would run as a formula gets a leading apostrophe; numbers and dates are left alone. */
export function writeCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${papaparse.unparse({ fields: [...header], data: rows.map((row) => row.map(neutralise)) }, { newline: '\r\n' })}\r\n`;
}

export function neutralise(cell: string): string {
  return formulaStart.test(cell) && !numberOrDate.test(cell) ? `'${cell}` : cell;
}
