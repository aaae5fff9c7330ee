import {
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { type Card, type Cell, measure, type StripItem, type Table as TableBlock } from '#core/report/document.ts';
import { ink, ratingInk } from './sheet.ts';
import { paragraphsOf, shaded } from './word-text.ts';

const tableStyles = { plain: 'MusterTable', tight: 'MusterTight', roomy: 'MusterRoomy', dense: 'MusterDense' } as const;

/**
 * The rule between two rows is the upper edge of the lower one. As an inner border of the table LibreOffice adds it to the last row of a
 * page: where that row fits by less than the rule is thick, it leaves out all rows that follow.
 */
const ruleAbove = { borders: { top: { style: BorderStyle.SINGLE, size: 4, color: ink.rule } } };

/** The header row repeats and stays with the first; a row never splits; the last two stay together. */
export function layOutTable({ columns, rows, look = 'plain', rowHeight = 0, ...stays }: TableBlock): Table {
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ head: words }) => cellOf(words, 'TableHead', { keepNext: true })),
  });
  const textStyle = look === 'dense' ? 'TableSmall' : 'TableText';
  const body = rows.map((row, at) => {
    const more = isHeld(at, rows.length, stays) ? { keepNext: true } : {};
    const height = rowHeight > 0 ? { height: { value: rowHeight, rule: HeightRule.ATLEAST } } : {};
    return new TableRow({
      cantSplit: true,
      ...height,
      children: row.map((cell) => cellOf(cell, textStyle, more, ruleAbove)),
    });
  });
  return tableOf(
    tableStyles[look],
    columns.map(({ width }) => width),
    [head, ...body],
    true,
  );
}

/** The styles of a card's names and of its words. */
export const cardStyles = {
  large: ['SheetName', 'SheetFact'],
  normal: ['TableHead', 'TableText'],
  small: ['TableHead', 'TableSmall'],
} as const;

/** Whether a row stays with what follows it: a single row begins no page, and neither does a note below a table. */
export function isHeld(at: number, count: number, stays: Pick<TableBlock, 'staysWhole' | 'staysWithNext'>): boolean {
  if (at === count - 1) return stays.staysWithNext ?? false;
  return (stays.staysWhole ?? false) || at === count - 2;
}

export function layOutCard({ rows, staysWithNext = false, size }: Card): Table {
  const [names, words] = cardStyles[size ?? 'normal'];
  const body = rows.map(([name, cell], at) => {
    const more = staysWithNext || at < rows.length - 1 ? { keepNext: true } : {};
    return new TableRow({
      cantSplit: true,
      children: [name, cell].map((own, column) =>
        cellOf(own, column === 0 ? names : words, more, at > 0 ? ruleAbove : {}),
      ),
    });
  });
  return tableOf('MusterCard', [1560, 7800], body, false);
}

export function layOutStrip(items: readonly StripItem[]): Table {
  const width = Math.floor(measure / Math.max(items.length, 1) / 60) * 60;
  const widths = items.map((_, at) => (at === items.length - 1 ? measure - width * (items.length - 1) : width));
  const row = (children: TableCell[], tableHeader = false) => new TableRow({ cantSplit: true, tableHeader, children });
  return tableOf(
    'MusterTable',
    widths,
    [
      row(
        items.map(({ name }) => cellOf(name, 'TableHead', { keepNext: true })),
        true,
      ),
      row(items.map(chipOf)),
      row(items.map(({ evidence }) => cellOf(evidence, 'TableSmall', {}, ruleAbove))),
    ],
    true,
  );
}

function chipOf({ rating, words }: StripItem): TableCell {
  const colours = rating ? ratingInk[rating] : { fill: ink.wash, ink: ink.quiet };
  const run = (text: string) => [new TextRun({ text, color: colours.ink })];
  return new TableCell({
    shading: shaded(colours.fill),
    borders: { ...ruleAbove.borders, right: { style: BorderStyle.SINGLE, size: 36, color: 'FFFFFF' } },
    children: [
      new Paragraph({ style: 'Chip', children: run(rating ?? '–') }),
      new Paragraph({ style: 'TableSmall', indent: { left: 100 }, keepNext: true, children: run(words) }),
    ],
  });
}

export function cellOf(cell: Cell, style: string, more: object = {}, edges: object = {}): TableCell {
  return new TableCell({ ...edges, children: paragraphsOf(cell, style, more) });
}

export function tableOf(style: string, columnWidths: number[], rows: TableRow[], hasHead: boolean): Table {
  return new Table({
    style,
    columnWidths,
    layout: TableLayoutType.FIXED,
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    tableLook: { firstRow: hasHead, noHBand: true, noVBand: true },
    rows,
  });
}
