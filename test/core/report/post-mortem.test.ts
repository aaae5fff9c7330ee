import { describe, expect, test } from 'vitest';
import type { Command } from '#core/exercise/commands.ts';
import { initialState } from '#core/exercise/state.ts';
import { measure } from '#core/report/document.ts';
import { buildPostMortem } from '#core/report/post-mortem.ts';
import {
  decision,
  end,
  gap,
  pause,
  played,
  playedWith,
  release,
  resume,
  type Step,
  sampleSetup,
} from '../../support/play.ts';
import { sampleScenario } from '../../support/sample-scenario.ts';
import { tellDocument, tellPageOne, tellSection } from '../../support/told.ts';

const head = 'a'.repeat(64);
const report = (...steps: readonly Step[]) => buildPostMortem(played(...steps), head);
const rate = (objective: string, rating: 'P' | 'S' | 'M' | 'U' | 'N', reason?: string): Command => ({
  type: 'rate_objective',
  objective,
  rating,
  by: 'EVAL',
  ...(reason === undefined ? {} : { reason }),
});
const agree = (fields: object = {}): Command => ({
  type: 'agree_action',
  register_id: 'AI-2026Q1-001',
  gap: 'G1',
  item: { title: 'Write the list', owner_name: 'Jo Moreau', owner_role: 'DEVOPS', due_on: '2026-04-16', ...fields },
});

describe('Page one', () => {
  test('tells what was tested, how it went, what must be decided, by whom and when', () => {
    const told = tellPageOne(
      report(
        [0, release('Q1-010')],
        [4, { type: 'record_action', action: 'a1', by: 'SEC' }],
        [8, decision('D1', { choice: 'Declare' })],
        [9, gap({ severity: 'critical', objective: 'O2' })],
        [
          10,
          { type: 'record_strength', what: 'The record was opened at once', effect: 'nothing was lost', evidence: [] },
        ],
        [20, end],
        [21, agree()],
        [22, rate('O1', 'P')],
        [23, { type: 'write_if_real', text: 'If this had been real, we would have told nobody', by: 'Security lead' }],
        [24, { type: 'ask_leadership', what: 'Name an owner', cost: 'EUR 12,000', owner: 'CTO', by: '2026-04-30' }],
      ),
    );
    expect(told).toContain('Exercise post-mortem – Q1 2026 – A short sample');
    expect(told).toContain('Wexcombe Systems · data breach · played Tuesday 17 March 2026, 20 min of play');
    expect(told).toContain('If this had been real, we would have told nobody. (Security lead)');
    expect(told).toContain('O1 Detect: P no challenges; Both tasks observed');
    expect(told).toContain('O2 Contain: – not rated; suggested N; Its task left out');
    expect(told).toContain('1 | Name an owner | EUR 12,000 | CTO | 30\u00A0Apr\u00A02026');
    expect(told).toContain('The record was opened at once. Nothing was lost.');
    expect(told).toContain('G1 | No list of notices | Critical | Jo Moreau, DevOps | 16\u00A0Apr\u00A02026');
    expect(told).toContain('One decision asked of leadership');
  });

  test('says in a sentence what was not recorded', () => {
    const told = tellPageOne(report([0, release('Q1-010')], [5, end]));
    expect(told).toContain('has not been written yet');
    expect(told).toContain('No decision is asked of leadership.');
    expect(told).toContain('No strength was recorded.');
    expect(told).toContain('No gap was recorded.');
    expect(told).toContain('The plan names no earlier exercise');
  });

  test('shows the gravest three gaps first and says how many more there are', () => {
    const told = tellPageOne(
      report(
        [0, release('Q1-010')],
        [1, gap({ title: 'Lowly', severity: 'low' })],
        [2, gap({ title: 'Middling', severity: 'medium' })],
        [3, gap({ title: 'Grave', severity: 'critical' })],
        [4, gap({ title: 'High up', severity: 'high' })],
        [5, end],
      ),
    );
    expect(told.match(/^G\d.*$/gm)?.map((line) => line.slice(0, 2))).toEqual(['G3', 'G4', 'G2']);
    expect(told).toContain('Three of four gaps to close, all in section 4');
    expect(told).not.toContain('Lowly');
  });

  test('reports the actions of the exercise before from the snapshot and this journal', () => {
    const setup = {
      ...sampleSetup,
      plan: { ...sampleSetup.plan, previous: '2025-q4-x' },
      previous_actions: [
        {
          id: '2025-q4-x/AI-1',
          register_id: 'AI-2025Q4-001',
          title: 'Write the card',
          status: 'open' as const,
          due_on: '2026-03-01',
          capability: 'containment',
          condition: 'no_owner',
        },
      ],
    };
    const steps: readonly Step[] = [
      [0, release('Q1-010')],
      [1, gap({ capability: 'containment', condition: 'no_owner' })],
      [2, end],
      [3, { type: 'retest_action', action: '2025-q4-x/AI-1', result: 'not_held', note: 'The card was not at hand' }],
    ];
    const document = buildPostMortem(playedWith(setup, ...steps), head);
    expect(tellPageOne(document)).toContain(
      '0 of 1 action closed, 0 of them verified; overdue: AI-2025Q4-001; re-tested today: 0 held, 1 did not, 0 not tested; G1 repeats what AI-2025Q4-001 was to close.',
    );
    expect(tellSection(document, 1)).toContain('overdue, open');
    expect(tellSection(document, 1)).toContain('yes, did not hold / The card was not at hand');
  });
});

