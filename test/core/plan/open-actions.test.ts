import { describe, expect, it } from 'vitest';
import { dueGroupOf, groupByDue } from '#core/plan/due-groups.ts';
import { listOpenActions } from '#core/plan/open-actions.ts';

const today = '2026-11-25';
const registered = { register_id: 'AI-2026Q1-001', title: 'Write the list', exercise: 'a', status: 'open' as const };

describe('Open actions by their date', () => {
  it.each([
    ['2026-11-24', 'overdue'],
    ['2026-11-25', 'soon'],
    ['2026-12-25', 'soon'],
    ['2026-12-26', 'later'],
    [null, 'no_date'],
    ['2026-02-30', 'no_date'],
    ['next week', 'no_date'],
  ])('due %s are %s', (dueOn, group) => {
    expect(dueGroupOf({ dueOn }, today)).toBe(group);
  });

  it('stand in all four groups, the longest overdue first, then by number', () => {
    const actions = [
      { id: 'AI-2026Q1-010', dueOn: '2026-11-01' },
      { id: 'AI-2026Q1-002', dueOn: '2026-11-01' },
      { id: 'AI-2026Q1-003', dueOn: '2026-03-01' },
      { id: 'AI-2026Q1-004', dueOn: null },
    ];
    expect(groupByDue(actions, today).map(({ group, actions }) => [group, ...actions.map(({ id }) => id)])).toEqual([
      ['overdue', 'AI-2026Q1-003', 'AI-2026Q1-002', 'AI-2026Q1-010'],
      ['soon'],
      ['later'],
      ['no_date', 'AI-2026Q1-004'],
    ]);
  });

  it('leave out what is closed, and name owner and exercise in words', () => {
    const register = [
      { ...registered, owner_name: 'R. Okafor', owner_role: 'LEGAL', due_on: '2026-11-30' },
      { ...registered, register_id: 'AI-2026Q1-002', exercise: 'gone', status: 'blocked' as const },
      ...(['done', 'verified', 'wont_do'] as const).map((status) => ({ ...registered, status })),
    ];
    expect(listOpenActions(register, [{ exercise: 'a', title: 'Quiet Export' }])).toEqual([
      {
        ...{ id: 'AI-2026Q1-001', title: 'Write the list', owner: 'R. Okafor, Legal', dueOn: '2026-11-30' },
        ...{ exercise: 'a', exerciseTitle: 'Quiet Export' },
      },
      {
        ...{ id: 'AI-2026Q1-002', title: 'Write the list', owner: 'nobody named', dueOn: null },
        ...{ exercise: 'gone', exerciseTitle: null },
      },
    ]);
  });
});
