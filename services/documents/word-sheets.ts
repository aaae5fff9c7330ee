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
import { type Form, type Mono, measure, type Said } from '#core/report/document.ts';
import { cleanText } from './clean-text.ts';
import { font, ink } from './sheet.ts';
import { space } from './word-styles.ts';
import { paragraphOf, runsOf } from './word-text.ts';

const bar = (side: 'top' | 'bottom', size: number) => ({
  [side]: { style: BorderStyle.SINGLE, size, color: ink.text, space: 3 },
});
const toTheRight = [{ type: 'right', position: measure } as const];

/** What an artefact is, at its head and its foot. */
export function layOutBand(words: string, aside: string): Paragraph {
  return new Paragraph({
    style: 'Band',
    tabStops: toTheRight,
    border: bar('top', 18),
    children: [...runsOf(words), new TextRun({ text: `\t${cleanText(aside)}`, bold: true })],
  });
}

const twipsForAPoint = 20;
const widthOfALetter = 0.6; // of the size, in every fixed-width face
/** In half-points. */
const largest = { onSheet: 22, inText: 16 } as const;
const smallest = 12;

/** As its author lined it up: the size gives way, so that a long line is not broken. */
export function layOutMono({ lines, isLarge = false }: Mono): readonly Paragraph[] {
  const longest = Math.max(...lines.map((line) => line.length), 1);
  const fitting = Math.floor((measure / twipsForAPoint / (longest * widthOfALetter)) * 2);
  const size = Math.max(smallest, Math.min(isLarge ? largest.onSheet : largest.inText, fitting));
  return lines.map(
    (line, at) =>
      new Paragraph({
        style: 'Mono',
        spacing: space(at === 0 ? 120 : 0, isLarge ? 288 : 245),
        keepLines: true,
        keepNext: at < lines.length - 1,
        children: runsOf(line, { font: font.code, size }),
      }),
  );
}

export function layOutSaid({ when, who, lines }: Said): readonly Paragraph[] {
  const head = [
    ...(when === null ? [] : [new TextRun({ text: `${cleanText(when)}  `, color: ink.quiet })]),
    ...(who === null ? [] : runsOf([{ bold: who }])),
  ];
  return [
    ...(head.length === 0 ? [] : [new Paragraph({ style: 'Speaker', children: head })]),
    paragraphOf('Said', lines.join('\n'), head.length === 0 ? { spacing: space(200, 300) } : {}),
  ];
}

const nameWidth = 1680;
const line = { style: BorderStyle.SINGLE, size: 6, color: ink.quiet };
const boxed = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };
const padding = { top: 40, bottom: 40, left: 120, right: 120 };

/** Ruled all round, to be filled in by hand; it stays on one page. */
export function layOutForm({ rows, staysWithNext = false }: Form): Table {
  return new Table({
    columnWidths: [nameWidth, measure - nameWidth],
    layout: TableLayoutType.FIXED,
    width: { size: measure, type: WidthType.DXA },
    borders: boxed,
    margins: padding,
    rows: rows.map(({ name, words = '', height = 0 }, at) => {
      const more = staysWithNext || at < rows.length - 1 ? { keepNext: true } : {};
      return new TableRow({
        cantSplit: true,
        height: { value: height, rule: HeightRule.ATLEAST },
        children: [
          new TableCell({ children: [paragraphOf('TableHead', name, more)] }),
          new TableCell({ children: [paragraphOf('TableText', words, more)] }),
        ],
      });
    }),
  });
}
