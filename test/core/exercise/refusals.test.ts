import { describe, expect, test } from 'vitest';
import type { Command, CommandType } from '#core/exercise/commands.ts';
import { commandSchema } from '#core/exercise/commands.ts';
import { decide } from '#core/exercise/decide.ts';
import { type RefusalCode, refusals } from '#core/exercise/refusals.ts';
import { initialState, type Phase } from '#core/exercise/state.ts';
import {
  decision,
  end,
  gap,
  pause,
  played,
  refusalOf,
  release,
  resume,
  type Step,
  sampleSetup,
  start,
  undo,
} from '../../support/play.ts';
import { sampleScenario } from '../../support/sample-scenario.ts';

const scores = [4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4];
const item = { title: 'Write the list' };
const change = { runbook: 'RB-04', type: 'change' } as const;
const adHoc = { title: 'A call', channel: 'chat', from: 'Ops', to: 'All', roles: [], body: 'Hello' } as const;

/** One command of each kind that a running exercise accepts after `opening`, where it is allowed at all. */
const commands: { readonly [Type in CommandType]: Command } = {
  start_exercise: start,
  pause_exercise: pause,
  resume_exercise: resume,
  suspend_exercise: { type: 'suspend_exercise', reason: 'tomorrow' },
  stop_for_real_world: { type: 'stop_for_real_world', reason: 'fire alarm' },
  end_exercise: end,
  reanchor_clock: { type: 'reanchor_clock', after: 'sleep', gap_ms: 5, counted: false },
  release_inject: release('Q1-020'),
  hold_inject: { type: 'hold_inject', inject: 'Q1-020' },
  skip_inject: { type: 'skip_inject', inject: 'Q1-020' },
  move_inject: { type: 'move_inject', inject: 'Q1-020', to_min: 30 },
  leave_out_injects: { type: 'leave_out_injects', injects: ['Q1-020'] },
  improvise_inject: { type: 'improvise_inject', ...adHoc, roles: [] },
  change_room: { type: 'change_room', show: 'discuss', minutes: 5 },
  record_detection: { type: 'record_detection', inject: 'Q1-010' },
  record_action: { type: 'record_action', action: 'a1' },
  record_action_not_done: { type: 'record_action_not_done', action: 'a1' },
  record_question: { type: 'record_question', question: 'Who owns it?', to_room: false },
  open_decision: { type: 'open_decision', decision: 'D1' },
  show_decision_options: { type: 'show_decision_options', decision: 'D1' },
  record_decision: decision('D1'),
  revise_decision: { type: 'revise_decision', decision: 'NEW-1', by: 'IC', choice: 'Go' },
  change_severity: { type: 'change_severity', severity: 'P0' },
  change_attendance: { type: 'change_attendance', role: 'LEGAL', change: 'left' },
  recognise_clock: { type: 'recognise_clock', clock: 'GDPR-33', inject: 'Q1-010' },
  rule_out_clock: { type: 'rule_out_clock', clock: 'GDPR-33', by: 'LEGAL', reason: 'no personal data' },
  file_clock: { type: 'file_clock', clock: 'GDPR-33' },
  declare_milestone: { type: 'declare_milestone', milestone: 'incident_declared' },
  undo_last: undo,
  record_gap: gap(),
  record_strength: { type: 'record_strength', what: 'Fast', evidence: [] },
  record_observation: { type: 'record_observation', text: 'Quiet', kind: 'fact' },
  park_item: { type: 'park_item', text: 'Ask the works council' },
  agree_action: { type: 'agree_action', register_id: 'AI-2026Q1-001', gap: 'G1', item },
  propose_runbook_change: { type: 'propose_runbook_change', gap: 'G1', change },
  amend_entry: { type: 'amend_entry', of: 5, with: { rationale: 'Because' } },
  withdraw_entry: { type: 'withdraw_entry', of: 5, reason: 'twice' },
  rate_objective: { type: 'rate_objective', objective: 'O1', rating: 'S', reason: 'late' },
  record_feedback: { type: 'record_feedback', scores },
  retest_action: { type: 'retest_action', action: '2025-q4-x/AI-1', result: 'held' },
  change_action_status: { type: 'change_action_status', action: '2025-q4-x/AI-1', status: 'done' },
  write_if_real: { type: 'write_if_real', text: 'We would have been late.' },
  ask_leadership: { type: 'ask_leadership', what: 'Name an owner' },
  record_management_response: { type: 'record_management_response', gap: 'G1', decision: 'accepted' },
  acknowledge_wording: { type: 'acknowledge_wording', of: 4, rule: 'BL-19', reason: 'said so' },
  sign_report: { type: 'sign_report', name: 'Dana Ortiz', role: 'Incident Commander', on: '2026-03-24' },
  approve_summary: {
    type: 'approve_summary',
    role: 'LEGAL',
    name: 'Noa Berg',
    on: '2026-03-24',
    tlp: 'TLP:GREEN',
  },
  finalise_report: { type: 'finalise_report' },
  open_revision: { type: 'open_revision', reason: 'a wrong time' },
};

