import { wallMinutesAt } from './clock.ts';
import type { CommandOf } from './commands.ts';
import type { SavedEventOf } from './events.ts';
import { walkChain } from './log.ts';
import { type ExerciseState, hasStanding } from './state.ts';

type Back = CommandOf<'change_room' | 'show_decision_options'>;
const artefact: Back = { type: 'change_room', show: 'artefact' };

/** What brings back what stood in front of the room before it was blanked: a card, with the minutes it has left, or the artefact. */
export function bringBack(state: ExerciseState, nowM: number): Back {
  for (const event of walkChain(state.standing.get('room'))) {
    if (event.type === 'inject_released') return artefact;
    if (event.type === 'room_changed' && event.data.show !== 'blank') return again(state, event, nowM);
    if (event.type === 'decision_options_shown' && !hasStanding(state, `made:${event.data.decision}`))
      return { type: 'show_decision_options', decision: event.data.decision };
  }
  return artefact;
}

function again(state: ExerciseState, { data, m }: SavedEventOf<'room_changed'>, nowM: number): Back {
  if (data.minutes === undefined) return { type: 'change_room', ...data };
  const left = data.minutes - (wallMinutesAt(state, nowM) - wallMinutesAt(state, m));
  return left > 0 ? { type: 'change_room', ...data, minutes: left } : artefact;
}
