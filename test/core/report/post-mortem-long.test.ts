import { describe, expect, test } from 'vitest';
import { summariseMeasures } from '#core/exercise/metrics/summary.ts';
import type { PreviousMeasures, Setup } from '#core/exercise/setup.ts';
import { measure } from '#core/report/document.ts';
import { buildPostMortem } from '#core/report/post-mortem.ts';
import { buildLongPostMortem } from '#core/report/post-mortem-long.ts';
import type { Scenario } from '#core/scenario/schema.ts';
import {
  decision,
  end,
  gap,
  played,
  playedOf,
  playedWith,
  release,
  type Step,
  sampleSetup,
} from '../../support/play.ts';
import { sampleScenario } from '../../support/sample-scenario.ts';
import { tellDocument, tellSection } from '../../support/told.ts';

const head = 'b'.repeat(64);
const bare: readonly Step[] = [
  [0, release('Q1-010')],
  [5, end],
];
const long = (...steps: readonly Step[]) => buildLongPostMortem(played(...steps), head);
const longWith = (setup: Partial<Setup>, ...steps: readonly Step[]) =>
  buildLongPostMortem(playedWith({ ...sampleSetup, ...setup }, ...steps), head);
const scores = Array.from({ length: 12 }, (_, at) => (at === 5 ? 5 : 3));
const forms = (count: number) =>
  Array.from({ length: count }, (_, at): Step => [6 + at, { type: 'record_feedback', scores }]);

describe('The long form', () => {
  test('holds sections 1 to 13 and appendices A to G, whatever is missing', () => {
    const { blocks } = long(...bare);
    expect(blocks.flatMap((block) => (block.is === 'section' ? [block.number] : []))).toEqual(
      Array.from({ length: 13 }, (_, at) => at + 1),
    );
    expect(blocks.flatMap((block) => (block.is === 'appendix' ? [block.letter] : [])).join('')).toBe('ABCDEFG');
    expect(blocks.filter(({ is }) => is === 'contents')).toHaveLength(1);
  });

  test('has the sections of the short form word for word', () => {
    const state = played([0, release('Q1-010')], [3, decision('D1')], [4, gap({ severity: 'high' })], [9, end]);
    const [short, whole] = [buildPostMortem(state, head), buildLongPostMortem(state, head)];
    for (const number of [1, 2, 3, 4, 5, 6]) expect(tellSection(whole, number)).toBe(tellSection(short, number));
  });

  test('says in a sentence what was not recorded', () => {
    const document = long(...bare);
    expect(tellSection(document, 9)).toContain('No gap was recorded, so there is nothing to respond to.');
    expect(tellSection(document, 11)).toContain('No feedback form was entered.');
    expect(tellSection(document, 12)).toContain('Nothing was corrected after play');
    expect(tellSection(document, 8)).toContain('No legal clock was exercised.');
    expect(tellDocument(document)).toContain('No ATT&CK technique stands beside an inject that was played.');
  });

  test('every table is as wide as the text', () => {
    const widths = long(...bare, ...forms(4)).blocks.flatMap((block) =>
      block.is === 'table' ? [block.columns.reduce((sum, { width }) => sum + width, 0)] : [],
    );
    expect(new Set(widths)).toEqual(new Set([measure]));
  });

  test('holds nothing of what only the facilitator reads', () => {
    const secret = 'SECRET-OF-THE-FACILITATOR';
    const scenario: Scenario = {
      ...sampleScenario,
      facilitator_brief: secret,
      before_you_start: [secret],
      likely_gaps: [secret],
      modelled_on: [secret],
      injects: sampleScenario.injects.map((inject) => ({
        ...inject,
        notes: secret,
        ask: [secret],
        held_back: [{ asked: secret, answer: secret }],
        branch: [{ if: secret, goto: 'Q1-020' }],
        if_already: { when: secret, body: secret },
        decision: inject.decision && { ...inject.decision, if_no_decision: secret },
      })),
    };
    const state = playedOf(scenario, sampleSetup, [0, release('Q1-010')], [2, decision('D1')], [3, gap()], [9, end]);
    expect(tellDocument(buildLongPostMortem(state, head))).not.toContain(secret);
  });
});

