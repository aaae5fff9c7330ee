import type { Block, ReportDocument } from '../report/document.ts';
import type { Pack } from './pack.ts';
import { paperOf, sheet } from './paper.ts';

const rowHeight = 480;
const rowsOnFirstPage = 19;
const rowsOnPage = 26;
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

/** For the scribe: time, kind, text, who. Enough rows for the length of the plan. */
export function buildCaptureSheet(pack: Pack): ReportDocument {
  const { tlp, length_min } = pack.setup.plan;
  const wanted = Math.ceil(length_min / minutesForARow);
  const more = Math.max(1, Math.ceil((wanted - rowsOnFirstPage) / rowsOnPage));
  const pages = Array.from({ length: more }, (): readonly Block[] => [
    sheet('Capture sheet', tlp),
    { is: 'headline', text: 'Capture sheet, continued' },
    captureTable(rowsOnPage),
  ]);
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
    ...pages.flat(),
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
