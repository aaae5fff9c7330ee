import { findInjectOfDecision } from '../../scenario/find-inject.ts';
import type { CommandOf } from '../commands.ts';
import type { Decided } from '../decided.ts';
import { nextId } from '../next-id.ts';
import { type RefusalCode, refuse } from '../refusals.ts';
import { type ExerciseState, hasStanding, isLeftOut, isReleased } from '../state.ts';
import { allow, withoutUndefined } from './allow.ts';
import { fillForRoom } from './fill-for-room.ts';
import { isPrivate } from './live.ts';
import { isKnownInject } from './running-order.ts';

export type DecisionCommand = CommandOf<
  'open_decision' | 'show_decision_options' | 'record_decision' | 'revise_decision'
>;

export function decideDecisions(state: ExerciseState, command: DecisionCommand): Decided {
  switch (command.type) {
    case 'open_decision':
      return openDecision(state, command);
    case 'show_decision_options':
      return showOptions(state, command.decision);
    case 'record_decision':
      return command.decision === 'new' ? recordNewDecision(state, command) : recordDecision(state, command);
    case 'revise_decision': {
      const { type, ...fields } = command;
      if (!isKnownDecision(state, command.decision)) return refuse('unknown_decision', command.decision);
      if (!hasStanding(state, `made:${command.decision}`)) return refuse('not_decided', command.decision);
      return allow({ type: 'decision_revised', data: withoutUndefined(fields) });
    }
  }
}

/** A scripted decision waits for its inject; one the script does not know brings its own question, owner and target. */
function openDecision(state: ExerciseState, command: CommandOf<'open_decision'>): Decided {
  const { type, ...written } = command;
  const { decision, inject } = command;
  const { fields, refusal: unknown } = fillForRoom(state, written);
  if (unknown) return unknown;
  if (decision === 'new') return refuse('unknown_decision', decision);
  const scripted = findInjectOfDecision(state.scenario, decision);
  if (inject !== undefined && !isKnownInject(state, inject)) return refuse('unknown_inject', inject);
  if (!scripted && !hasStanding(state, `opened:${decision}`) && !isComplete(command)) {
    return refuse('incomplete_decision', decision);
  }
  for (const carrier of [scripted?.id, inject]) {
    const refusal = carrier === undefined ? null : refuseUnreleased(state, carrier);
    if (refusal) return refuse(refusal, `${decision} of ${carrier}`);
  }
  if (hasStanding(state, `made:${decision}`)) return refuse('already_decided', decision);
  return allow({ type: 'decision_opened', data: withoutUndefined(fields) });
}

const isComplete = ({ owner, question, target_min }: CommandOf<'open_decision'>): boolean =>
  owner !== undefined && question !== undefined && target_min !== undefined;

function showOptions(state: ExerciseState, decision: string): Decided {
  const scripted = findInjectOfDecision(state.scenario, decision);
  if (!scripted) return refuse(isKnownDecision(state, decision) ? 'no_options' : 'unknown_decision', decision);
  if (isPrivate(state, scripted.id)) return refuse('private_inject', decision);
  const refusal = refuseUnreleased(state, scripted.id);
  if (refusal) return refuse(refusal, `${decision} of ${scripted.id}`);
  if (hasStanding(state, `made:${decision}`)) return refuse('already_decided', decision);
  return allow({ type: 'decision_options_shown', data: { decision } });
}

function recordDecision(state: ExerciseState, command: CommandOf<'record_decision'>): Decided {
  const { type, question, ...fields } = command;
  const { decision } = fields;
  if (!isKnownDecision(state, decision)) return refuse('unknown_decision', decision);
  const scripted = findInjectOfDecision(state.scenario, decision);
  const refusal = scripted && refuseUnreleased(state, scripted.id);
  if (refusal) return refuse(refusal, `${decision} of ${scripted.id}`);
  if (hasStanding(state, `made:${decision}`)) return refuse('already_decided', decision);
  if (question !== undefined) return refuse('question_unwanted', decision);
  return allow({ type: 'decision_made', data: withoutUndefined(fields) });
}

function recordNewDecision(state: ExerciseState, command: CommandOf<'record_decision'>): Decided {
  const { type, ...fields } = command;
  if (fields.question === undefined) return refuse('question_needed', fields.choice);
  return allow({ type: 'decision_made', data: withoutUndefined({ ...fields, decision: nextId(state, 'NEW') }) });
}

function refuseUnreleased(state: ExerciseState, inject: string): RefusalCode | null {
  if (isLeftOut(state, inject)) return 'left_out';
  return isReleased(state, inject) ? null : 'not_released';
}

function isKnownDecision(state: ExerciseState, decision: string): boolean {
  return (
    findInjectOfDecision(state.scenario, decision) !== undefined ||
    hasStanding(state, `opened:${decision}`) ||
    hasStanding(state, `made:${decision}`)
  );
}