/** seq 1 start, 2 release, 3 gap, 4 improvised release pair is avoided, 5 a decision captured with one key. */
const opening: readonly Step[] = [
  [1, release('Q1-010')],
  [2, gap()],
  [3, { type: 'record_observation', text: 'Luckily calm', kind: 'luck' }],
  [4, decision('new', { question: 'Tell them?' })],
] as const;
const rated = ['O1', 'O2'].map(
  (objective) => [50, { type: 'rate_objective', objective, rating: 'N', reason: 'short' }] as const,
);
const completeGap: Step = [49, { type: 'amend_entry', of: 3, with: { severity: 'low' } }] as const;

const states: { readonly [Name in Phase]: () => ReturnType<typeof played> } = {
  not_started: () => initialState(sampleScenario),
  running: () => played(...opening),
  paused: () => played(...opening, [5, pause]),
  real_world: () => played(...opening, [5, commands.stop_for_real_world]),
  suspended: () => played(...opening, [5, commands.suspend_exercise]),
  ended: () => played(...opening, [48, end], completeGap, ...rated),
  final: () => played(...opening, [48, end], completeGap, ...rated, [51, commands.finalise_report]),
};

const anyTime: readonly CommandType[] = [
  'record_gap',
  'record_strength',
  'record_observation',
  'park_item',
  'agree_action',
  'propose_runbook_change',
  'amend_entry',
  'withdraw_entry',
];
const review: readonly CommandType[] = [
  'rate_objective',
  'record_feedback',
  'retest_action',
  'change_action_status',
  'write_if_real',
  'ask_leadership',
  'record_management_response',
  'acknowledge_wording',
  'sign_report',
  'approve_summary',
  'finalise_report',
];
const notWhilePaused: Partial<Record<CommandType, RefusalCode>> = {
  release_inject: 'paused',
  improvise_inject: 'paused',
  open_decision: 'paused',
  show_decision_options: 'paused',
  suspend_exercise: 'paused',
  change_room: 'paused',
  pause_exercise: 'already_paused',
};

/** The table by the words of definitions.md, written apart from the rules it tests. */
function expected(phase: Phase, type: CommandType): RefusalCode | null {
  if (type === 'start_exercise') return phase === 'not_started' ? null : 'already_started';
  if (phase === 'not_started') return 'not_started';
  if (phase === 'final') return type === 'open_revision' ? null : 'final';
  if (phase === 'ended') {
    if (type === 'open_revision') return 'not_final';
    return anyTime.includes(type) || review.includes(type) ? null : 'ended';
  }
  if (review.includes(type) || type === 'open_revision') return 'not_ended';
  if (type === 'resume_exercise')
    return phase === 'running' ? 'not_paused' : phase === 'suspended' ? 'sitting_needs_date' : null;
  if (phase === 'suspended' || phase === 'real_world') return type === 'end_exercise' ? null : phase;
  return phase === 'paused' ? (notWhilePaused[type] ?? null) : null;
}

