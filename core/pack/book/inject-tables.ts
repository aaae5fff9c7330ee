import type { Block, Cell } from '../../report/document.ts';
import { minutesWords, roleNames } from '../../report/term-words.ts';
import type { ExpectedAction, Inject } from '../../scenario/schema.ts';
import { taskName } from '../../scenario/task-name.ts';
import type { Pack } from '../pack.ts';

/** To tick. */
export const box = '☐';

export function writeExpected(pack: Pack, { expect }: Inject): readonly Block[] {
  if (expect.length === 0) return [];
  return [
    {
      is: 'table',
      caption: null,
      look: 'tight',
      columns: [
        { head: '', width: 360 },
        { head: 'Expected', width: 5040 },
        { head: 'By', width: 1920 },
        { head: 'Within', width: 840 },
        { head: 'Seen at', width: 1200 },
      ],
      rows: expect.map((action) => [
        box,
        expectedWords(pack, action),
        roleNames[action.by],
        minutesWords(action.min),
        '',
      ]),
    },
  ];
}

/** A critical task says of which objective. */
function expectedWords({ scenario, setup }: Pack, { id, do: does }: ExpectedAction): Cell {
  const objectives = scenario.objectives.filter((objective) => setup.plan.objectives.includes(objective.id));
  const critical = objectives.flatMap(({ id: objective, critical_tasks }) =>
    Object.entries(critical_tasks)
      .filter(([, task]) => task === id)
      .map(([name]) => `${objective}: ${taskName(name)}`),
  );
  return critical.length === 0 ? does : [{ bold: does }, ` (${critical.join(', ')})`];
}

export function writeFacts({ held_back }: Inject): readonly Block[] {
  if (held_back.length === 0) return [];
  return [
    {
      is: 'table',
      caption: null,
      look: 'tight',
      columns: [
        { head: '', width: 360 },
        { head: 'Only if they ask', width: 3240 },
        { head: 'Answer', width: 5760 },
      ],
      rows: held_back.map(({ asked, answer }) => [box, asked, answer]),
    },
  ];
}