describe('A draft', () => {
  test('lists what blocks FINAL, under the numbers the document prints', () => {
    const document = report(
      [0, release('Q1-010')],
      [1, gap({ severity: 'high' })],
      [5, end],
      [6, agree({ owner_name: undefined })],
    );
    expect(document.isDraft).toBe(true);
    expect(tellPageOne(document)).toContain(
      'version 1.0, draft · 3 points block FINAL (AI-2026Q1-001, O1, O2), see section 13',
    );
    expect(tellSection(document, 13)).toContain('AI-2026Q1-001: no owner is named (gap G1 is high).');
    expect(tellSection(document, 13)).toContain('O1: no final rating.');
  });

  test('of an exercise that has not ended says so', () => {
    expect(tellSection(report([0, release('Q1-010')]), 13)).toContain('Exercise: it has not ended.');
  });

  test('becomes FINAL with the version that was signed off', () => {
    const document = report(
      [0, release('Q1-010')],
      [5, end],
      [6, rate('O1', 'S', 'Seen from the corner')],
      [6, rate('O2', 'N')],
      [7, { type: 'sign_report', name: 'Dana Ortiz', role: 'Incident Commander', on: '2026-03-24' }],
      [8, { type: 'finalise_report' }],
    );
    expect(document.isDraft).toBe(false);
    expect(document.version).toBe('version 1.0');
    expect(tellSection(document, 13)).not.toContain('blocks FINAL');
    expect(tellSection(document, 13)).toContain(
      'Incident Commander | Dana Ortiz | 24\u00A0Mar\u00A02026 | recorded in Muster',
    );
  });
});

describe('Objectives', () => {
  test('print the suggestion beside a rating that differs, with the reason', () => {
    const told = tellSection(
      report(
        [0, release('Q1-010')],
        [9, { type: 'record_action', action: 'a1', by: 'SEC' }],
        [10, decision('D1')],
        [11, end],
        [12, rate('O1', 'M', 'Two people opened it')],
      ),
      2,
    );
    expect(told).toContain('Open: done 9.0 min of 5, late · Declare: decided 10.0 min of 10');
    expect(told).toContain(
      '[M]\u00A0major\u00A0challenges / suggested S: late: open / evaluator: Two people opened it',
    );
  });

  test('and times are not rated when facilitator and Incident Commander were one person', () => {
    const setup = { ...sampleSetup, plan: { ...sampleSetup.plan, seat: 'both' as const } };
    const document = buildPostMortem(playedWith(setup, [0, release('Q1-010')], [4, decision('D1')], [9, end]), head);
    expect(tellPageOne(document)).toContain(
      'Not rated: the facilitator and the Incident Commander were the same person.',
    );
    expect(tellSection(document, 2)).not.toMatch(/\d min of/);
    expect(tellSection(document, 3)).toContain('not rated');
  });
});

describe('One name with both roles', () => {
  test('is not rated either, and a role nobody holds is said to be open', () => {
    const both = [
      { name: 'Dana Ortiz', role: 'IC' as const },
      { name: 'Dana Ortiz', role: 'FAC' as const },
    ];
    const same = buildPostMortem(playedWith({ ...sampleSetup, participants: both }, [9, end]), head);
    expect(tellPageOne(same)).toContain('Not rated');
    expect(tellSection(report([9, end]), 2)).toContain(
      'Nobody is entered as Facilitator; ratings and times stand only if',
    );
  });
});

