import type { SavedEvent } from '#core/exercise/events.ts';
import type { ClockGap, RoomStatus, Unsaved } from './console-answers.ts';
import type { RoomPicture } from './room.ts';

/** Application → console. `saved` comes only after the disk has it. */
export type ConsoleNotice =
  | { readonly type: 'saved'; readonly exercise: string; readonly events: readonly SavedEvent[] }
  | {
      readonly type: 'trouble';
      readonly exercise: string;
      readonly trouble: string | null;
      readonly unsaved: readonly Unsaved[];
    }
  /** The exercise clock has to be asked about, or was set anew. */
  | { readonly type: 'clock'; readonly exercise: string; readonly gap: ClockGap | null }
  | { readonly type: 'notice'; readonly exercise: string | null; readonly text: string }
  | { readonly type: 'documents'; readonly exercise: string; readonly done: number; readonly total: number }
  /** How far a file of a month is read, or its documents are written. */
  | { readonly type: 'scorecard'; readonly month: string; readonly done: number; readonly total: number }
  /** How far a backup or a restore is. */
  | { readonly type: 'backup'; readonly done: number; readonly total: number }
  /** Somebody chose it in the menu of the desktop. */
  | { readonly type: 'menu_chosen'; readonly entry: 'back_up' }
  /** What the room is shown now: the console's mirror draws the very same picture. */
  | {
      readonly type: 'room_picture';
      readonly exercise: string | null;
      readonly picture: RoomPicture;
      readonly isCurtainDown: boolean;
    }
  | { readonly type: 'room_status'; readonly status: RoomStatus }
  /** From the bridge itself, never from the application: news may have been missed, so load again. */
  | { readonly type: 'reconnected' };
