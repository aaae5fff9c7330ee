import { describe, expect, it } from 'vitest';
import {
  isAhead,
  isHeld,
  isUnderWay,
  isUnplayed,
  pairWithLatest,
  phaseWords,
  plannedAgain,
  sortNewestFirst,
} from '#core/plan/programme-cards.ts';

const script = (name: string, quarter: string) => ({ script: name, quarter, title: name });
const held = (name: string, heldOn: string | null, isSample = false) => ({
  ...{ script: name, heldOn, isSample },
  plannedFor: null as string | null,
  phase: 'final' as const,
  isPlayed: true,
});

describe('The cards of the programme', () => {
  it('stand by quarter, each with its latest exercise, a real one before a sample', () => {
    const cards = pairWithLatest(
      [script('b', 'Q2'), script('a', 'Q1'), script('c', 'Q3')],
      [held('a', '2026-01-01'), held('a', '2026-03-01'), held('a', '2026-09-01', true), held('b', '2026-02-01', true)],
    );
    expect(cards.map(({ script: { script: name }, latest }) => [name, latest?.heldOn ?? null])).toEqual([
      ['a', '2026-03-01'],
      ['b', '2026-02-01'],
      ['c', null],
    ]);
  });

  it('do not take for held what was begun and ended without an inject or a word', () => {
    const empty = { ...held('a', '2026-11-29'), phase: 'ended' as const, isPlayed: false };
    expect([isUnplayed(empty), isHeld(empty), isAhead({ isPlanned: true }, empty)]).toEqual([true, false, true]);
    const real = held('a', '2026-03-01');
    expect([isUnplayed(real), isHeld(real)]).toEqual([false, true]);
    expect(isUnplayed({ ...empty, phase: 'running' })).toBe(false);
    expect(pairWithLatest([script('a', 'Q1')], [real, empty])[0]?.latest).toBe(real);
    expect(pairWithLatest([script('a', 'Q1')], [empty])[0]?.latest).toBe(empty);
  });

  it('list exercises newest first, those without a date before all', () => {
    const sorted = sortNewestFirst([held('a', '2026-01-01'), held('a', null), held('a', '2026-02-01')]);
    expect(sorted.map(({ heldOn }) => heldOn)).toEqual([null, '2026-02-01', '2026-01-01']);
  });

  it('speak of a plan until one’s own exercise was held, and of a sample only without a plan', () => {
    const planned = { isPlanned: true };
    expect([null, held('a', '2026-01-01', true), held('a', null)].map((latest) => isAhead(planned, latest))).toEqual([
      true,
      true,
      true,
    ]);
    expect(isAhead(planned, held('a', '2026-01-01'))).toBe(false);
    expect(isAhead({ isPlanned: false }, null)).toBe(false);
  });

  it.each([
    ['2027-03-16', '2027-03-16'],
    ['2026-11-24', null], // its day has passed
    ['2026-03-17', null], // the plan that was played
    [null, null],
  ])('tell a plan made after the exercise by a day still to come: %s', (startsOn, told) => {
    expect(plannedAgain({ plan: { startsOn } }, held('a', '2026-03-17'), '2026-11-25')).toBe(told);
  });

  it('do not call planned again what was played before the day it was planned for', () => {
    const early = { ...held('a', '2026-11-29'), plannedFor: '2026-12-01' };
    expect(plannedAgain({ plan: { startsOn: '2026-12-01' } }, early, '2026-11-29')).toBe(null);
    expect(plannedAgain({ plan: { startsOn: '2027-11-30' } }, early, '2026-11-29')).toBe('2027-11-30');
  });

  it('send what goes on to the console and the rest to review', () => {
    const all = ['not_started', 'running', 'paused', 'real_world', 'suspended', 'ended', 'final'] as const;
    expect(all.filter(isUnderWay)).toEqual(['running', 'paused', 'real_world', 'suspended']);
    expect(new Set(all.map(phaseWords)).size).toBe(all.length);
  });
});
