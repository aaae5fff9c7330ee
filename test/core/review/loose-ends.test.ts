import { describe, expect, test } from 'vitest';
import { listFinalBlockers } from '#core/review/list-final-blockers.ts';
import { listLooseEnds } from '#core/review/list-loose-ends.ts';
import { decision, end, gap, played, release, type Step } from '../../support/play.ts';

const rated = (['O1', 'O2'] as const).map(
  (objective): Step => [11, { type: 'rate_objective', objective, rating: 'P', reason: 'seen', by: 'EVAL' }],
);
const opening: readonly Step[] = [[0, release('Q1-010')], [10, end], ...rated];
const tell = (...steps: readonly Step[]) =>
  listLooseEnds(played(...steps)).map(({ step, where, what }) => `${step}, ${where}: ${what}`);

describe('What is open and blocks nothing', () => {
  test('is told before FINAL: what the report would print as not written, not agreed or not signed', () => {
    const steps: readonly Step[] = [
      ...opening,
      [12, gap({ severity: 'low', when: 'The alert came' })],
      [
        13,
        {
          type: 'agree_action',
          register_id: 'AI-2026Q1-001',
          gap: 'G1',
          item: { title: 'Write the list', owner_name: 'Jo' },
        },
      ],
    ];
    expect(listFinalBlockers(played(...steps))).toEqual([]);
    expect(tell(...steps)).toEqual([
      'gaps, G1: not said: what was missing and its effect',
      'gaps, G1: not chosen: element, capability and condition',
      'decisions, D1: opened, and never decided',
      'actions, AI-1: no due date, no done-test and no strength of fix',
      'leadership, For leadership: “If this had been real” is not written',
      'sign_off, Signatures: nobody has signed version 1.0',
    ]);
  });

  test('goes away as it is filled in', () => {
    const words = { when: 'The alert came', missing: 'a list', effect: 'it took 12 minutes' };
    const tags = { element: 'process', capability: 'containment', condition: 'not_documented' };
    expect(
      tell(
        [0, release('Q1-010')],
        [3, decision('D1', { rationale: 'Nothing else was safe' })],
        [10, end],
        ...rated,
        [12, gap({ severity: 'low', ...words, ...tags })],
        [14, { type: 'write_if_real', text: 'If real, a day late' }],
        [15, { type: 'sign_report', name: 'Dana Ortiz', role: 'Incident Commander', on: '2026-03-24' }],
      ),
    ).toEqual([]);
  });

  test('tells what was recorded after somebody signed, until that role signs again', () => {
    const sign = (at: number, role: string): Step => [
      at,
      { type: 'sign_report', name: 'Dana Ortiz', role, on: '2026-03-24' },
    ];
    const written: Step = [13, { type: 'write_if_real', text: 'If real, a day late' }];
    const signed = [...opening, sign(12, 'Incident Commander'), written, sign(14, 'Security lead')];
    const told = 'sign_off, Dana Ortiz, Incident Commander: 1 entry was recorded after this signature';
    expect(tell(...signed).filter((line) => line.startsWith('sign_off'))).toEqual([told]);
    expect(tell(...signed, sign(15, 'Incident Commander')).filter((line) => line.startsWith('sign_off'))).toEqual([]);
  });

  test('is not told twice where it blocks', () => {
    const steps: readonly Step[] = [
      ...opening,
      [12, gap({ severity: 'high' })],
      [13, { type: 'agree_action', register_id: 'AI-2026Q1-001', gap: 'G1', item: { title: 'Write the list' } }],
    ];
    expect(listFinalBlockers(played(...steps)).map(({ where }) => where)).toEqual(['AI-1', 'AI-1']);
    expect(tell(...steps)).toContain('actions, AI-1: no done-test and no strength of fix');
  });

  test('knows a decision that was taken in passing by its question', () => {
    const quick: Step = [
      3,
      { type: 'record_decision', decision: 'new', by: 'IC', choice: 'Yes', question: 'Call the bank?' },
    ];
    expect(tell([0, release('Q1-010')], quick, [10, end], ...rated)).toContain(
      'decisions, Call the bank?: no reason is recorded',
    );
  });

  test('names an answer that was promised and is not here', () => {
    const asked: Step = [
      2,
      { type: 'record_question', question: 'Who holds the key?', answer: 'promised', to_room: false },
    ];
    expect(tell([0, release('Q1-010')], asked, [10, end], ...rated)).toContain(
      'open_items, Question: an answer was promised and is not here yet',
    );
  });
});
