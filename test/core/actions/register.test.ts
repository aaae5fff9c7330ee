import { describe, expect, it } from 'vitest';
import { applyExercise } from '#core/actions/apply-exercise.ts';
import { changeAction } from '#core/actions/change-action.ts';
import { filterActions, gapKeyOf, noFilter } from '#core/actions/filter-actions.ts';
import { gatherPeople, listLacks, standingOf } from '#core/actions/owner-standing.ts';
import { ageBucketOf, countRegister, measureClosure } from '#core/actions/register-figures.ts';
import { type RegisteredAction, toPreviousAction } from '#core/actions/registered-action.ts';
import type { Command } from '#core/exercise/commands.ts';
import { previousActionSchema } from '#core/exercise/setup.ts';
import { played } from '../../support/play.ts';
import { openAction } from '../../support/registered-action.ts';

const today = '2026-06-01';
const of = (fields: Partial<RegisteredAction>): RegisteredAction => ({ ...openAction, ...fields });

const gap: Command = {
  type: 'record_gap',
  ...{ title: 'Nobody may stop the shop', when: 'the export ran', missing: 'no runbook named who may stop it' },
  ...{ capability: 'containment', condition: 'no_authority', severity: 'high', csf: 'RS.MI-01', evidence: ['Q1-010'] },
};
const agree: Command = {
  type: 'agree_action',
  register_id: 'AI-2026Q1-001',
  gap: 'G1',
  item: {
    ...{ title: 'Name who may stop it', description: 'In RB-07', type: 'document', strength_of_fix: 'checklist' },
    ...{ owner_role: 'SEC', owner_name: 'Jo', owner_email: 'jo@example.com', sponsor: 'A. Chief' },
    ...{ due_on: '2026-04-16', done_test: 'Found within a minute' },
  },
};

describe('The register', () => {
  const state = played([5, gap], [6, agree]);
  const [registered = openAction] = applyExercise([], '2026-q1-sample', state);

  it('takes every column from the action, its gap and its exercise', () => {
    expect(registered).toEqual({
      ...{ register_id: 'AI-2026Q1-001', origin: '2026-q1-sample/AI-1', exercise: '2026-q1-sample', status: 'open' },
      ...{ title: 'Name who may stop it', description: 'In RB-07', type: 'document', strength_of_fix: 'checklist' },
      ...{ problem: 'When the export ran, no runbook named who may stop it.', gap: 'G1', source_inject: 'Q1-010' },
      ...{ capability: 'containment', condition: 'no_authority', severity: 'high', csf: 'RS.MI-01' },
      ...{ owner_role: 'SEC', owner_name: 'Jo', owner_email: 'jo@example.com', sponsor: 'A. Chief' },
      ...{ due_on: '2026-04-16', created_on: '2026-03-17', done_test: 'Found within a minute' },
    });
  });

  it('keeps what it was told itself when the exercise is registered again, the new owner too', () => {
    const now = { t: '2026-04-10T08:00:00.000Z', today: '2026-04-10' };
    const tell = (action: RegisteredAction, change: Parameters<typeof changeAction>[1]) => {
      const outcome = changeAction(action, change, now);
      return outcome.ok ? outcome.value : action;
    };
    const linked = tell(registered, { is: 'link', external_key: 'SEC-14' });
    const handed = tell(linked, { is: 'owner', owner_name: 'Sam Reyes' });
    const done = tell(handed, { is: 'status', status: 'done', evidence: 'Drill' });
    const [again] = applyExercise([done], '2026-q1-sample', state);
    expect(again).toEqual(done);
    expect(again).toMatchObject({ owner_name: 'Sam Reyes', external_key: 'SEC-14', status: 'done' });
    expect(again?.owner_email).toBeUndefined();
  });

  it('hears of earlier actions from a later exercise, and who verified one is gone when it opened again', () => {
    const earlier = of({
      origin: '2025-q4-x/AI-1',
      exercise: '2025-q4-x',
      verified_by: 'Sam',
      verified_on: '2026-01-01',
    });
    const change = { type: 'change_action_status', action: '2025-q4-x/AI-1', status: 'open' } as const;
    const later = played([90, { type: 'end_exercise' }], [91, change]);
    const [told] = applyExercise([earlier], '2026-q1-sample', later);
    expect([told?.status, told?.verified_by, told?.told?.exercise]).toEqual(['open', undefined, '2026-q1-sample']);
  });

  it('tells the next exercise only what its snapshot holds', () => {
    const all = of({ evidence: 'x', told: { t: '2026-04-10T08:00:00.000Z' }, history: [] });
    expect(previousActionSchema.parse(toPreviousAction(all))).toMatchObject({ id: all.origin, title: all.title });
  });
});

