import { type Block, pageNote } from '../../report/document.ts';
import type { ListedException } from '../figures/exception-flags.ts';
import type { Scorecard } from '../scorecard.ts';
import { cutCell, cutName } from './cut-cell.ts';
import type { TableRoom } from './failing-assets.ts';
import { flagRuns } from './flag-words.ts';
import { countWords } from './honest-words.ts';
import { tellLost } from './lost-words.ts';
import { suggestDecision } from './suggest-decision.ts';

/** Those with a red flag, then with another; in the order of the list. */
export function listUrgentExceptions(
  scorecard: Scorecard,
  { rows, cell, flags }: TableRoom & { readonly flags: number },
): readonly Block[] {
  const { snapshot, listed } = scorecard;
  if (listed === null)
    return [
      pageNote(
        { bold: 'Exceptions. ' },
        tellLost(scorecard, 'exceptions') ?? 'No exceptions file was read: nobody knows which are open.',
      ),
    ];
  if (listed.length === 0) return [pageNote({ bold: 'Exceptions. ' }, 'None is active, expired and open, or pending.')];
  const chosen = new Set(chooseUrgent(listed, rows));
  const expiring = snapshot.settings.exceptions.expiring_within_days;
  return [
    {
      is: 'table',
      caption: `Most urgent exceptions: ${countWords(chosen.size)} of ${countWords(listed.length)}`,
      look: 'dense',
      columns: [
        { head: 'Id', width: 780 },
        { head: 'Exception', width: 2580 },
        { head: 'Days left', width: 900 },
        { head: 'Owner', width: 1380 },
        { head: 'Flag', width: 2700 },
        { head: 'Suggested', width: 1020 },
      ],
      rows: listed
        .filter((one) => chosen.has(one))
        .map((one) => [
          cutName(one.exception.exception_id, 12),
          cutCell(one.exception.title, cell),
          daysWords(one),
          one.exception.owner === null ? [{ bold: 'none' }] : cutCell(one.exception.owner, cell * 0.6),
          flagRuns(one, expiring, flags),
          suggestDecision(one) ?? '–',
        ]),
    },
  ];
}

export function chooseUrgent(listed: readonly ListedException[], most: number): readonly ListedException[] {
  const rank = ({ flags, redFlags }: ListedException) => (redFlags.length > 0 ? 0 : flags.length > 0 ? 1 : 2);
  return listed.toSorted((a, b) => rank(a) - rank(b)).slice(0, most);
}

/** `16 over`: so many days after its end. */
export function daysWords({ daysLeft, state }: ListedException): string {
  if (daysLeft === null) return 'no end';
  return state === 'expired_open' ? `${-daysLeft} over` : String(daysLeft);
}
