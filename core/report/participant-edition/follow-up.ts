import { type Block, paragraph } from '../document.ts';
import { plural, statusNames } from '../term-words.ts';
import type { Told } from './told.ts';

const held = { held: 'yes, held', not_held: 'yes, did not hold', not_tested: 'no' } as const;

/** What became of the actions of the exercise before. */
export function writeFollowUp({ facts: { previous }, said }: Told): readonly Block[] {
  const { exercise, actions, counts } = previous;
  const head: Block = { is: 'section', number: 6, text: 'Since the last exercise' };
  if (exercise === null || counts.total === 0) return [head, paragraph('There are no earlier actions to report.')];
  return [
    head,
    {
      is: 'table',
      caption: `${counts.closed} of ${plural(counts.total, 'earlier action')} closed, ${counts.verified} verified, ${counts.overdue} overdue`,
      look: 'tight',
      fitsColumns: true,
      columns: [
        { head: 'Action', width: 5640 },
        { head: 'Status', width: 2040 },
        { head: 'Re-tested today', width: 1680 },
      ],
      rows: actions.map(({ register_id, title, status, isOverdue, retest }) => [
        [{ bold: register_id }, ` ${said(title)}`],
        isOverdue ? [{ bold: 'overdue' }, `, ${statusNames[status]}`] : statusNames[status],
        retest ? held[retest.result] : 'not spoken of',
      ]),
    },
  ];
}
