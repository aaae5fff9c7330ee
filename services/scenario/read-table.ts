import papaparse from 'papaparse';
import { type AttachmentContent, attachmentLimits, isFigure } from '#core/scenario/attachment-content.ts';

export type Table = Extract<AttachmentContent, { is: 'table' }>;
type ReadTable = { readonly table: Table } | { readonly problem: string };

/** The one reading of CSV: comma, semicolon, tab or bar, whichever its rows have in common; its first row is the head. */
export function readTable(text: string): ReadTable {
  const { data, errors } = papaparse.parse<readonly string[]>(text, { skipEmptyLines: 'greedy' });
  const fault = errors.find(({ type }) => type === 'Quotes');
  if (fault) {
    const where = fault.row === undefined ? '' : `row ${fault.row + 1}: `;
    return { problem: `${where}a quotation mark stands alone; close it, or write it twice` };
  }
  const columns = Math.max(0, ...data.map((row) => row.length));
  if (columns === 0) return { problem: 'it holds nothing' };
  const { rows: mostRows, columns: mostColumns } = attachmentLimits;
  const cells = data.slice(0, mostRows + 1).map((row) => fill(row, Math.min(columns, mostColumns)));
  const [head = [], ...rows] = cells;
  const figures = head.map((_, column) => isColumnOfFigures(rows.map((row) => row[column] ?? '')));
  return { table: { is: 'table', head, rows, figures, of: { rows: data.length - 1, columns } } };
}

/** For what only wants a table: null where the text is none. */
export function tableIn(text: string): Table | null {
  const read = readTable(text);
  return 'table' in read ? read.table : null;
}

function fill(row: readonly string[], columns: number): readonly string[] {
  return Array.from({ length: columns }, (_, column) => (row[column] ?? '').trim());
}

const isColumnOfFigures = (cells: readonly string[]) => {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 0 && filled.every(isFigure);
};
