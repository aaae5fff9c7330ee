import type { RoomStatus } from '#contract/console-answers.ts';

/** What the application needs of the shell around it, and cannot do itself. */
export type Shell = {
  readonly roomStatus: () => RoomStatus;
  /** Opens the room's window where the shell has windows. */
  readonly openRoom: () => Promise<RoomStatus>;
  /** A second window of the console, at this exercise and for capture alone; false where the shell has no windows. */
  readonly openScribe: (exercise: string) => Promise<boolean>;
  /** false where there is no file manager to open it in. */
  readonly openFolder: (folder: string) => Promise<boolean>;
  /** In the program the system has for it; false where the shell cannot, or there is none. */
  readonly openFile: (file: string) => Promise<boolean>;
  /** What the console's window shows, set for paper; null where the browser around it prints. */
  readonly printPdf: (() => Promise<Uint8Array>) | null;
};

/** Wall clock for people and steady milliseconds for measures. */
export type Clock = {
  readonly wallMs: () => number;
  readonly steadyMs: () => number;
  /** How fast both run: 1, except in a rehearsal of Muster itself. */
  readonly rate: number;
};

/** `MUSTER_CLOCK_RATE` lets Muster itself be rehearsed: 30 plays half an hour in a minute. Anything else than 1 to 600 is 1. */
function readRate(): number {
  const rate = Number(process.env.MUSTER_CLOCK_RATE ?? 1);
  return rate >= 1 && rate <= 600 ? rate : 1;
}

export function createClock(rate = readRate()): Clock {
  const started = Date.now();
  const steadyMs = () => performance.now() * rate;
  return rate === 1
    ? { wallMs: () => Date.now(), steadyMs, rate }
    : { wallMs: () => started + (Date.now() - started) * rate, steadyMs, rate };
}
