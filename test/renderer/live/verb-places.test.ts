import { describe, expect, it } from 'vitest';
import { type Command, commandSchema } from '#core/exercise/commands.ts';
import { decide } from '#core/exercise/decide.ts';
import { refuseInPhase } from '#core/exercise/phase-rules.ts';
import type { Act, Field } from '#renderer/console/screens/live/act.ts';
import { listActs } from '#renderer/console/screens/live/acts.ts';
import { reanchorAct } from '#renderer/console/screens/live/acts-entries.ts';
import { decision, gap, pause, played, release } from '../../support/play.ts';

const recognise: Command = { type: 'recognise_clock', clock: 'GDPR-33', by: 'LEGAL' };
const running = played(
  [0, release('Q1-010')],
  [1, decision('D1')],
  [2, release('Q1-020')],
  [3, gap()],
  [4, release('Q1-030')],
  [5, recognise],
);
const paused = played([0, release('Q1-010')], [5, pause]);
const suspended = played([0, release('Q1-010')], [5, { type: 'suspend_exercise', reason: 'tomorrow' }]);
const acts = [running, paused, suspended].flatMap((state) => listActs({ state }).map((act) => ({ act, state })));
const placed = [
  ...acts,
  { act: reanchorAct({ after: 'restart', ms: 180_000, isCounted: true }, true), state: running },
];

/** Whatever the phase rules let through before the end. */
const liveVerbs = commandSchema.options
  .map(({ shape }) => shape.type.value)
  .filter((type) => type !== 'start_exercise')
  .filter((type) => refuseInPhase('running', { type } as Command) === null);

/** As a person would: what is there stays, a needed line gets a word, a needed choice its first. */
function fill({ fields }: Act) {
  const wordsFor = ({ initial, kind, choices, isNeeded }: Field): string => {
    if (typeof initial === 'string' && initial !== '') return initial;
    if (choices && isNeeded) return choices[0]?.value ?? '';
    if (!isNeeded) return '';
    return kind === 'number' ? '30' : 'Words';
  };
  const values = new Map(fields.map((field) => [field.name, wordsFor(field)]));
  const line = (name: string) => values.get(name) || undefined;
  return {
    line,
    need: (name: string) => line(name) ?? '',
    all: (name: string) => [line(name) ?? ''],
    yes: () => false,
  };
}

describe('Everything that can be recorded live', () => {
  it.each(liveVerbs)('%s is reached from the console', (verb) => {
    expect(placed.filter(({ act }) => act.verb === verb).map(({ act }) => act.place)).not.toEqual([]);
  });

  it.each(placed.map(({ act, state }) => [act.name, act, state] as const))(
    '“%s” gives a command of its verb that fits the schema',
    (_name, act) => {
      const command = act.toCommand(fill(act));
      expect(command.type).toBe(act.verb);
      const whole = command.type === 'agree_action' ? { ...command, register_id: 'AI-1' } : command;
      expect(commandSchema.safeParse(whole).error).toBeUndefined();
    },
  );

  it.each(listActs({ state: running }).map((act) => [act.name, act] as const))(
    '“%s” is accepted as it is offered, or says why not',
    (_name, act) => {
      const command = act.toCommand(fill(act));
      const whole = command.type === 'agree_action' ? { ...command, register_id: 'AI-1' } : command;
      const decided = decide(running, whole as Command);
      const mayBeRefused = ['already-done', 'withdraw', 'clock-recognised'];
      if (!mayBeRefused.includes(act.id)) expect(decided).toMatchObject({ ok: true });
    },
  );

  it('stands under a key of its own where it has one', () => {
    const keys = listActs({ state: running }).flatMap(({ key }) => key ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(keys)).toEqual(new Set([...'DGSOARHTUIPC', 'F8', 'Ctrl Z']));
  });
});

describe('The keys', () => {
  it('stop for something real while it runs or is paused, and no letter goes on after that', () => {
    const alarm = played([5, { type: 'stop_for_real_world', reason: 'fire' }]);
    const keyOf = (state: typeof running, id: string) => listActs({ state }).find((act) => act.id === id)?.key;
    expect([running, paused].map((state) => keyOf(state, 'real-world'))).toEqual(['F8', 'F8']);
    expect([keyOf(running, 'pause'), keyOf(paused, 'resume'), keyOf(alarm, 'resume')]).toEqual(['C', 'C', undefined]);
  });
});
