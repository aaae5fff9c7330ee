import { exerciseMinutesAt } from '../exercise/clock.ts';
import type { SavedEvent } from '../exercise/events.ts';
import { findEndM } from '../exercise/metrics/measure-exercise.ts';
import { listStanding } from '../exercise/state.ts';
import { listOrder } from '../exercise/views/console-view-order.ts';
import type { Words } from './document.ts';
import { clockMark, type Facts } from './facts.ts';
import { titleOf } from './script-words.ts';
import { listWords, minutesWords, sentence } from './term-words.ts';

const leftOutBecause = {
  length: 'to keep to the length of the session',
  objective: 'because they serve no objective kept',
  profile: "because the organisation's profile excludes them",
} as const;

/** How the play differed from the script, each in a sentence. Source: spec.md C.1, row 5. */
export function listDeviations(facts: Facts): readonly Words[] {
  return [
    ...listLeftOutBefore(facts),
    ...listStanding(facts.state).flatMap((event) => tell(facts, event)),
    ...tellEnd(facts),
  ];
}

/** Injects of the running order that nobody released, skipped or left out before the end; none while it goes on. */
export function listNotReached(state: Facts['state']): readonly string[] {
  if (state.phase !== 'ended' && state.phase !== 'final') return [];
  const pending = listOrder(state, findEndM(state)).filter(({ state: one }) =>
    ['due', 'held', 'to_come'].includes(one),
  );
  return pending.map(({ inject }) => inject);
}

function tellEnd({ state, setup, measures }: Facts): readonly Words[] {
  const pending = listNotReached(state);
  if (pending.length === 0) return [];
  const named = pending.map((id) => `${id} (${titleOf(state.scenario, id)})`);
  const ended = `Ended after ${minutesWords(measures.net_minutes)} of play, ${setup.plan.length_min} planned. `;
  return [[{ bold: ended }, `Not reached: ${listWords(named)}.`]];
}

function listLeftOutBefore({ setup, state }: Facts): readonly Words[] {
  const reasons = ['length', 'objective', 'profile'] as const;
  return reasons.flatMap((reason) => {
    const injects = setup.left_out.filter(({ because }) => because === reason).map(({ inject }) => inject);
    if (injects.length === 0) return [];
    return [
      [
        { bold: 'Left out before the start. ' },
        `${listWords(injects.map((id) => `${id} (${titleOf(state.scenario, id)})`))}, ${leftOutBecause[reason]}.`,
      ],
    ];
  });
}

function tell(facts: Facts, event: SavedEvent): readonly Words[] {
  const told = tellRunningOrder(facts, event) ?? tellCourse(event);
  if (!told) return [];
  const [what, words] = told;
  return [[{ bold: `${what} at ${clockMark(facts, event.m)}. ` }, sentence(words)]];
}

type Told = readonly [what: string, words: string];

function tellRunningOrder({ state }: Facts, { type, data, m }: SavedEvent): Told | null {
  const because = 'reason' in data && data.reason ? `: ${data.reason}` : '';
  const named = (id: string) => `${id} (${titleOf(state.scenario, id)})`;
  switch (type) {
    case 'inject_held':
      return ['Held', `${named(data.inject)}${because}`];
    case 'inject_skipped':
      return ['Skipped', `${named(data.inject)}${because}`];
    case 'inject_moved':
      return ['Moved', `${data.inject} to T+${data.to_min} (T+${plannedMinute(state, data.inject, m)} in the script)`];
    case 'injects_left_out':
      return data.injects.length === 0
        ? ['End agreed', `Nothing left out${because}`]
        : ['Left out', `${listWords(data.injects.map(named))}${because}`];
    case 'inject_improvised':
      return ['Improvised', `${data.inject}, ${data.title}`];
    case 'inject_released':
      return tellRelease(state, data);
    default:
      return null;
  }
}

/** The script's minute; the exercise minute of the change where the inject has none. */
function plannedMinute(state: Facts['state'], inject: string, m: number): number {
  return state.scenario.injects.find(({ id }) => id === inject)?.t ?? Math.floor(exerciseMinutesAt(state, m));
}

function tellRelease(
  { scenario }: Facts['state'],
  { inject, already_done, reinstated, showing }: Extract<SavedEvent, { type: 'inject_released' }>['data'],
): Told | null {
  const title = titleOf(scenario, inject);
  if (showing > 1) return null;
  if (scenario.contingency.some(({ id }) => id === inject)) return ['From the pocket', `${inject}, ${title}`];
  if (already_done) return ['Other text shown, as already done,', `${inject}, ${title}`];
  return reinstated ? ['Released after all', `${inject}, ${title}`] : null;
}

function tellCourse({ type, data }: SavedEvent): Told | null {
  switch (type) {
    case 'exercise_paused':
      return ['Paused', data.reason];
    case 'real_world_stop':
      return ['Stopped for REAL WORLD', data.reason];
    case 'exercise_suspended':
      return ['Sitting ended', data.reason];
    case 'clock_reanchored':
      return ['Clock continued', `after ${data.after}; the gap ${data.counted ? 'counts' : 'does not count'}`];
    default:
      return null;
  }
}
