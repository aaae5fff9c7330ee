import { findInject } from '../../scenario/find-inject.ts';
import type { CommandOf } from '../commands.ts';
import type { Decided } from '../decided.ts';
import { walkChain } from '../log.ts';
import { nextId } from '../next-id.ts';
import { type RefusalCode, refuse } from '../refusals.ts';
import { type ExerciseState, findLast, hasStanding, isLeftOut, isReleased } from '../state.ts';
import { findAttachment, findBeside, listShowings } from '../views/showings.ts';
import { allow, withoutUndefined } from './allow.ts';
import { fillForRoom } from './fill-for-room.ts';

export type RunningOrderCommand = CommandOf<
  | 'release_inject'
  | 'hold_inject'
  | 'skip_inject'
  | 'move_inject'
  | 'leave_out_injects'
  | 'improvise_inject'
  | 'change_room'
>;

export function decideRunningOrder(state: ExerciseState, command: RunningOrderCommand): Decided {
  switch (command.type) {
    case 'release_inject':
      return releaseInject(state, command);
    case 'hold_inject':
      return holdInject(state, command);
    case 'skip_inject': {
      const refusal = refusePlace(state, command.inject, 'already_left_out');
      if (refusal) return refuse(refusal, command.inject);
      return allow({
        type: 'inject_skipped',
        data: withoutUndefined({ inject: command.inject, reason: command.reason }),
      });
    }
    case 'move_inject': {
      const refusal = refusePlace(state, command.inject, 'left_out');
      if (refusal) return refuse(refusal, command.inject);
      return allow({ type: 'inject_moved', data: { inject: command.inject, to_min: command.to_min } });
    }
    case 'leave_out_injects':
      return leaveOut(state, command);
    case 'improvise_inject': {
      const { type, title, ...written } = command;
      const { fields, refusal } = fillForRoom(state, { ...written, title }); // a title may have been made from the text
      if (refusal) return refusal;
      const inject = nextId(state, 'AH');
      return allow(
        { type: 'inject_improvised', data: withoutUndefined({ inject, ...fields }) },
        { type: 'inject_released', data: { inject, already_done: false, showing: 1, reinstated: false } },
      );
    }
    case 'change_room':
      return changeRoom(state, command);
  }
}

/** A second release shows the inject again; a skipped or left-out one is reinstated. Source: definitions.md, "Captures and rules". */
function releaseInject(state: ExerciseState, { inject, already_done }: CommandOf<'release_inject'>): Decided {
  if (!isKnownInject(state, inject)) return refuse('unknown_inject', inject);
  if (already_done && !findInject(state.scenario, inject)?.if_already) return refuse('no_other_text', inject);
  const showing = [...walkChain(state.standing.get(`released:${inject}`))].length + 1;
  const reinstated = isLeftOut(state, inject);
  return allow({ type: 'inject_released', data: { inject, already_done, showing, reinstated } });
}

function holdInject(state: ExerciseState, { inject, reason }: CommandOf<'hold_inject'>): Decided {
  const refusal = refusePlace(state, inject, 'left_out');
  if (refusal) return refuse(refusal, inject);
  if (findLast(state, `course:${inject}`)?.type === 'inject_held') return refuse('already_held', inject);
  return allow({ type: 'inject_held', data: withoutUndefined({ inject, reason }) });
}

function leaveOut(state: ExerciseState, { injects, reason, finish }: CommandOf<'leave_out_injects'>): Decided {
  for (const [at, inject] of injects.entries()) {
    const refusal = injects.indexOf(inject) < at ? 'already_left_out' : refusePlace(state, inject, 'already_left_out');
    if (refusal) return refuse(refusal, inject);
  }
  for (const { inject } of finish?.due ?? []) {
    const refusal = injects.includes(inject) ? 'left_out' : refusePlace(state, inject, 'left_out');
    if (refusal) return refuse(refusal, inject);
  }
  return allow({ type: 'injects_left_out', data: withoutUndefined({ injects, reason, finish }) });
}

/** What is shown large, or beside it, was in front of the room before; the other cards have minutes at most. */
function changeRoom(state: ExerciseState, command: CommandOf<'change_room'>): Decided {
  const { show, minutes, inject = '', attachment = 0 } = command;
  const showings = listShowings(state);
  switch (show) {
    case 'attachment':
      if (!findAttachment(showings, { inject, attachment })) return refuse('no_such_attachment', inject);
      return allow({ type: 'room_changed', data: { show, inject, attachment } });
    case 'compare':
      if (!findBeside(showings, inject)) return refuse('not_comparable', inject);
      return allow({ type: 'room_changed', data: { show, inject } });
    default:
      return allow({ type: 'room_changed', data: withoutUndefined({ show, minutes }) });
  }
}

/** Only an inject of the running order that is still to come can change its place. */
function refusePlace(state: ExerciseState, inject: string, whenLeftOut: RefusalCode): RefusalCode | null {
  if (!isKnownInject(state, inject)) return 'unknown_inject';
  if (!findInject(state.scenario, inject)) return 'not_in_running_order';
  if (isReleased(state, inject)) return 'already_released';
  return isLeftOut(state, inject) ? whenLeftOut : null;
}

export function isKnownInject(state: ExerciseState, inject: string): boolean {
  const { injects, contingency } = state.scenario;
  return [...injects, ...contingency].some(({ id }) => id === inject) || hasStanding(state, `improvised:${inject}`);
}
