import type { RoomStatus } from '#contract/console.ts';

/** What the application needs of the shell around it, and cannot do itself. */
export type Shell = {
  readonly roomStatus: () => RoomStatus;
  /** Opens the room's window where the shell has windows. */
  readonly openRoom: () => Promise<RoomStatus>;
  /** false where there is no file manager to open it in. */
  readonly openFolder: (folder: string) => Promise<boolean>;
};

/** Wall clock for people and steady milliseconds for measures; both run `rate` times as fast in a rehearsal of Muster itself. */
export type Clock = {
  readonly wallMs: () => number;
  readonly steadyMs: () => number;
  readonly rate: number;
};
