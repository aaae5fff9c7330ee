import type { ConsoleAnswers } from '#contract/console.ts';
import type { WindowCommand } from '#core/exercise/commands.ts';
import { dayOf } from '#core/local-time.ts';
import { refuseFutureDay } from '#core/review/future-day.ts';
import { ownZone } from '../own-zone.ts';
import type { LiveExercise } from './live-exercise.ts';
import type { OpenExercises } from './open-exercises.ts';
import type { RoomShow } from './room-show.ts';
import type { Clock } from './shell.ts';

/** After one of these the saved state alone says whether the world is real. */
const settles: ReadonlySet<WindowCommand['type']> = new Set<WindowCommand['type']>([
  'stop_for_real_world',
  'resume_exercise',
  'suspend_exercise',
  'end_exercise',
]);

const isUnderWay = (live: LiveExercise) =>
  live.readOnly() === null && ['running', 'paused'].includes(live.state().phase);

type Needs = { readonly exercises: OpenExercises; readonly room: RoomShow; readonly clock: Clock };

const todayOf = (live: LiveExercise, clock: Clock) =>
  dayOf(new Date(clock.wallMs()).toISOString(), live.state().setup?.organisation.time_zone ?? ownZone());

/** REAL WORLD is in front of the room before the disk is asked, and stays there if it refuses, until the exercise goes on. */
export function answerCommand({ exercises, room, clock }: Needs): ConsoleAnswers['give_command'] {
  return ({ exercise, command, pressedM }) =>
    exercises.within(exercise, async (opened) => {
      const refused = refuseFutureDay(opened.state(), command, () => todayOf(opened, clock));
      if (refused) return refused;
      const isShown = room.exercise() === exercise;
      if (isShown && command.type === 'stop_for_real_world' && isUnderWay(opened)) room.stopForRealWorld(true);
      const answer = await opened.give(command, pressedM);
      const isSettled = answer.ok || answer.problem.code !== 'not_saved'; // what the rules refuse did not happen
      if (isShown && isSettled && settles.has(command.type)) room.stopForRealWorld(false);
      return answer;
    });
}
