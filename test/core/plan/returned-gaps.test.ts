import { describe, expect, it } from 'vitest';
import { findReturnedGaps, type HeldGaps } from '#core/plan/returned-gaps.ts';

const today = '2026-11-25';
const authority = { capability: 'decision_governance', condition: 'no_authority' } as const;
const held = (exercise: string, startedAt: string, gaps: HeldGaps['gaps']): HeldGaps => ({
  ...{ exercise, title: `Title of ${exercise}`, startedAt, heldOn: startedAt.slice(0, 10), gaps },
});
const q1 = held('q1', '2026-03-17T09:00:00Z', [{ title: 'Nobody may decide', ...authority, severity: 'high' }]);
const q2 = held('q2', '2026-09-10T09:00:00Z', [{ title: 'Nobody on shift may', ...authority, severity: 'critical' }]);

describe('A gap that came back', () => {
  it('has the same capability and condition in a later exercise, and names both, in the latest words', () => {
    expect(findReturnedGaps([q2, q1], [], today)).toEqual({
      held: 2,
      notCompared: 0,
      gaps: [
        {
          ...{ title: 'Nobody on shift may', ...authority, severity: 'critical', actions: [] },
          seen: [
            { exercise: 'q1', title: 'Title of q1', heldOn: '2026-03-17' },
            { exercise: 'q2', title: 'Title of q2', heldOn: '2026-09-10' },
          ],
        },
      ],
    });
  });

  it.each([
    ['another capability', { ...authority, capability: 'containment' as const }],
    ['another condition', { ...authority, condition: 'no_owner' }],
    ['no capability', { condition: 'no_authority' }],
    ['no condition', { capability: authority.capability }],
  ])('is not one with %s', (_, tags) => {
    const later = held('q2', q2.startedAt, [{ title: 'Nobody may decide', ...tags }]);
    expect(findReturnedGaps([q1, later], [], today).gaps).toEqual([]);
  });

  it('is not one that a single exercise recorded twice', () => {
    expect(findReturnedGaps([held('q1', q1.startedAt, [...q1.gaps, ...q1.gaps])], [], today).gaps).toEqual([]);
  });

  it('is told from one that cannot be compared', () => {
    const vague = held('q3', '2026-10-01T09:00:00Z', [
      { title: 'Something' },
      { title: 'Again', condition: 'no_owner' },
    ]);
    expect(findReturnedGaps([q1, vague], [], today)).toEqual({ held: 2, gaps: [], notCompared: 2 });
  });

  it('stands before a less severe one', () => {
    const low = { title: 'Low', capability: 'recovery', condition: 'no_access', severity: 'low' } as const;
    const none = { title: 'None', capability: 'recovery', condition: 'no_owner' } as const;
    const [a, b] = [q1, q2].map((of) => ({ ...of, gaps: [none, low, ...of.gaps] }));
    if (!a || !b) throw new Error('two');
    expect(findReturnedGaps([a, b], [], today).gaps.map(({ title }) => title)).toEqual([
      'Nobody on shift may',
      'Low',
      'None',
    ]);
  });

  it('tells what became of the action that the earlier one agreed, and of no other', () => {
    const action = { register_id: 'a', title: 'Name a deputy', exercise: 'q1', due_on: '2026-11-05', ...authority };
    const register = [
      { ...action, status: 'open' as const },
      { ...action, register_id: 'b', status: 'done' as const },
      { ...action, register_id: 'c', status: 'open' as const, due_on: today },
      { ...action, register_id: 'of the latest', exercise: 'q2', status: 'open' as const },
      { ...action, register_id: 'of another gap', condition: 'no_owner', status: 'open' as const },
    ];
    expect(findReturnedGaps([q1, q2], register, today).gaps[0]?.actions).toEqual([
      { id: 'a', status: 'open', overdueDays: 20 },
      { id: 'b', status: 'done', overdueDays: null },
      { id: 'c', status: 'open', overdueDays: null },
    ]);
    expect(findReturnedGaps([q1, q2], null, today).gaps[0]?.actions).toBeNull();
  });
});
