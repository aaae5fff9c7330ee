import { describe, expect, it } from 'vitest';
import type { WindowCommand } from '#core/exercise/commands.ts';
import { fail, succeed } from '#core/outcome.ts';
import { createExerciseClock } from '#services/application/exercise-clock.ts';
import { LiveExercise } from '#services/application/live-exercise.ts';
import { handClock } from '../../support/open-muster.ts';
import { played } from '../../support/play.ts';

type Parts = ConstructorParameters<typeof LiveExercise>[0];

const observe = (text: string): WindowCommand => ({ type: 'record_observation', kind: 'fact', text });
const full = { code: 'not_saved', message: 'Not saved. Its disk is full.', hint: '' };

/** An exercise on a disk that refuses so many times and then takes everything; gives what it took, in order. */
function openOn(refusals: number) {
  const taken: string[] = [];
  let left = refusals;
  const give = async (command: WindowCommand) => {
    left -= 1;
    if (left >= 0) return fail(full);
    taken.push('text' in command ? command.text : command.type);
    return succeed({ position: taken.length, wording: [] });
  };
  const { clock } = handClock();
  const parts = {
    exercise: '2026-sample',
    opened: { readOnly: null, journal: { trouble: () => null, isChanged: async () => false, close: async () => {} } },
    session: { give, state: () => played() },
    clock,
    time: createExerciseClock(clock, null),
    notes: { get: () => ({ seen: null, drafts: {}, unsaved: [] }), change: async () => {} },
    notices: [],
    register: { follow: async () => {} },
    tell: () => {},
  };
  return { live: new LiveExercise(parts as unknown as Parts), taken };
}

describe('A capture given while an earlier one waits for the disk', () => {
  it('never overtakes it, although the disk takes it at the second try', async () => {
    const { live, taken } = openOn(2);
    expect(await live.give(observe('First'), null)).toMatchObject({ problem: { code: 'kept_unsaved' } });
    expect(await live.give(observe('Second'), null)).toMatchObject({ problem: { code: 'kept_unsaved' } });
    expect(await live.give(observe('Third'), null)).toMatchObject({ ok: true });
    expect(taken).toEqual(['First', 'Second', 'Third']);
    await live.close();
  });
});
