import { listStandingOf } from '../../../exercise/state.ts';
import { shortDate, storyTime } from '../../../local-time.ts';
import { type Block, linesOf, paragraph, quiet } from '../../document.ts';
import type { Facts } from '../../facts.ts';
import { listTimeline } from '../../timeline.ts';

/** Appendix C: every entry in the order of the journal, as in timeline.csv. */
export function writeEventLog({ state }: Facts): readonly Block[] {
  const head: Block = { is: 'appendix', letter: 'C', text: 'Event log' };
  const ended = listStandingOf(state, 'exercise_ended')[0]?.seq ?? Number.POSITIVE_INFINITY;
  const rows = listTimeline(state).map(
    ([seq = '', exercise, storyline = '', wall = '', kind = '', ref, role, text, tags]) => [
      seq,
      Number(seq) > ended
        ? linesOf({ words: shortDate(wall.slice(0, 'YYYY-MM-DD'.length)) }, quiet('after play'))
        : linesOf({ words: `T+${exercise}` }, quiet(storyTime(storyline))),
      linesOf({ words: kind.replaceAll('_', ' ') }, quiet([ref, role].filter((word) => word !== '').join(' · '))),
      linesOf({ words: text ?? '' }, tags !== undefined && tags !== '' && quiet(tags)),
    ],
  );
  if (rows.length === 0) return [head, paragraph('The journal holds no entry.')];
  return [
    head,
    {
      is: 'table',
      caption:
        'Every entry of the journal: minutes of play and time of the story, or the day after play; what it was about; what was written',
      look: 'tight',
      columns: [
        { head: 'No', width: 600 },
        { head: 'Time', width: 1380 },
        { head: 'Kind', width: 2220 },
        { head: 'Text', width: 5160 },
      ],
      rows,
    },
  ];
}
