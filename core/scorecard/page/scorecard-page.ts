import { Temporal } from 'temporal-polyfill';
import { addDays, longDate, shortDate } from '../../local-time.ts';
import { type Block, pageNote, type ReportDocument } from '../../report/document.ts';
import type { Scorecard } from '../scorecard.ts';
import type { Snapshot } from '../snapshot.ts';
import { noteCaveats } from './caveat-notes.ts';
import { cutCell } from './cut-cell.ts';
import { drawDataBox } from './data-box.ts';
import { drawDays } from './day-strip.ts';
import { listFailingAssets } from './failing-assets.ts';
import { tellDefinitions, tellReadiness } from './foot-notes.ts';
import { monthWords } from './month-words.ts';
import { writeSentence } from './sentence.ts';
import { describeTiles } from './tiles.ts';
import { listUrgentExceptions } from './urgent-exceptions.ts';

/** Whether these blocks fit one page; whoever knows the paper says so. */
export type Fits = (blocks: readonly Block[]) => boolean;

/** What the page gives up, least first, when it would be longer than one: words and rows, never sizes. */
const brevities = [
  { rows: 5, cell: 70, ask: 150, aside: 52, flags: 2, definitions: 'long' },
  { rows: 5, cell: 44, ask: 120, aside: 40, flags: 2, definitions: 'long' },
  { rows: 5, cell: 36, ask: 100, aside: 30, flags: 1, definitions: 'long' },
  { rows: 5, cell: 34, ask: 90, aside: 30, flags: 1, definitions: 'limits' },
  { rows: 5, cell: 34, ask: 67, aside: 15, flags: 1, definitions: 'limits' },
  { rows: 5, cell: 34, ask: 67, aside: 15, flags: 1, definitions: 'short' },
  { rows: 4, cell: 32, ask: 67, aside: 15, flags: 1, definitions: 'short' },
  { rows: 3, cell: 26, ask: 67, aside: 15, flags: 1, definitions: 'short' },
  { rows: 2, cell: 24, ask: 67, aside: 14, flags: 1, definitions: 'short' },
  { rows: 1, cell: 20, ask: 60, aside: 14, flags: 1, definitions: 'short' },
] as const;
type Brevity = (typeof brevities)[number];

/** The month on one page, for whoever has forty seconds. Source: spec.md D.8. */
export function buildScorecardPage(scorecard: Scorecard, fits: Fits = () => true): ReportDocument {
  let blocks: readonly Block[] = [];
  for (const brevity of brevities) {
    blocks = writeBlocks(scorecard, brevity);
    if (fits(blocks)) break;
  }
  const { snapshot } = scorecard;
  return { ...frameScorecard(snapshot), title: titleOf(snapshot), subject: 'Monthly security scorecard', blocks };
}

const titleOf = ({ period }: Snapshot) => `Security scorecard – ${monthWords(period.month)}`;
const longestHead = 44;

/** What the documents of a month have in common. */
export function frameScorecard(snapshot: Snapshot) {
  const { scorecard, organisation, revision, tlp, period } = snapshot;
  return {
    id: scorecard,
    keywords: `scorecard, ${monthWords(period.month)}`,
    version: `revision ${revision}`,
    tlp,
    isDraft: false,
    head: organisation.trim() === '' ? 'Security scorecard' : cutCell(organisation, longestHead),
    settledAt: settledAt(snapshot),
  };
}

/** UTC: when it was published, else the end of the day it is of. */
function settledAt({ published_at, period }: Snapshot): string {
  if (published_at !== null) return published_at;
  return Temporal.PlainDate.from(addDays(period.as_of, 1)).toZonedDateTime(period.timezone).toInstant().toString();
}

function writeBlocks(scorecard: Scorecard, { rows, cell, ask, aside, flags, definitions }: Brevity): readonly Block[] {
  const { snapshot } = scorecard;
  return [
    { is: 'title', text: titleOf(snapshot) },
    { is: 'meta', words: metaWords(snapshot) },
    ...writeAsks(snapshot, ask, aside),
    { is: 'lead', text: writeSentence(snapshot), by: null },
    { is: 'tiles', tiles: describeTiles(scorecard) },
    ...drawDays(scorecard),
    ...listFailingAssets(scorecard, { rows, cell }),
    ...listUrgentExceptions(scorecard, { rows, cell, flags }),
    tellReadiness(snapshot, cell),
    ...noteCaveats(snapshot, ask),
    tellDefinitions(scorecard, definitions),
    drawDataBox(scorecard),
  ];
}

function metaWords({ period, revision, reason, published_at, settings }: Snapshot): string {
  const published = published_at === null ? 'not published' : `published ${longDate(published_at.slice(0, 10))}`;
  const why = reason === null ? '' : ` (${cutCell(reason, 60)})`;
  const asOf = `As of ${longDate(period.as_of)}, ${period.timezone}`;
  return [asOf, `revision ${revision}${why}`, published, `thresholds version ${settings.version}`].join(' · ');
}

function writeAsks({ asks }: Snapshot, most: number, aside: number): readonly Block[] {
  if (asks.length === 0)
    return [{ is: 'page_head', text: 'Asked of leadership' }, pageNote('Nothing is asked of leadership this month.')];
  return [
    { is: 'page_head', text: 'Asked of leadership' },
    {
      is: 'table',
      caption: null,
      look: 'dense',
      columns: [
        { head: '#', width: 300 },
        { head: 'What', width: 5400 },
        { head: 'Cost or effort', width: 1320 },
        { head: 'Owner', width: 1200 },
        { head: 'By', width: 1140 },
      ],
      rows: asks.map(({ what, cost, owner, by }, at) => [
        String(at + 1),
        cutCell(what, most),
        cutCell(cost, aside),
        cutCell(owner, aside),
        shortDate(by),
      ]),
    },
  ];
}