describe('Decisions', () => {
  test('show latency against target, revisions, and what stayed open', () => {
    const told = tellSection(
      report(
        [0, release('Q1-010')],
        [12, decision('D1', { choice: 'Declare', rationale: 'It is our file', missing: 'Whose data', by: 'SEC' })],
        [13, { type: 'revise_decision', decision: 'D1', by: 'IC', choice: 'Wait' }],
        [14, release('Q1-020')],
        [15, { type: 'open_decision', decision: 'D2' }],
        [16, decision('new', { question: 'Tell the landlord?', choice: 'Not yet' })],
        [20, end],
      ),
      3,
    );
    expect(told).toContain('Two decisions were opened, one made, none within target.');
    expect(told).toContain('One more was taken in passing and is not timed.');
    expect(told).toContain(
      'D1 Do we declare? / Security; planned: Incident Commander | Declare. It is our file. / Revised at T+13: Wait.',
    );
    expect(told).toContain('12.0\u00A0of\u00A010 / late / made at T+12');
    expect(told).toContain(
      'D2 Do we declare? / Incident Commander | Not decided. / Options: Declare · Wait. | – | 5.0\u00A0of\u00A010 / open at the end',
    );
    expect(told).toContain('Not exercised, because their injects were not released: D4 and D5.');
  });

  test('that only came with their inject count as opened and not decided, never as both opened and not', () => {
    const told = tellSection(report([0, release('Q1-010')], [20, end]), 3);
    expect(told).toContain('One decision was opened, none made');
    expect(told).toContain(
      'Not decided. / Opened with its inject; its question was never put to the room, so it lowers no rating. / Options: Declare · Wait. | – | 20.0\u00A0of\u00A010 / open at the end',
    );
    expect(told.toLowerCase()).not.toContain('never opened');
  });
});

describe('Gaps', () => {
  test('read as cue, condition and effect, with their evidence in words', () => {
    const told = tellSection(
      report(
        [0, release('Q1-010')],
        [2, { type: 'record_observation', text: 'Nobody knew where the list was', kind: 'fact' }],
        [
          3,
          gap({
            when: 'the mail came',
            missing: 'the archive held no list',
            effect: 'nobody was told',
            severity: 'high',
            evidence: ['Q1-010', '#3'],
          }),
        ],
        [5, end],
      ),
      4,
    );
    expect(told).toContain('High. When the mail came, the archive held no list, so nobody was told.');
    expect(told).toContain('Evidence: Q1-010 at T+0 · T+2 Nobody knew where the list was');
  });
});

describe('How it unfolded', () => {
  const document = report(
    [1, release('Q1-010')],
    [3, { type: 'declare_milestone', milestone: 'incident_declared', by: 'IC' }],
    [5, pause],
    [15, resume],
    [16, { type: 'hold_inject', inject: 'Q1-020', reason: 'still talking' }],
    [17, release('Q1-020')],
    [18, release('Q1-C1')],
    [19, { type: 'stop_for_real_world', reason: 'fire alarm' }],
    [30, resume],
    [31, { type: 'leave_out_injects', injects: ['Q1-030'], reason: 'finish early' }],
    [
      32,
      {
        type: 'improvise_inject',
        title: 'A caller',
        channel: 'phone_call',
        from: 'Press',
        to: 'Comms',
        roles: [],
        body: 'Hello',
      },
    ],
    [40, end],
  );

  test('tells what was known when, in minutes of play', () => {
    const told = tellSection(document, 5);
    expect(told).toContain('T+1 | Tue 09:05 | Q1-010 E-mail: First. Incident declared (T+3).');
    expect(told).toMatch(/T\+7 \| Tue 09:\d\d \| Q1-020 E-mail: Second\./);
    expect(told).toContain('Telephone: A caller.');
  });

  test('tells a note that came in late under the inject of its own time, in the order of what happened', () => {
    const late = [
      [30, decision('new', { question: 'P1?', choice: 'P1 it is' })],
      [3, decision('new', { question: 'Declare?', choice: 'We declare' })],
      [2, { type: 'declare_milestone', milestone: 'exec_notified', by: 'IC' }],
    ] as const satisfies readonly Step[];
    const told = tellSection(report([1, release('Q1-010')], [17, release('Q1-020')], ...late, [40, end]), 5);
    expect(told).toContain('E-mail: First. Executive sponsor told (T+2). Decided: We declare (T+3).');
    expect(told).toContain('E-mail: Second. Decided: P1 it is (T+30).');
  });

  test('says that a duty it names is an exercise aid, and nothing of it where there is none', () => {
    const recognised: Step = [25, { type: 'recognise_clock', clock: 'GDPR-33', by: 'LEGAL' }];
    const told = tellSection(report([20, release('Q1-030')], recognised, [40, end]), 5);
    expect(told).toContain('Duty GDPR-33 recognised (T+25).');
    expect(told).toContain('Legal duties: Exercise aid, not legal advice.');
    expect(tellSection(document, 5)).not.toContain('not legal advice');
  });

  test('lists every deviation from the script', () => {
    const told = tellSection(document, 5);
    for (const words of [
      'Left out before the start. Q1-040 (Fourth), to keep to the length of the session.',
      'Paused at T+5. Projector failure.',
      'Held at T+6. Q1-020 (Second): still talking.',
      'From the pocket at T+8. Q1-C1, Pocket.',
      'Stopped for REAL WORLD at T+9. Fire alarm.',
      'Left out at T+10. Q1-030 (Third): finish early.',
      'Improvised at T+11. AH-1, A caller.',
    ]) {
      expect(told.toLowerCase()).toContain(words.toLowerCase());
    }
  });

  test('draws each function’s lane in minutes of play', () => {
    const figure = document.blocks.find((block) => block.is === 'swim_lanes');
    expect(figure?.lanes).toMatchObject({
      minutes: 19,
      stops: [
        { at: 5, kind: 'pause' },
        { at: 9, kind: 'real_world' },
      ],
    });
    expect(figure?.lanes.injects.map(({ label, kind }) => `${label} ${kind}`)).toEqual([
      '010 planned',
      '020 planned',
      'C1 contingency',
      'AH-1 improvised',
    ]);
    expect(figure?.description).toContain('Incident Commander: declared at T+3');
  });
});

