import { shortDate } from '../../local-time.ts';
import { type Block, note, paragraph, type ReportDocument } from '../../report/document.ts';
import { fileKinds } from '../files/file-kinds.ts';
import type { Scorecard } from '../scorecard.ts';
import { listCaveatNotes } from './caveat-notes.ts';
import { cutCell, cutName } from './cut-cell.ts';
import { countWords } from './honest-words.ts';
import { tellLost } from './lost-words.ts';
import { monthWords } from './month-words.ts';
import type { DecidedFigure, DecidedRow, DecidedRows } from './rows/decided-row.ts';
import { listDecided } from './rows/list-decided.ts';
import { frameScorecard } from './scorecard-page.ts';

const mostPrinted = 40;

/** Behind the one page: for each figure the rows that decide it, and what was left out and why. */
export function buildRowsPages(scorecard: Scorecard): ReportDocument {
  const { snapshot } = scorecard;
  const title = `Rows behind the scorecard – ${monthWords(snapshot.period.month)}`;
  const frame = frameScorecard(snapshot);
  const figures = listDecided(scorecard);
  return {
    ...frame,
    id: frame.id.replace(/^SC-/, 'SR-'),
    title,
    subject: 'Rows that decide the figures of the scorecard',
    blocks: [
      { is: 'title', text: title },
      {
        is: 'meta',
        words: `As of ${shortDate(snapshot.period.as_of)} · ${frame.version} · every row in scorecard-rows.csv`,
      },
      ...listCaveatNotes(snapshot),
      ...(figures.length === 0 && !scorecard.lost?.length
        ? [paragraph('No file was read for this month, so no row decides anything.')]
        : []),
      ...fileKinds.flatMap((kind) => {
        const lost = tellLost(scorecard, kind);
        return lost === null ? [] : [paragraph(lost)];
      }),
      ...figures.flatMap(writeFigure),
    ],
  };
}

function writeFigure({ figure, kind, result, rows }: DecidedFigure): readonly Block[] {
  const shown = firstOf(rows, mostPrinted);
  const head: Block = { is: 'block_head', text: figure };
  if (rows.length === 0) return [head, paragraph(`${result}. No row of ${kind} decides it.`)];
  const more = rows.length - shown.length;
  return [
    head,
    { is: 'statement', words: `${result}.` },
    {
      is: 'table',
      caption: null,
      look: 'dense',
      columns: [
        { head: 'Id', width: 1140 },
        { head: `Of ${kind}`, width: 2400 },
        { head: 'Counts as', width: 1260 },
        { head: 'By', width: 4560 },
      ],
      rows: shown.map(({ id, name, countsAs, why }) => [
        cutName(id, 40),
        cutName(name, 80),
        countsAs,
        cutCell(why, 160),
      ]),
    },
    ...(more > 0
      ? [note(`${countWords(shown.length)} of ${countWords(rows.length)} rows; all in scorecard-rows.csv.`)]
      : []),
  ];
}

/** No more of them are told than are printed. */
function firstOf(rows: DecidedRows, most: number): readonly DecidedRow[] {
  const first: DecidedRow[] = [];
  for (const row of rows) if (first.push(row) === most) break;
  return first;
}