describe('Section 7', () => {
  test('tells who was there, who was not, and whether the evaluator is independent', () => {
    const participants: Setup['participants'] = [
      { name: 'Dana Ortiz', role: 'IC' },
      { name: 'Sam Reyes', role: 'LEGAL', stands_in_for: 'Kim Ito' },
    ];
    const leave: Step = [2, { type: 'change_attendance', role: 'LEGAL', change: 'left' }];
    const plan = { ...sampleSetup.plan, evaluator: 'Sam Reyes, internal audit' };
    const told = tellSection(longWith({ participants, plan }, [0, release('Q1-010')], leave, [5, end]), 7);
    expect(told).toContain('Present: Incident Commander and Legal');
    expect(told).toContain('Absent for a time: Legal');
    expect(told).toContain('Stood in for: Legal');
    expect(told).toContain('Was also Legal, so not independent of those who played');
    expect(told).toContain('1 of 5 injects played');
    const apart = { ...sampleSetup.plan, evaluator: 'Kim Ito' };
    expect(tellSection(longWith({ plan: apart }, ...bare), 7)).toContain('Kim Ito. Held no function in the room');
  });
});

describe('Appendix A', () => {
  test('tells of each person when that person was there, and who stood in', () => {
    const participants: Setup['participants'] = [
      { name: 'Dana Ortiz', role: 'IC' },
      { name: 'Kim Ito', role: 'LEGAL' },
    ];
    const change = (at: number, more: object): Step => [
      at,
      { type: 'change_attendance', role: 'LEGAL', ...more } as Step[1],
    ];
    const told = tellDocument(
      longWith(
        { participants },
        [0, release('Q1-010')],
        change(2, { name: 'Kim Ito', change: 'left' }),
        change(3, { name: 'Sam Reyes', change: 'arrived', stands_in_for: 'Kim Ito' }),
        [5, end],
      ),
    );
    expect(told).toContain('Kim Ito | Legal | – | left T+2, from T+3 Sam Reyes stood in');
    expect(told).toContain('Sam Reyes | Legal, standing in for Kim Ito | – | from T+3');
    expect(told).toContain('Dana Ortiz | Incident Commander | – | throughout');
    expect(tellSection(longWith({ participants }, [0, release('Q1-010')], [5, end]), 5)).not.toContain('stand-in');
  });
});

describe('Section 8', () => {
  const caution = 'Discussion-based measurement; indicates decision latency, not operational speed.';

  test('prints each measure with n and target, and what is missing with its reason', () => {
    const told = tellSection(
      long(
        [0, release('Q1-010')],
        [4, { type: 'record_detection', inject: 'Q1-010' }],
        [6, { type: 'declare_milestone', milestone: 'incident_declared' }],
        [12, decision('D1')],
        [20, end],
      ),
      8,
    );
    expect(told).toContain(caution);
    expect(told).toContain('Time to notice a cue, mean (median) | 4.0 (4.0) min | 1 of 1 cue noticed');
    expect(told).toContain('Time to declare | 6 min | 1 | 10 min (O1)');
    expect(told).toContain('Time to recover | – | not exercised: recovery was not reached');
    expect(told).toContain('Decided within target | 0.0 % | 0 of 1');
    const statement = 'Statement approved after the first press | –';
    expect(told).toContain(`${statement} | no statement was approved`);
    const approve: Step = [6, { type: 'declare_milestone', milestone: 'statement_approved' }];
    expect(tellSection(long([0, release('Q1-010')], approve, [20, end]), 8)).toContain(
      `${statement} | no inject of the press was released before`,
    );
  });

  test('sets the measures of the exercise before beside its own, with what that is good for', () => {
    const before = played([0, release('Q1-010')], [3, decision('D1')], [9, end]);
    const record = {
      exercise: '2025-q4-x',
      scenario: 'Q4-OTHER',
      title: 'Loose Bolt',
      held_on: '2025-12-02',
      rated: true,
      figures: summariseMeasures(before),
    };
    const columnOf = (previous_measures: Partial<PreviousMeasures> | undefined, previous = '2025-q4-x') =>
      tellSection(
        longWith(
          {
            plan: { ...sampleSetup.plan, previous },
            ...(previous_measures && { previous_measures: { ...record, ...previous_measures } }),
          },
          ...bare,
        ),
        8,
      );
    const compared = columnOf({});
    expect(compared).toContain('0 of 1 decided | nothing was decided | 3 min (1 of 1)');
    expect(compared).toContain('0 of 1 cue noticed | no cue was marked as noticed | – (0 of 1)');
    expect(compared).toContain('Time to contain | – | containment was not declared | 10 min (O2) | –');
    expect(compared).toContain('“Loose Bolt” (2025-q4-x, 2 December 2025)');
    expect(compared).toContain('It played another script, so a difference is a question to ask, not a trend.');
    expect(columnOf({ scenario: sampleScenario.id })).toContain('It played the same script.');
    expect(columnOf({ rated: false, figures: {} })).toContain('was not rated, because its facilitator');
    expect(columnOf({ rated: false, figures: {} })).not.toContain('Exercise before');
    expect(columnOf(undefined)).toContain('does not hold the measures of 2025-q4-x');
    expect(tellSection(long(...bare), 8)).toContain('The plan names no earlier exercise');
  });

  test('draws the latency of every decision with its target, and holds the same numbers as a table', () => {
    const document = long([0, release('Q1-010')], [12, decision('D1')], [20, end]);
    const chart = document.blocks.find((block) => block.is === 'bar_chart');
    expect(chart?.is === 'bar_chart' && chart.bars).toEqual([{ name: 'D1', value: 12, target: 10, state: 'late' }]);
    expect(tellSection(document, 8)).toContain('D1 12.0 minutes, target 10, late.');
    expect(tellSection(document, 8)).toContain('D1 Do we declare? | 12.0 | 10 | late');
  });

  test('prints no figure when one person facilitated and commanded', () => {
    const plan = { ...sampleSetup.plan, seat: 'both' as const };
    const document = longWith({ plan }, [0, release('Q1-010')], [12, decision('D1')], [20, end]);
    expect(tellSection(document, 8)).toContain('Not rated');
    expect(tellSection(document, 8)).not.toContain('12.0');
    expect(document.blocks.some(({ is }) => is === 'bar_chart')).toBe(false);
  });
});

