import type { RoomImage, RoomPicture } from '#contract/room.ts';
import { namedImage } from '#contract/room-messages.ts';
import type { ExerciseState } from '#core/exercise/state.ts';
import type { RoomView } from '#core/exercise/views/room-view.ts';
import { findEnlarged } from '#core/exercise/views/showings.ts';
import { readKeptAttachment } from '../exercise/keep-attachments.ts';
import type { Workspace } from '../saving/workspace.ts';
import type { ReadAttachment } from '../scenario/read-attachment.ts';

type Held = { readonly key: string; read: ReadAttachment | null };

/** What is attached and stands large in front of the room: read when it is shown, and held no longer than it is. */
export function createEnlarged(workspace: Workspace, isRead: () => void) {
  let held: Held | null = null;

  function begin(key: string, reading: Promise<ReadAttachment>): Held {
    const begun: Held = { key, read: null };
    void reading.then((read) => {
      begun.read = read;
      if (held === begun) isRead();
    });
    return begun;
  }

  return {
    /** The view with its attachment as far as it is read by now. */
    fill: (view: RoomView, exercise: string, state: ExerciseState): RoomView => {
      const found = view.enlarged ? findEnlarged(state) : null;
      if (!found || !view.enlarged) {
        held = null;
        return view;
      }
      const key = JSON.stringify([exercise, found.inject, found.attachment]);
      if (held?.key !== key)
        held = begin(key, readKeptAttachment(workspace.exerciseFolder(exercise), state.scenario, found));
      return { ...view, enlarged: { ...view.enlarged, content: held.read?.content ?? null } };
    },
    /** The bytes a picture names are those that were read for it. */
    imageOf: (picture: RoomPicture): RoomImage | null => {
      const image = held?.read?.image ?? null;
      return image?.id === namedImage(picture) ? image : null;
    },
  };
}
