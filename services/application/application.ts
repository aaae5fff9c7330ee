import type { ConsoleNotice } from '#contract/console.ts';
import type { RoomPicture } from '#contract/room.ts';
import type { Outcome } from '#core/outcome.ts';
import type { Clock, Shell } from './shell.ts';

/** The whole of Muster for one workspace. A shell adds windows, a socket or a command line, and nothing else. */
export type Application = {
  /** The one way in. The name and the input are checked here, whatever the window promised. */
  readonly answer: (name: string, input: unknown) => Promise<Outcome<unknown>>;
  /** Gives back how to stop listening. */
  readonly onNotice: (listener: (notice: ConsoleNotice) => void) => () => void;
  /** Called at once with what the room shows now, then at every change; never twice with the same. */
  readonly onPicture: (listener: (picture: RoomPicture) => void) => () => void;
  /** The shell calls it when a room window came, went or moved. */
  readonly roomChanged: () => void;
  /** Everything on the disk, the workspace free again. */
  readonly close: () => Promise<void>;
};

export type Needs = {
  readonly workspace: string;
  readonly shell: Shell;
  /** Named to whoever finds the workspace held: `desktop`, `serve`. */
  readonly purpose: string;
  readonly clock?: Clock;
};

export async function openApplication(_needs: Needs): Promise<Outcome<Application>> {
  throw new Error('not built yet');
}