test('Section 9 gives the response to each gap, and names those without one', () => {
  const told = tellSection(
    long(
      [0, release('Q1-010')],
      [1, gap({ severity: 'high' })],
      [2, gap({ title: 'Another', severity: 'low' })],
      [5, end],
      [
        6,
        {
          type: 'record_management_response',
          gap: 'G1',
          decision: 'risk_accepted',
          by: 'Executive sponsor',
          until: '2026-12-31',
        },
      ],
    ),
    9,
  );
  expect(told).toContain('G1 No list of notices / High | Risk accepted | Executive sponsor | 31\u00A0Dec\u00A02026');
  expect(told).toContain('Not answered yet: G2.');
});

describe('Section 10', () => {
  test('lists a requirement only where something of it was exercised, with the record that shows it', () => {
    const nothing = tellSection(long(...bare), 10);
    expect(nothing).not.toContain('CC7.4');
    expect(nothing).not.toContain('DORA');
    expect(nothing).toContain('NIST SP 800-84');
    const acted = tellSection(
      longWith(
        { organisation: { ...sampleSetup.organisation, profile: ['nis2_entity'] } },
        [0, release('Q1-010')],
        [3, { type: 'record_action', action: 'a1', by: 'SEC' }],
        [5, end],
      ),
      10,
    );
    expect(acted).toContain('1 expected action observed of 1 function');
    expect(acted).toContain('DORA; NIS2 Art. 21');
    expect(acted).not.toContain('Recovery is tested');
  });
});

describe('Feedback', () => {
  test('is told from four forms on, and below that not at all', () => {
    const told = tellDocument(long(...bare, ...forms(4)));
    expect(told).toContain('4 forms, 1 strongly disagree to 5 strongly agree: 3.2 on average');
    expect(told).toContain('5.0 for “I could speak openly, including about problems”');
    expect(told).toContain('Objectives were clear | 3.0 | 4');
    const few = tellDocument(long(...bare, ...forms(3)));
    expect(few).toContain('Fewer than four forms were entered');
    expect(few).not.toContain('Objectives were clear');
  });
});

describe('The appendices', () => {
  test('list who took part, every inject planned and played, and every entry', () => {
    const told = tellDocument(long([0, release('Q1-010')], [2, gap()], [9, end]));
    expect(told).toContain('Dana Ortiz | Incident Commander | – | throughout');
    expect(told).toContain('Q1-010 | First | T+0 | T+0');
    expect(told).toContain('Q1-020 | Second | T+10 | not reached');
    expect(told).toContain('left out (length)');
    expect(told).toMatch(/3 \| T\+2\.0 \/ .* \| gap recorded \/ G1/);
    expect(told).toContain(head);
  });
});

test('What was entered after the end stands in the event log with its day, not with a minute of play', () => {
  const document = long(
    [0, release('Q1-010')],
    [5, end],
    [9, { type: 'write_if_real', text: 'It would have been late' }],
  );
  const told = tellDocument(document);
  expect(told).toMatch(/T\+0\.0[^\n]*inject released/);
  expect(told).toMatch(/17.Mar.2026 \/ after play[^\n]*if real written/);
});
