import { listFinalBlockers } from '../../review/list-final-blockers.ts';
import { blankRule } from '../../review/wording/check-text.ts';
import { listWording } from '../../review/wording/list-wording.ts';
import { mayBeSamePerson } from '../../same-person.ts';
import type { CommandOf } from '../commands.ts';
import type { Decided } from '../decided.ts';
import type { ExerciseEvent } from '../events.ts';
import { walkChain } from '../log.ts';
import { refuse } from '../refusals.ts';
import { type ExerciseState, hasStanding } from '../state.ts';
import { allow, withoutUndefined } from './allow.ts';
import { refuseEarly } from './refuse-early.ts';

const mostAsks = 3;

export type ReviewCommand = CommandOf<
  | 'rate_objective'
  | 'record_feedback'
  | 'retest_action'
  | 'change_action_status'
  | 'write_if_real'
  | 'ask_leadership'
  | 'record_management_response'
  | 'acknowledge_wording'
  | 'sign_report'
  | 'approve_summary'
  | 'finalise_report'
  | 'open_revision'
>;

export function decideReview(state: ExerciseState, command: ReviewCommand): Decided {
  switch (command.type) {
    case 'rate_objective':
      return rateObjective(state, command);
    case 'record_feedback': {
      const { type, ...fields } = command;
      return allow({ type: 'feedback_given', data: withoutUndefined(fields) });
    }
    case 'retest_action': {
      const { type, ...fields } = command;
      if (!findPreviousAction(state, command.action)) return refuse('unknown_previous_action', command.action);
      return allow({ type: 'action_retested', data: withoutUndefined(fields) });
    }
    case 'change_action_status':
      return changeStatus(state, command);
    case 'write_if_real':
      return allow({ type: 'if_real_written', data: withoutUndefined({ text: command.text, by: command.by }) });
    case 'ask_leadership': {
      const { type, ...fields } = command;
      if ([...walkChain(state.standing.get('asked'))].length >= mostAsks) return refuse('too_many_asks', command.what);
      return refuseEarly(state, command.by) ?? allow({ type: 'leadership_asked', data: withoutUndefined(fields) });
    }
    case 'record_management_response':
      return respond(state, command);
    case 'acknowledge_wording':
      return acknowledge(state, command);
    case 'sign_report':
      return (
        refuseEarly(state, command.on) ??
        allow({ type: 'report_signed', data: { name: command.name, role: command.role, on: command.on } })
      );
    case 'approve_summary': {
      const { type, ...fields } = command;
      return refuseEarly(state, command.on) ?? allow({ type: 'summary_approved', data: fields });
    }
    case 'finalise_report': {
      const blockers = listFinalBlockers(state).map(({ where, what }) => `${where}: ${what}`);
      if (blockers.length > 0) return refuse('blocks_final', blockers.join('; '));
      return allow({ type: 'report_finalised', data: { version: `${state.version}.0` } });
    }
    case 'open_revision':
      return allow({ type: 'revision_opened', data: { version: `${state.version + 1}.0`, reason: command.reason } });
  }
}

function rateObjective(state: ExerciseState, { objective, rating, reason, by }: CommandOf<'rate_objective'>): Decided {
  if (!state.setup?.plan.objectives.includes(objective)) return refuse('unknown_objective', objective);
  return allow({ type: 'objective_rated', data: withoutUndefined({ objective, rating, reason, by }) });
}

function findPreviousAction(state: ExerciseState, action: string) {
  return state.setup?.previous_actions.find(({ id }) => id === action);
}

type Status = Omit<CommandOf<'change_action_status'>, 'type'>;

function changeStatus(state: ExerciseState, command: CommandOf<'change_action_status'>): Decided {
  const { type, ...fields } = command;
  const previous = findPreviousAction(state, command.action);
  if (!previous) return refuse('unknown_previous_action', command.action);
  return refuseVerified(state, fields) ?? allow({ type: 'action_status_changed', data: withoutUndefined(fields) });
}

/** Verified means: with evidence, by someone other than the owner; also once the entry is corrected. Source: spec.md C.7. */
export function refuseVerified(state: ExerciseState, { action, status, evidence, verified_by: by }: Status) {
  if (status !== 'verified') return null;
  if (!evidence || !by) return refuse('evidence_needed', action);
  const owner = findPreviousAction(state, action)?.owner_name;
  return owner !== undefined && mayBeSamePerson(by, owner) ? refuse('self_verified', by) : null;
}

function respond(state: ExerciseState, command: CommandOf<'record_management_response'>): Decided {
  const { type, ...fields } = command;
  if (!hasStanding(state, `gap:${command.gap}`)) return refuse('unknown_gap', command.gap);
  const isBounded = command.by !== undefined && command.until !== undefined;
  if (command.decision === 'risk_accepted' && !isBounded) return refuse('response_needs_until', command.gap);
  return (
    refuseEarly(state, command.until) ?? allow({ type: 'management_response_recorded', data: withoutUndefined(fields) })
  );
}

/** Whoever reads the record later finds the words, and why they stay. Each of them is said once. */
function acknowledge(state: ExerciseState, { of, rule, reason }: CommandOf<'acknowledge_wording'>): Decided {
  const found = listWording(state).filter(
    (one) => one.seq === of && one.finding.rule === rule && one.kept === null && rule !== blankRule,
  );
  if (found.length === 0) return refuse('no_such_wording', `${rule}, event ${of}`);
  const words = new Map(found.map(({ field, finding: { text } }) => [`${field} ${text}`, { field, text }]));
  return allow(
    ...[...words.values()].map(
      ({ field, text }): ExerciseEvent => ({ type: 'wording_acknowledged', data: { of, field, rule, text, reason } }),
    ),
  );
}
