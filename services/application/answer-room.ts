import type { ConsoleAnswers } from '#contract/console.ts';
import { fail, succeed } from '#core/outcome.ts';
import { createQueue } from '../queue.ts';
import type { Workspace } from '../saving/workspace.ts';
import type { Library } from './library.ts';
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
    if (shown?.state().phase === 'running') {
      const last = shown.state().undoable?.event;
      const isLast = last?.type === 'room_changed' && last.data.show === 'blank';
      // What stood there before the blank, a timer too, comes back by taking the blank back.
      if (!down && isLast) await shown.give({ type: 'undo_last' }, null);
      else await shown.give({ type: 'change_room', show: down ? 'blank' : 'artefact' }, null);
    }
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
