import { describe, expect, it } from 'vitest';
import type { Command } from '#core/exercise/commands.ts';
import type { SavedEvent } from '#core/exercise/events.ts';
import { openSession } from '#services/exercise/exercise-session.ts';
import { played } from '../../support/play.ts';

const press = { t: '2026-03-17T09:00:00.000Z', m: 60_000 };
const observe = (text: string): Command => ({ type: 'record_observation', kind: 'fact', text });

/** A session on a disk that takes an entry only when it is told to. */
function openSlowly() {
  const saved: SavedEvent[] = [];
  const told: SavedEvent[] = [];
  const waiting: ((takes: boolean) => void)[] = [];
  const append = async (events: readonly SavedEvent[]) => {
    const takes = await new Promise<boolean>((resolve) => waiting.push(resolve));
    if (!takes) throw new Error('The disk is full.');
    saved.push(...events);
  };
  const state = played();
  const session = openSession({ state, journal: { append }, run: 'test', tell: (events) => told.push(...events) });
  const answer = async (takes: boolean) => {
    await expect.poll(() => waiting.length).toBeGreaterThan(0);
    waiting.shift()?.(takes);
  };
  return { session, saved, told, answer, begun: state.position };
}

describe('Two commands given at once', () => {
  it('are saved one after the other, with the numbers that follow', async () => {
    const { session, saved, answer, begun } = openSlowly();
    const given = [session.give(observe('First'), press), session.give(observe('Second'), press)];
    await answer(true);
    await answer(true);
    expect(await Promise.all(given)).toMatchObject([{ ok: true }, { ok: true }]);
    expect(saved.map(({ seq }) => seq)).toEqual([begun + 1, begun + 2]);
    expect(saved.map(({ data }) => 'observation' in data && data.observation)).toEqual(['OB1', 'OB2']);
  });
});

describe('A command', () => {
  it('changes nothing and is told to nobody while the disk has not taken it', async () => {
    const { session, told, answer, begun } = openSlowly();
    const given = session.give(observe('First'), press);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([session.state().position, told]).toEqual([begun, []]);
    await answer(true);
    await given;
    expect([session.state().position, told.length]).toEqual([begun + 1, 1]);
  });

  it('changes nothing and is told to nobody when the disk refuses it', async () => {
    const { session, told, answer, begun } = openSlowly();
    const given = session.give(observe('First'), press);
    await answer(false);
    expect(await given).toMatchObject({ ok: false, problem: { code: 'not_saved' } });
    expect([session.state().position, told]).toEqual([begun, []]);
  });
});