describe('Closure', () => {
  it('is what was verified by its day of what was due in the last twelve months', () => {
    const actions = [
      of({ due_on: '2026-04-16', status: 'verified', verified_on: '2026-04-16' }),
      of({ due_on: '2026-04-16', status: 'verified', verified_on: '2026-04-17' }),
      of({ due_on: '2026-04-16', status: 'done' }),
      of({ due_on: '2026-04-16', status: 'wont_do' }),
      of({ due_on: '2026-06-02', status: 'verified', verified_on: '2026-05-01' }),
      of({ due_on: '2025-06-01', status: 'verified', verified_on: '2025-05-01' }),
      of({ due_on: '2025-06-02', status: 'verified', verified_on: '2025-06-02' }),
      of({ due_on: undefined }),
    ];
    expect(measureClosure(actions, today)).toEqual({ from: '2025-06-02', to: today, due: 5, onTime: 2 });
    expect(countRegister(actions, today)).toMatchObject({ open: 1, overdue: 0, toVerify: 1 });
  });

  it.each([
    ['2026-05-02', 'to_30'],
    ['2026-05-01', 'to_60'],
    ['2026-04-02', 'to_60'],
    ['2026-04-01', 'to_90'],
    ['2026-03-03', 'to_90'],
    ['2026-03-02', 'over_90'],
    [undefined, 'unknown'],
  ])('counts an open action agreed on %s as %s', (created_on, bucket) => {
    expect(ageBucketOf(of({ created_on }), today)).toBe(bucket);
    expect(ageBucketOf(of({ created_on, status: 'verified' }), today)).toBeNull();
  });
});

describe('An owner', () => {
  const people = gatherPeople(['R. Okafor', 'Jo Berg'], ['jo berg']);

  it('who left is said, also where only no roster has the name', () => {
    expect(standingOf(openAction, people)).toBe('known');
    expect(listLacks(openAction, people)).toEqual([]);
    expect(listLacks(of({ owner_name: 'Jo  Berg' }), people)).toEqual(['Jo  Berg has left: hand it over']);
    expect(listLacks(of({ owner_name: 'Kim' }), people)).toEqual(['Kim is on no roster: still here?']);
    expect(listLacks(of({ owner_name: 'Kim', status: 'verified' }), people)).toEqual([]);
  });

  it('and the rest that an open action needs is missed in words; a sponsor only for a heavy gap', () => {
    const bare = of({ owner_name: undefined, sponsor: undefined, due_on: undefined, done_test: undefined });
    expect(listLacks(bare, people)).toHaveLength(4);
    expect(listLacks(of({ sponsor: undefined, severity: 'medium' }), people)).toEqual([]);
  });
});

describe('The filter', () => {
  const actions = [
    openAction,
    of({
      register_id: 'AI-2',
      origin: 'b/AI-2',
      exercise: 'b',
      title: 'Übung planen',
      due_on: '2026-07-01',
      severity: 'low',
    }),
    of({
      register_id: 'AI-3',
      origin: 'b/AI-3',
      exercise: 'b',
      status: 'done',
      capability: 'recovery',
      due_on: '2026-05-01',
    }),
    of({
      register_id: 'AI-4',
      origin: 'b/AI-4',
      exercise: 'b',
      due_on: undefined,
      owner_name: 'Jo',
      condition: undefined,
    }),
  ];
  const returned = new Set([gapKeyOf(openAction) ?? '']);
  const around = { today, returned, titles: new Map([['b', 'Cold Restore']]) };
  const find = (fields: Partial<typeof noFilter>) =>
    filterActions(actions, { ...noFilter, ...fields }, around).map(({ register_id }) => register_id);

  it.each<[string, Partial<typeof noFilter>, readonly string[]]>([
    ['what is not closed, due first first', {}, ['AI-2026Q1-001', 'AI-2', 'AI-4']],
    ['everything', { status: 'all' }, ['AI-2026Q1-001', 'AI-3', 'AI-2', 'AI-4']],
    ['one status', { status: 'done' }, ['AI-3']],
    ['what is overdue', { status: 'all', isOverdue: true }, ['AI-2026Q1-001']],
    ['gaps that came back', { hasReturned: true }, ['AI-2026Q1-001', 'AI-2']],
    ['an owner', { owner: 'jo' }, ['AI-4']],
    ['a capability', { status: 'all', capability: 'recovery' }, ['AI-3']],
    ['an exercise', { exercise: 'b' }, ['AI-2', 'AI-4']],
    ['a severity', { severity: 'low' }, ['AI-2']],
    ['an age', { age: 'to_90' }, ['AI-2026Q1-001', 'AI-2', 'AI-4']],
    ['words anywhere, in any order and case', { text: 'planen ÜBUNG' }, ['AI-2']],
    ['the title of an exercise', { text: 'cold' }, ['AI-2', 'AI-4']],
    ['a number', { text: 'q1-001' }, ['AI-2026Q1-001']],
    ['nothing where a word stands nowhere', { text: 'planen nowhere' }, []],
  ])('finds %s', (_, fields, ids) => {
    expect(find(fields)).toEqual(ids);
  });
});
