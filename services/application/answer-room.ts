import type { ConsoleAnswers } from '#contract/console.ts';
import { bringBack } from '#core/exercise/bring-back.ts';
import { roomView } from '#core/exercise/views/room-view.ts';
import { fail, succeed } from '#core/outcome.ts';
import { createQueue } from '../queue.ts';
import type { Workspace } from '../saving/workspace.ts';
import type { Library } from './library.ts';
import type { LiveExercise } from './live-exercise.ts';
import { loadAttachment } from './load-attachment.ts';
import type { OpenExercises } from './open-exercises.ts';
import type { RoomShow } from './room-show.ts';
import type { Shell } from './shell.ts';

type Needs = {
  readonly workspace: Workspace;
  readonly shell: Shell;
  readonly room: RoomShow;
  readonly exercises: OpenExercises;
  readonly library: Library;
};

type Room = Pick<
  ConsoleAnswers,
  | 'draw_curtain'
  | 'turn_room_page'
  | 'show_test_card'
  | 'show_in_room'
  | 'load_room_status'
  | 'load_room_image'
  | 'load_attachment'
  | 'open_room'
  | 'open_scribe'
>;

const roomIsTaken = {
  code: 'room_is_taken',
  message: 'The room is shown an exercise, and a test card would take its place.',
  hint: 'Nothing was changed. End the exercise, or take it out of the room, then show the card.',
};

/** What is in front of the room, and the way there. */
export function answerRoom({ workspace, shell, room, exercises, library }: Needs): Room {
  const nothing = {};
  const oneByOne = createQueue();
  let presses = 0;

  /** Recorded where the rules allow it, so that a restart does not bring back what was blanked. */
  async function recordCurtain(down: boolean): Promise<void> {
    const shown = exercises.live.get(room.exercise() ?? '');
    const state = shown?.state();
    if (!shown || !state || (state.phase !== 'running' && state.phase !== 'paused')) return;
    if (down) await shown.give({ type: 'change_room', show: 'blank' }, null);
    else if (roomView(state, shown.nowM()).card?.show === 'blank') await takeBack(shown);
  }

  /** What stood there before, a timer too, comes back by taking the blank back; else it is asked for again, as far as a pause lets it. */
  async function takeBack(shown: LiveExercise): Promise<void> {
    const state = shown.state();
    const last = state.undoable?.event;
    const isLast = last?.type === 'room_changed' && last.data.show === 'blank';
    const given = await shown.give(isLast ? { type: 'undo_last' } : bringBack(state, shown.nowM()), null);
    if (!given.ok) await shown.give({ type: 'change_room', show: 'artefact' }, null);
  }

  return {
    draw_curtain: async ({ down }) => {
      presses += 1;
      const press = presses;
      if (down) room.drawCurtain(true);
      await oneByOne(() => recordCurtain(down)); // pressed twice, the second takes back what the first has written by then
      if (!down && press === presses) room.drawCurtain(false); // not over a blank asked for since
      return succeed(nothing);
    },
    turn_room_page: async ({ page, side }) => {
      room.turnPage(page, side);
      return succeed(nothing);
    },
    show_test_card: async ({ tlp }) => {
      const shown = exercises.live.get(room.exercise() ?? '');
      if (tlp !== null && shown && shown.state().phase !== 'not_started') return fail(roomIsTaken);
      room.showTestCard(tlp);
      return succeed(nothing);
    },
    show_in_room: async ({ exercise }) => {
      if (exercise === null) room.show(null);
      const opened = exercise === null ? null : await exercises.open(exercise);
      if (opened && !opened.ok) return opened;
      if (opened && exercise !== null) room.show({ exercise, live: opened.value });
      return succeed(nothing);
    },
    load_room_status: async () => succeed(shell.roomStatus()),
    load_room_image: async () => succeed({ image: room.image() }),
    load_attachment: loadAttachment({ workspace, exercises, library }),
    open_room: async () => succeed(await shell.openRoom()),
    open_scribe: async ({ exercise }) => succeed({ opened: await shell.openScribe(exercise) }),
  };
}
