import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ConsoleRequests, consoleRequests } from '#contract/console.ts';
import type { RoomStatus } from '#contract/console-answers.ts';
import type { ConsoleNotice } from '#contract/console-notices.ts';
import type { Bridge } from '#contract/requests.ts';
import type { RoomPicture } from '#contract/room.ts';
import { type Application, openApplication } from '#services/application/application.ts';
import type { Clock, Shell } from '#services/application/shell.ts';

/** A browser in which nobody has opened the room. */
export const noRoom: RoomStatus = {
  shell: 'browser',
  windows: 0,
  displays: null,
  arrangement: null,
  isConsoleApart: false,
  address: null,
};

export const silentShell: Shell = {
  roomStatus: () => noRoom,
  openScribe: async () => false,
  openRoom: async () => noRoom,
  openFolder: async () => false,
  openFile: async () => false,
  printPdf: null,
};

/** A clock that stands until it is told to go on. */
export function handClock(start = '2026-03-17T09:00:00Z') {
  let ms = 0;
  const clock: Clock = { wallMs: () => Date.parse(start) + ms, steadyMs: () => ms, rate: 1 };
  const pass = (minutes: number) => {
    ms += minutes * 60_000;
  };
  return { clock, pass };
}

export async function newWorkspace(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'muster-workspace-'));
}

/** The application with what it told, asked as a window asks it. */
export async function openMuster(workspace: string, clock?: Clock, shell = silentShell) {
  const opened = await openApplication({ workspace, shell, purpose: 'test', ...(clock && { clock }) });
  if (!opened.ok) throw new Error(`${opened.problem.message} ${opened.problem.hint}`);
  const application = opened.value;
  const notices: ConsoleNotice[] = [];
  const pictures: RoomPicture[] = [];
  application.onNotice((notice) => notices.push(notice));
  application.onPicture((picture) => pictures.push(picture));
  return { application, notices, pictures, ask: askOf(application), close: application.close };
}

function askOf(application: Application): Bridge<ConsoleRequests> {
  const names = Object.keys(consoleRequests);
  return Object.fromEntries(
    names.map((name) => [name, (input: unknown) => application.answer(name, input)]),
  ) as unknown as Bridge<ConsoleRequests>; // every name of the contract, each with its own answer
}

/** The value of what has to work in this test. */
export function need<Value>(outcome: { ok: true; value: Value } | { ok: false; problem: { message: string } }): Value {
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return outcome.value;
}
