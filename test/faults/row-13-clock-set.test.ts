import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Clock } from '#services/application/shell.ts';
import { verifyJournal } from '#services/saving/verify-journal.ts';
import { countTrials } from '../support/faults/count-trials.ts';
import { need, newWorkspace, openMuster } from '../support/open-muster.ts';

const trials = countTrials('13', import.meta.filename, 6);
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const begun = Date.parse('2026-03-29T00:30:00Z'); // half an hour before the clocks of Berlin go forward

/** A clock whose wall may be set while its steady part goes on. */
function settableClock() {
  let steady = 0;
  let set = 0;
  const clock: Clock = { wallMs: () => begun + steady + set, steadyMs: () => steady, rate: 1 };
  const pass = (ms: number) => {
    steady += ms;
  };
  const setWall = (by: number) => {
    set += by;
  };
  return { clock, pass, setWall };
}

const jumps = [
  ['two hours forward', 2 * hourMs],
  ['three hours back', -3 * hourMs],
  ['over the change to summer time', 0],
  ['to 1970', -begun],
] as const;

describe('Row 13, a wall clock that is set', () => {
  it.each(jumps)('%s leaves the exercise clock alone, and the order is that of the entries', async (_, jump) => {
    const workspace = await newWorkspace();
    const { clock, pass, setWall } = settableClock();
    const { ask, close } = await openMuster(workspace, clock);
    need(await ask.fill_plan({ script: 'q2-ransomware' }));
    const { exercise } = need(await ask.start_exercise({ script: 'q2-ransomware' }));
    const titles = ['before', 'after', 'later'];
    for (const [index, title] of titles.entries()) {
      pass(20 * minuteMs);
      if (index === 1) setWall(jump);
      need(await ask.give_command({ exercise, command: { type: 'record_gap', title }, pressedM: null }));
    }
    const { events, nowM } = need(await ask.open_exercise({ exercise }));
    const gaps = events.filter(({ type }) => type === 'gap_recorded');
    expect(gaps.map(({ m }) => m)).toEqual([20, 40, 60].map((minute) => minute * minuteMs));
    expect(nowM).toBe(60 * minuteMs);
    expect(gaps.map(({ t }) => Date.parse(t))).toEqual(
      [20, 40, 60].map((minute) => begun + minute * minuteMs + (minute > 20 ? jump : 0)),
    );
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, index) => index + 1));
    await close();
    expect(await verifyJournal(join(workspace, 'exercises', exercise))).toMatchObject({ ok: true });
    trials.count('clocks set');
  });

  it.each([
    ['forward', 2 * hourMs, 2 * hourMs],
    ['back', -3 * hourMs, null],
  ])(
    '%s while Muster was closed is asked about or counts as nothing, and no time runs backwards',
    async (_, jump, asked) => {
      const workspace = await newWorkspace();
      const { clock, pass, setWall } = settableClock();
      const first = await openMuster(workspace, clock);
      need(await first.ask.fill_plan({ script: 'q2-ransomware' }));
      const { exercise } = need(await first.ask.start_exercise({ script: 'q2-ransomware' }));
      pass(20 * minuteMs);
      need(
        await first.ask.give_command({ exercise, command: { type: 'record_gap', title: 'before' }, pressedM: null }),
      );
      await first.close();
      setWall(jump);
      const second = await openMuster(workspace, clock);
      const { gap, nowM } = need(await second.ask.open_exercise({ exercise }));
      expect(gap?.ms ?? null).toBe(asked);
      expect(nowM).toBe(20 * minuteMs + (asked ?? 0));
      need(
        await second.ask.give_command({ exercise, command: { type: 'record_gap', title: 'after' }, pressedM: null }),
      );
      const { events } = need(await second.ask.open_exercise({ exercise }));
      const ms = events.map(({ m }) => m);
      expect(ms).toEqual([...ms].sort((one, other) => one - other));
      await second.close();
      trials.count('clocks set');
    },
  );
});
