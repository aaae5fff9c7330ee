import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timesAt } from '#core/exercise/clock.ts';
import type { Command } from '#core/exercise/commands.ts';
import { decide } from '#core/exercise/decide.ts';
import { evolve } from '#core/exercise/evolve.ts';
import { type ExerciseState, initialState, isReleased, listStanding } from '#core/exercise/state.ts';
import { roomView } from '#core/exercise/views/room-view.ts';
import {
  decision,
  end,
  gap,
  minute,
  pause,
  played,
  release,
  replayed,
  resume,
  stamp,
  start,
  undo,
} from '../../support/play.ts';
import { sampleScenario } from '../../support/sample-scenario.ts';

const injects = ['Q1-010', 'Q1-020', 'Q1-030', 'Q1-040', 'Q1-050', 'Q1-C1'];
const anyInject = fc.constantFrom(...injects);
const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  { weight: 4, arbitrary: anyInject.map(release) },
  { weight: 2, arbitrary: fc.constantFrom('D1', 'D2', 'D4', 'D5').map((id) => decision(id)) },
  fc.constantFrom('D1', 'D2', 'D5').map((id): Command => ({ type: 'open_decision', decision: id })),
  anyInject.map((inject): Command => ({ type: 'skip_inject', inject })),
  anyInject.map((inject): Command => ({ type: 'hold_inject', inject })),
  fc.constantFrom<Command>(pause, resume, undo, end, gap(), decision('new', { question: 'Go?' })),
  fc.constantFrom<Command>(
    { type: 'record_action', action: 'a1' },
    { type: 'change_room', show: 'discuss' },
    { type: 'change_room', show: 'artefact' },
    { type: 'stop_for_real_world', reason: 'alarm' },
    { type: 'suspend_exercise', reason: 'tomorrow' },
    { type: 'resume_exercise', on: '2027-01-01T00:00:00Z' },
    { type: 'show_decision_options', decision: 'D1' },
  ),
  fc.nat(30).map((of): Command => ({ type: 'withdraw_entry', of, reason: 'twice' })),
  fc.nat(30).map((of): Command => ({ type: 'amend_entry', of, with: { rationale: 'Because' } })),
);

/** Every state an allowed history passes through, one step of 45 seconds each. */
function walk(commands: readonly Command[]): readonly { readonly state: ExerciseState; readonly m: number }[] {
  let state = initialState(sampleScenario);
  return [start, ...commands].flatMap((command, index) => {
    const decided = decide(state, command);
    if (!decided.ok) return [];
    for (const event of decided.value) state = evolve(state, stamp(state, index * 0.75, event));
    return [{ state, m: minute(index * 0.75) }];
  });
}

const histories = fc.array(anyCommand, { maxLength: 60 });

describe('Any history that was allowed', () => {
  test('replays, after a trip through text, to the state it reached live', () => {
    fc.assert(
      fc.property(histories, (commands) => {
        const live = walk(commands).at(-1)?.state;
        const rest = (state: ExerciseState) => ({ ...state, standing: null });
        expect(live && rest(replayed(live))).toEqual(live && rest(live));
        expect(live && [...replayed(live).standing]).toEqual(live && [...live.standing]);
      }),
    );
  });

  test('never lets the exercise clock run backwards', () => {
    fc.assert(
      fc.property(histories, (commands) => {
        const minutes = walk(commands).map(({ state, m }) => timesAt(state, m).exerciseMinutes);
        expect(minutes).toEqual(minutes.toSorted((a, b) => a - b));
      }),
    );
  });

  test('lets storyline time go back only with an undo or a change of the running order', () => {
    fc.assert(
      fc.property(histories, (commands) => {
        const steps = walk(commands).map(({ state, m }) => ({
          time: timesAt(state, m).storylineTime,
          last: state.log.items[state.position - 1],
        }));
        const back = steps.filter(({ time }, at) => time < (steps[at - 1]?.time ?? time));
        const allowed = new Set(['undone', 'inject_skipped', 'injects_left_out']);
        expect(back.filter(({ last }) => !allowed.has(last?.type ?? '')).map(({ last }) => last?.type)).toEqual([]);
      }),
    );
  });

  test('shows the room nothing that was not released, and nothing for named roles', () => {
    const marked = {
      ...sampleScenario,
      injects: sampleScenario.injects.map((inject) => ({
        ...inject,
        body: `BODY ${inject.id}`,
        subject: `SUBJECT ${inject.id}`,
      })),
    };
    fc.assert(
      fc.property(histories, (commands) => {
        for (const { state, m } of walk(commands)) {
          const shown = JSON.stringify(roomView({ ...state, scenario: marked }, m));
          const hidden = injects.filter(
            (inject) => shown.includes(`SUBJECT ${inject}`) && (inject === 'Q1-050' || !isReleased(state, inject)),
          );
          expect(hidden).toEqual([]);
          expect(shown).not.toContain('BODY Q1-030');
        }
      }),
    );
  });
});

describe('Undo', () => {
  test('restores what the room saw', () => {
    const before = played([1, release('Q1-010')]);
    const after = played([1, release('Q1-010')], [1, release('Q1-020')], [1, undo]);
    expect(roomView(after, minute(1))).toEqual(roomView(before, minute(1)));
  });
  test('steps over pause and resume', () => {
    const state = played([1, release('Q1-010')], [2, gap()], [3, pause], [4, resume], [5, undo]);
    expect(listStanding(state).map(({ type }) => type)).toEqual([
      'exercise_started',
      'inject_released',
      'exercise_paused',
      'exercise_resumed',
    ]);
  });
  test('reaches further back each time', () => {
    const state = played([1, release('Q1-010')], [2, gap()], [3, undo], [4, undo]);
    expect(isReleased(state, 'Q1-010')).toBe(false);
  });
  test('never frees a number', () => {
    const state = played([1, release('Q1-010')], [2, gap()], [3, undo], [4, gap()]);
    expect(listStanding(state).at(-1)?.data).toMatchObject({ gap: 'G2' });
  });
  test('of an improvised inject leaves it in the pocket, to be shown again', () => {
    const adHoc: Command = {
      type: 'improvise_inject',
      title: 'A call',
      channel: 'chat',
      from: 'Ops',
      to: 'All',
      roles: [],
      body: 'Hi',
    };
    const state = played([1, adHoc], [2, undo], [3, release('AH-1')]);
    expect(roomView(state, minute(3)).artefact?.body).toBe('Hi');
  });
});