describe('A refused correction', () => {
  const cited = played(
    ...[[1, commands.park_item] as const, [2, gap({ title: 'No list', evidence: ['#2'] })] as const],
    ...[[3, { type: 'agree_action', register_id: 'x', gap: 'G1', item }] as const],
  );
  test.each<[string, Command, string]>([
    [
      'of a gap with an action',
      { type: 'withdraw_entry', of: 3, reason: 'no' },
      'AI-1, “Write the list”, at T+3, refers to G1, “No list”, at T+2.',
    ],
    [
      'of what is cited',
      { type: 'amend_entry', of: 2, with: { text: 'Other' } },
      'G1, “No list”, at T+2, refers to P1, “Ask the works council”, at T+1.',
    ],
    ['of a start', { type: 'withdraw_entry', of: 1, reason: 'no' }, 'no capture: '],
    ['of nothing', { type: 'withdraw_entry', of: 99, reason: 'no' }, 'There is no such entry.'],
  ])('%s names entries by their words and minute, never by number', (_, command, told) => {
    const decided = decide(cited, command);
    expect(decided.ok ? '' : decided.problem.message).toContain(told);
    expect(decided.ok ? '' : decided.problem.message).not.toMatch(/event \d|entry \d|#\d/);
  });

  test('that cites what was taken back names its words', () => {
    const decided = decide(played([1, commands.park_item], [2, undo]), gap({ evidence: ['#2'] }));
    expect(decided.ok ? '' : decided.problem.message).toContain('P1, “Ask the works council”, at T+1');
  });
});

describe.each(Object.keys(states) as Phase[])('An exercise that is %s', (phase) => {
  const state = states[phase]();
  test.each(Object.keys(commands) as CommandType[])('answers %s as the table says', (type) => {
    expect(refusalOf(state, commands[type])).toBe(expected(phase, type));
  });
});

test('Every command is in the table', () => {
  const types = commandSchema.options.map(({ shape }) => shape.type.value);
  expect(new Set(Object.keys(commands))).toEqual(new Set(types));
});

const left = 'Q1-040';
const released: readonly Step[] = [[1, release('Q1-010')]] as const;
const opened: readonly Step[] = [...released, [2, commands.open_decision]] as const;
const made: readonly Step[] = [...released, [2, decision('D1')]] as const;
const recorded: readonly Step[] = [...released, [2, gap()]] as const;
type Row = readonly [RefusalCode, readonly Step[], Command];

const things: readonly Row[] = [
  ['unknown_placeholder', [], { type: 'improvise_inject', ...adHoc, roles: [], body: 'To {{nobody}}' }],
  ['unknown_inject', [], release('Q9-999')],
  ['unknown_inject', [], { type: 'hold_inject', inject: 'Q9-999' }],
  ['not_in_running_order', [], { type: 'skip_inject', inject: 'Q1-C1' }],
  ['already_released', [...released], { type: 'hold_inject', inject: 'Q1-010' }],
  ['already_released', [...released], { type: 'skip_inject', inject: 'Q1-010' }],
  ['already_released', [...released], { type: 'move_inject', inject: 'Q1-010', to_min: 9 }],
  ['already_released', [...released], { type: 'leave_out_injects', injects: ['Q1-010'] }],
  ['already_held', [[1, commands.hold_inject]], commands.hold_inject],
  ['already_left_out', [[1, commands.skip_inject]], commands.skip_inject],
  ['already_left_out', [], { type: 'leave_out_injects', injects: [left] }],
  ['already_left_out', [], { type: 'leave_out_injects', injects: ['Q1-020', 'Q1-020'] }],
  ['left_out', [], { type: 'hold_inject', inject: left }],
  ['left_out', [], { type: 'move_inject', inject: left, to_min: 9 }],
  ['left_out', [], { type: 'open_decision', decision: 'D4' }],
  ['left_out', [], decision('D4')],
  ['no_other_text', [], { type: 'release_inject', inject: 'Q1-020', already_done: true }],
  ['not_released', [], { type: 'record_detection', inject: 'Q1-010' }],
  ['not_released', [], { type: 'open_decision', decision: 'D1' }],
  ['not_released', [], { type: 'show_decision_options', decision: 'D1' }],
  ['not_released', [], decision('D1')],
  ['not_released', [], { type: 'recognise_clock', clock: 'GDPR-33', inject: 'Q1-030' }],
  ['not_detectable', [[1, release('Q1-020')]], { type: 'record_detection', inject: 'Q1-020' }],
  ['private_inject', [[1, release('Q1-050')]], { type: 'show_decision_options', decision: 'D5' }],
  ['private_inject', [], { type: 'record_question', question: 'Who?', inject: 'Q1-050', to_room: true }],
  ['no_such_attachment', [...released], { type: 'change_room', show: 'attachment', inject: 'Q1-010', attachment: 9 }],
  ['not_comparable', [...released], { type: 'change_room', show: 'compare', inject: 'Q1-010' }],
  ['unknown_action', [], { type: 'record_action', action: 'a9' }],
  ['unknown_action', [], { type: 'record_action_not_done', action: 'a9' }],
  ['unknown_decision', [], decision('D9')],
  ['unknown_decision', [], { type: 'show_decision_options', decision: 'D9' }],
  ['unknown_decision', [], { type: 'revise_decision', decision: 'D9', by: 'IC', choice: 'Go' }],
  ['incomplete_decision', [], { type: 'open_decision', decision: 'X1', question: 'What now?' }],
  ['question_needed', [], decision('new')],
  ['question_unwanted', [...released], decision('D1', { question: 'Again?' })],
  ['already_decided', [...made], decision('D1')],
  ['already_decided', [...made], commands.open_decision],
  ['not_decided', [...opened], { type: 'revise_decision', decision: 'D1', by: 'IC', choice: 'Go' }],
  [
    'no_options',
    [[1, { type: 'open_decision', decision: 'X1', owner: 'IC', question: 'What now?', target_min: 5 }]],
    { type: 'show_decision_options', decision: 'X1' },
  ],
  ['left_out', [], { type: 'recognise_clock', clock: 'GDPR-33', inject: left }],
  ['unknown_inject', [], { type: 'recognise_clock', clock: 'GDPR-33', inject: 'Q9-999' }],
  ['clock_not_begun', [], { type: 'recognise_clock', clock: 'GDPR-33' }],
  ['fact_needed', [...released], { type: 'recognise_clock', clock: 'NIS2-EW', inject: 'Q1-010', facts: [] }],
  ['unknown_clock', [], { type: 'recognise_clock', clock: 'GDPR-99' }],
  ['unknown_clock', [], { type: 'rule_out_clock', clock: 'GDPR-99', by: 'LEGAL', reason: 'none' }],
  ['unknown_clock', [], { type: 'file_clock', clock: 'GDPR-99' }],
  ['legal_decides', [], { type: 'rule_out_clock', clock: 'GDPR-33', by: 'IC', reason: 'none' }],
  ['unknown_objective', [], gap({ objective: 'O9' })],
  ['unknown_gap', [], { type: 'agree_action', register_id: 'x', gap: 'G1', item }],
  [
    'unknown_gap',
    [
      [1, gap()],
      [2, undo],
    ],
    { type: 'agree_action', register_id: 'x', gap: 'G1', item },
  ],
  ['unknown_evidence', [], gap({ evidence: ['#99'] })],
  [
    'unknown_evidence',
    [
      [1, commands.park_item],
      [2, undo],
    ],
    gap({ evidence: ['#2'] }),
  ],
  ['unknown_runbook', [], { type: 'propose_runbook_change', change: { runbook: 'RB-99', type: 'add' } }],
  [
    'number_used',
    [
      [1, commands.park_item],
      [2, { type: 'agree_action', id: 'AI-2', register_id: 'x', item }],
    ],
    { type: 'agree_action', id: 'AI-1', register_id: 'x', item },
  ],
  ['no_such_wording', [[5, end]], { type: 'acknowledge_wording', of: 1, rule: 'BL-02', reason: 'quoted' }],
  ['unknown_entry', [], { type: 'amend_entry', of: 99, with: {} }],
  ['not_a_capture', [...released], { type: 'withdraw_entry', of: 2, reason: 'no' }],
  [
    'entry_gone',
    [
      [1, gap({ evidence: [] })],
      [2, undo],
    ],
    { type: 'withdraw_entry', of: 2, reason: 'no' },
  ],
  [
    'entry_referred_to',
    [...recorded, [3, { type: 'agree_action', register_id: 'x', gap: 'G1', item }]],
    { type: 'withdraw_entry', of: 3, reason: 'no' },
  ],
  [
    'entry_referred_to',
    [
      [1, commands.park_item],
      [2, gap({ evidence: ['#2'] })],
    ],
    { type: 'amend_entry', of: 2, with: { text: 'Other' } },
  ],
  ['protected_field', [...recorded], { type: 'amend_entry', of: 3, with: { gap: 'G7' } }],
  ['bad_amendment', [...recorded], { type: 'amend_entry', of: 3, with: { severity: 'huge' } }],
  ['nothing_to_undo', [[1, pause]], undo],
  [
    'entry_edited',
    [
      [1, commands.park_item],
      [2, { type: 'amend_entry', of: 2, with: { text: 'Ask both councils' } }],
    ],
    undo,
  ],
  ['unplayable', [], start],
  ['sitting_date_unwanted', [[1, pause]], { type: 'resume_exercise', on: '2026-03-18T09:00:00Z' }],
  ['sitting_too_early', [[5, commands.suspend_exercise]], { type: 'resume_exercise', on: '2026-03-17T09:01:00Z' }],
  ['unknown_previous_action', [[5, end]], { type: 'retest_action', action: 'x/AI-1', result: 'held' }],
  ['evidence_needed', [[5, end]], { type: 'change_action_status', action: '2025-q4-x/AI-1', status: 'verified' }],
  [
    'self_verified',
    [[5, end]],
    {
      type: 'change_action_status',
      action: '2025-q4-x/AI-1',
      status: 'verified',
      evidence: 'drill',
      verified_by: 'Jo',
    },
  ],
  [
    'too_many_asks',
    [
      [5, end],
      [6, commands.ask_leadership],
      [6, commands.ask_leadership],
      [6, commands.ask_leadership],
    ],
    commands.ask_leadership,
  ],
  [
    'response_needs_until',
    [...recorded, [5, end]],
    { type: 'record_management_response', gap: 'G1', decision: 'risk_accepted' },
  ],
  [
    'date_before_exercise',
    [],
    { type: 'agree_action', register_id: 'x', item: { title: 'Write the list', due_on: '2026-03-16' } },
  ],
  ['date_before_exercise', [[5, end]], { type: 'sign_report', name: 'Dana Ortiz', role: 'IC', on: '2026-03-16' }],
  ['date_before_exercise', [[5, end]], { type: 'ask_leadership', what: 'A second region', by: '2026-03-16' }],
  [
    'date_before_exercise',
    [...recorded, [5, end]],
    { type: 'record_management_response', gap: 'G1', decision: 'risk_accepted', by: 'CTO', until: '2026-03-16' },
  ],
  [
    'date_before_exercise',
    [
      [1, commands.park_item],
      [2, { type: 'agree_action', register_id: 'x', item }],
    ],
    { type: 'amend_entry', of: 3, with: { due_on: '2026-03-16' } },
  ],
  ['blocks_final', [[5, end]], { type: 'finalise_report' }],
  ['self_proposed', [], { type: 'propose_runbook_change', change: { ...change, proposer: 'Jo', approver: 'JO' } }],
];

describe('The facilitator is refused', () => {
  test.each(things)('%s', (code, history, command) => {
    const state = code === 'unplayable' ? initialState(sampleScenario) : played(...history);
    const asked: Command =
      code === 'unplayable'
        ? { type: 'start_exercise', setup: { ...sampleSetup, plan: { ...sampleSetup.plan, length_min: 5 } } }
        : command;
    expect(refusalOf(state, asked)).toBe(code);
  });
  test('with no reason that these tables lack', () => {
    const phases = (Object.keys(states) as Phase[]).flatMap((phase) =>
      (Object.keys(commands) as CommandType[]).flatMap((type) => expected(phase, type) ?? []),
    );
    const needsPlan: RefusalCode = 'version_tested'; // in runbook-change.test.ts: this plan tests none
    expect(new Set([...phases, ...things.map(([code]) => code), needsPlan])).toEqual(new Set(Object.keys(refusals)));
  });
});
