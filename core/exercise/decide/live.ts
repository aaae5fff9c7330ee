import { findInject, isActionOfScript } from '../../scenario/find-inject.ts';
import type { CommandOf } from '../commands.ts';
import type { Decided } from '../decided.ts';
import { refuse } from '../refusals.ts';
import { type ExerciseState, isLeftOut, isReleased } from '../state.ts';
import { allow, withoutUndefined } from './allow.ts';
import { fillForRoom } from './fill-for-room.ts';
import { isKnownInject } from './running-order.ts';

export type LiveCommand = CommandOf<
  | 'record_detection'
  | 'record_action'
  | 'record_action_not_done'
  | 'record_question'
  | 'change_severity'
  | 'change_attendance'
  | 'declare_milestone'
>;

export function decideLive(state: ExerciseState, command: LiveCommand): Decided {
  switch (command.type) {
    case 'record_detection':
      return recordDetection(state, command);
    case 'record_action': {
      if (!isActionOfScript(state.scenario, command.action)) return refuse('unknown_action', command.action);
      return allow({ type: 'action_observed', data: withoutUndefined({ action: command.action, by: command.by }) });
    }
    case 'record_action_not_done': {
      if (!isActionOfScript(state.scenario, command.action)) return refuse('unknown_action', command.action);
      const { action, by, reason } = command;
      return allow({ type: 'action_not_done', data: withoutUndefined({ action, by, reason }) });
    }
    case 'record_question':
      return recordQuestion(state, command);
    case 'change_severity':
      return allow({
        type: 'severity_changed',
        data: withoutUndefined({ severity: command.severity, by: command.by }),
      });
    case 'change_attendance': {
      const { role, name, change, stands_in_for } = command;
      return allow({ type: 'attendance_changed', data: withoutUndefined({ role, name, change, stands_in_for }) });
    }
    case 'declare_milestone':
      return allow({ type: command.milestone, data: withoutUndefined({ by: command.by }) });
  }
}

function recordDetection(state: ExerciseState, { inject, by }: CommandOf<'record_detection'>): Decided {
  if (!isKnownInject(state, inject)) return refuse('unknown_inject', inject);
  if (!findInject(state.scenario, inject)?.detectable) return refuse('not_detectable', inject);
  if (isLeftOut(state, inject)) return refuse('left_out', inject);
  if (!isReleased(state, inject)) return refuse('not_released', inject);
  return allow({ type: 'detected', data: withoutUndefined({ inject, by }) });
}

function recordQuestion(state: ExerciseState, command: CommandOf<'record_question'>): Decided {
  const { question, inject, answer, to_room, by } = command;
  if (inject !== undefined && !isKnownInject(state, inject)) return refuse('unknown_inject', inject);
  if (to_room && isPrivate(state, inject)) return refuse('private_inject', inject);
  if (to_room && inject !== undefined && isHeldBack(state, command)) return refuse('not_released', inject);
  const { fields, refusal } = to_room
    ? fillForRoom(state, { question, answer })
    : { fields: { question, answer }, refusal: null };
  return refusal ?? allow({ type: 'question_asked', data: withoutUndefined({ ...fields, inject, to_room, by }) });
}

/** In the script's words, of an inject that is still to come: what is asked may tell it. */
function isHeldBack(state: ExerciseState, { question, inject = '', answer }: CommandOf<'record_question'>): boolean {
  const facts = findInject(state.scenario, inject)?.held_back ?? [];
  return !isReleased(state, inject) && (answer === 'held_back' || facts.some(({ asked }) => asked === question));
}

/** For named roles only: nothing about it may reach the room, not even that it exists. */
export function isPrivate(state: ExerciseState, inject: string | undefined): boolean {
  const { injects, contingency } = state.scenario;
  return [...injects, ...contingency].some(({ id, audience }) => id === inject && audience === 'named');
}