describe('Corrections', () => {
  test('come after play, and only when there are any', () => {
    const plain = report([0, release('Q1-010')], [5, end]);
    expect(plain.blocks.some((block) => block.is === 'section' && block.number === 12)).toBe(false);
    const corrected = report(
      [0, release('Q1-010')],
      [1, gap()],
      [5, end],
      [6, { type: 'amend_entry', of: 3, with: { title: 'No list at hand' } }],
    );
    expect(tellSection(corrected, 12)).toContain(
      '17 March 2026. Gap recorded G1, “No list of notices”, was corrected: title now “No list at hand”.',
    );
    expect(tellSection(corrected, 4)).toContain('G1 – No list at hand');
  });

  test('list what came into a later version, with what it took the place of', () => {
    const rate = (objective: string, rating: string): Step => [
      6,
      { type: 'rate_objective', objective, rating, reason: 'Seen twice', by: 'EVAL' } as Step[1],
    ];
    const words = { when: 'The alert came', missing: 'a list', effect: 'it took 12 minutes' };
    const tags = { element: 'process', capability: 'containment', condition: 'not_documented' };
    const told = tellSection(
      report(
        [0, release('Q1-010')],
        [2, decision('D1', { rationale: 'Nothing else was safe' })],
        [5, end],
        rate('O1', 'S'),
        rate('O2', 'P'),
        [7, { type: 'write_if_real', text: 'If this had been real, a day would be lost' }],
        [8, { type: 'finalise_report' } as Step[1]],
        [9, { type: 'open_revision', reason: 'A finding was missing' }],
        [10, gap({ severity: 'low', title: 'No second phone', ...words, ...tags })],
        rate('O1', 'P'),
        [11, { type: 'write_if_real', text: 'If this had been real, an hour would be lost' }],
        [12, { type: 'sign_report', name: 'Dana Ortiz', role: 'Incident Commander', on: '2026-03-24' }],
      ),
      12,
    );
    expect(told.split('\n').map((line) => line.replace(/^.*?2026\. /, ''))).toEqual([
      '12 Corrections',
      'Revision 2.0 opened: A finding was missing.',
      expect.stringMatching(/^Gap recorded G1, “No second phone.*, was added\.$/),
      'O1 is rated P instead of S: Seen twice.',
      '“If this had been real” now reads “If this had been real, an hour would be lost”, before: “If this had been real, a day would be lost”.',
    ]);
  });
});

test('Every table is as wide as the text, and a section keeps its number', () => {
  const { blocks } = report([0, release('Q1-010')], [1, gap()], [5, end]);
  for (const block of blocks) {
    if (block.is === 'table') expect(block.columns.reduce((sum, { width }) => sum + width, 0)).toBe(measure);
  }
  expect(blocks.flatMap((block) => (block.is === 'section' ? [block.number] : []))).toEqual([1, 2, 3, 4, 5, 6, 13]);
});

test('An exercise in which nothing was released says so in every section', () => {
  const document = buildPostMortem(played([1, end]), head);
  expect(tellSection(document, 3)).toContain('No decision was exercised.');
  expect(tellSection(document, 5)).toContain('No inject was released.');
  expect(tellSection(document, 6)).toContain('No runbook change was proposed.');
  expect(tellDocument(document)).toContain(head);
});

test('An exercise that has not started has nothing to report', () => {
  expect(() => buildPostMortem(initialState(sampleScenario), head)).toThrow('has nothing to report');
});
