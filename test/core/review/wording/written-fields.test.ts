import { expect, test } from 'vitest';
import { listStanding } from '#core/exercise/state.ts';
import { listWrittenIn } from '#core/review/wording/written-fields.ts';
import { decision, end, gap, played, release } from '../../../support/play.ts';

test('What people wrote is found under the id it belongs to; ids, names and dates are not their writing', () => {
  const state = played(
    [0, release('Q1-010')],
    [1, gap({ when: 'the mail came' })],
    [2, decision('D1', { choice: 'Declare', rationale: 'It is our file' })],
    [3, end],
    [
      4,
      {
        type: 'agree_action',
        register_id: 'AI-2026Q1-001',
        gap: 'G1',
        item: { title: 'Write the list', owner_name: 'Jo', due_on: '2026-04-16' },
      },
    ],
  );
  expect(listStanding(state).flatMap(listWrittenIn)).toEqual([
    { where: 'G1', field: 'title', kind: 'body', text: 'No list of notices' },
    { where: 'G1', field: 'when', kind: 'body', text: 'the mail came' },
    { where: 'D1', field: 'choice', kind: 'body', text: 'Declare' },
    { where: 'D1', field: 'rationale', kind: 'body', text: 'It is our file' },
    { where: 'AI-1', field: 'title', kind: 'action', text: 'Write the list' },
  ]);
});
