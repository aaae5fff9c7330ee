import type { Block, ReportDocument } from '../report/document.ts';
import { plural } from '../report/term-words.ts';
import type { Pack } from './pack.ts';
import { paperOf, sheet } from './paper.ts';

const rowHeight = 480;
/** As many as a page of A4 and one of Letter hold, in Word and out of a browser. */
const rowsOnFirstPage = 16;
const rowsOnPage = 23;
/** A line every two minutes is what a busy scribe writes. */
const minutesForARow = 2;

const kinds = [
  ['D', 'decision: what, by whom'],
  ['G', 'gap: what was missing'],
  ['S', 'strength: what worked'],
  ['O', 'observation: what was said or done'],
  ['A', 'action agreed: who, by when'],
  ['P', 'parked for later'],
] as const;

const milestones = [
  'Incident declared',
  'Executive sponsor told',
  'Contained',
  'Eradicated',
  'Recovered',
  'Statement approved',
] as const;

/** How often the second page has to be copied so that there are rows enough for the length of the plan. */
export function countSecondPages({ setup }: Pack): number {
  const wanted = Math.ceil(setup.plan.length_min / minutesForARow);
  return Math.max(1, Math.ceil((wanted - rowsOnFirstPage) / rowsOnPage));
}

/** For the scribe: time, kind, text, who. Two pages, the second to be copied. */
export function buildCaptureSheet(pack: Pack): ReportDocument {
  const { tlp, length_min } = pack.setup.plan;
  const copies = plural(countSecondPages(pack), 'copy', 'copies');
  return paperOf(pack, 'Capture sheet', [
    sheet('Capture sheet', tlp),
    { is: 'headline', text: 'Capture sheet' },
    { is: 'statement', words: kindWords() },
    {
      is: 'form',
      rows: [
        { name: 'Scribe and date', height: 400 },
        { name: 'Play began at', height: 400 },
      ],
    },
    captureTable(rowsOnFirstPage),
    { is: 'subhead', text: 'When the room said so' },
    {
      is: 'table',
      caption: null,
      look: 'tight',
      staysWhole: true,
      rowHeight: 440,
      columns: milestones.map((head) => ({ head, width: 1560 })),
      rows: [milestones.map(() => '')],
    },
    sheet('Capture sheet', tlp),
    { is: 'headline', text: 'Capture sheet, continued' },
    { is: 'statement', words: [`Page ___. For ${length_min} minutes of play, ${copies} of this page will do.`] },
    captureTable(rowsOnPage),
  ]);
}

function kindWords() {
  const letters = kinds.flatMap(([letter, words], at) => [at > 0 ? ' · ' : '', { bold: letter }, ` ${words}`]);
  return ['The time of the clock on the wall, one line a note. Kind: ', ...letters];
}

function captureTable(count: number): Block {
  return {
    is: 'table',
    caption: null,
    rowHeight,
    columns: [
      { head: 'Time', width: 960 },
      { head: 'Kind', width: 720 },
      { head: 'Text', width: 6240 },
      { head: 'Who', width: 1440 },
    ],
    rows: Array.from({ length: count }, () => ['', '', '', '']),
  };
}
