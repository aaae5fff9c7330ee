import {
  BorderStyle,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { type Block, measure, type ReportDocument, wideMeasure } from '#core/report/document.ts';
import type { PaperSize } from '#core/scenario/vocabulary.ts';
import { cleanText } from './clean-text.ts';
import { fitColumns } from './fit-columns.ts';
import { numberPages } from './number-pages.ts';
import { settle } from './settle-zip.ts';
import { ink, page, papers, tlpInk } from './sheet.ts';
import { layOut, sectionStarts } from './word-blocks.ts';
import { numberingFrom, styles } from './word-styles.ts';
import { tableStyles } from './word-table-styles.ts';
import { shaded } from './word-text.ts';
import { trackingOf } from './word-tracked.ts';

/** A Word document's bytes; the same document gives the same bytes on any day and machine. */
export async function writeWord(report: ReportDocument, paper: PaperSize = 'a4'): Promise<Uint8Array> {
  const { id, version, tlp } = report;
  const blocks = holdNotes(fitColumns(report.blocks));
  const document = new Document({
    title: cleanText(report.title),
    subject: cleanText(report.subject),
    keywords: cleanText(report.keywords),
    creator: 'Muster',
    lastModifiedBy: 'Muster',
    description: `${id}, ${version}, ${tlp}`,
    customProperties: [
      { name: 'Document id', value: id },
      { name: 'Version', value: version },
      { name: 'TLP', value: tlp },
    ],
    externalStyles: tableStyles,
    numbering: numberingFrom([...new Set(sectionStarts(blocks).values())]),
    styles,
    ...trackingOf(blocks),
    ...numberPages(blocks, papers[paper].height),
    sections: await Promise.all(
      splitIntoSheets(blocks).map(async (own) => ({
        ...frameOf(report, own[0], paper),
        children: [...(await layOut(own))],
      })),
    ),
  });
  return settle(await Packer.toBuffer(document), report.settledAt);
}

/** What is said of a table below it stands on its page. */
function holdNotes(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, at) =>
    block.is === 'table' && blocks[at + 1]?.is === 'note' ? { ...block, staysWithNext: true } : block,
  );
}

/** A sheet has a head and a foot of its own, so it is a section of the document. */
function splitIntoSheets(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const starts = blocks.flatMap(({ is }, at) => (is === 'sheet' || at === 0 ? [at] : []));
  return starts.map((start, at) => blocks.slice(start, starts[at + 1]));
}

function frameOf(report: ReportDocument, first: Block | undefined, paper: PaperSize) {
  const { tlp: own, isLandscape = false } = report;
  const isSheet = first?.is === 'sheet';
  const tlp = isSheet ? first.tlp : own;
  const { width, height } = papers[paper];
  const side = isLandscape ? (height - wideMeasure) / 2 : (width - measure) / 2;
  const { top, bottom, header, footer } = page;
  const orientation = isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const line = isLandscape ? { tabStops: wideTab } : {};
  const foot = isSheet ? sheetFootOf(first.mark, tlp) : footOf(report, line);
  return {
    properties: {
      page: { size: { width, height, orientation }, margin: { left: side, right: side, top, bottom, header, footer } },
    },
    headers: { default: new Header({ children: [headOf(report, tlp, line)] }) },
    footers: { default: new Footer({ children: [foot] }) },
  };
}

/** LibreOffice rounds: at the very edge of an A4 page on its side a mark would lose its own. */
const slack = 20;

/** The mark at the right of a page that lies on its side. */
const wideTab = [
  { type: TabStopType.CLEAR, position: measure },
  { type: TabStopType.RIGHT, position: wideMeasure - slack },
];

const ofExercises = 'EXERCISE – not a real incident';

function headOf({ isDraft, head = ofExercises }: ReportDocument, tlp: ReportDocument['tlp'], line: object): Paragraph {
  const draft = new TextRun({
    text: '\u00A0DRAFT\u00A0',
    bold: true,
    color: ink.alert,
    border: { style: BorderStyle.SINGLE, size: 8, color: ink.alert },
  });
  const children = [
    new TextRun({ text: cleanText(head), bold: true }),
    ...(isDraft ? [new TextRun('   '), draft] : []),
    new TextRun({ children: [new Tab()] }),
    markOf(tlp),
  ];
  return new Paragraph({ style: 'PageHead', ...line, children });
}

function footOf({ id, version, tlp }: ReportDocument, line: object): Paragraph {
  const children = [
    new TextRun(`${id} · ${version} · page `),
    new TextRun({ children: [PageNumber.CURRENT] }),
    new TextRun(' of '),
    new TextRun({ children: [PageNumber.TOTAL_PAGES] }),
    new TextRun({ children: [new Tab()] }),
    markOf(tlp),
  ];
  return new Paragraph({ style: 'PageFoot', ...line, children });
}

function sheetFootOf(mark: string, tlp: ReportDocument['tlp']): Paragraph {
  const children = [
    new TextRun({ text: cleanText(mark), bold: true, size: 24, color: ink.text }),
    new TextRun({ children: [new Tab()] }),
    markOf(tlp),
  ];
  return new Paragraph({ style: 'PageFoot', children });
}

/** Right-aligned, 12 pt, bold on black. Source: TLP 2.0, spec.md C.4. */
function markOf(tlp: ReportDocument['tlp']): TextRun {
  return new TextRun({
    text: `\u00A0${tlp}\u00A0`,
    bold: true,
    size: 24,
    color: tlpInk[tlp],
    shading: shaded('000000'),
  });
}
