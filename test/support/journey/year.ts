import type { Page } from 'playwright-core';
import type { Chromium } from '../launch-desktop.ts';
import { newWorkspace } from '../open-muster.ts';
import { type Facilitator, facilitatorAt } from './facilitator.ts';
import { readWindow } from './read-window.ts';
import type { OpenShell, Running } from './shells.ts';

/** Half an hour in less than four seconds. */
const rate = 480;

/** One workspace, whatever becomes of the program that is open in it; every window of it is watched. */
export async function openYear(chromium: Chromium, open: OpenShell) {
  const workspace = await newWorkspace();
  const problems: string[] = [];
  const room: string[] = [];
  const pointed: unknown[] = [];
  let isOpen = true;
  let now = await begin();

  async function begin(): Promise<Open> {
    const muster = await open(chromium, { workspace, rate });
    const heard = hearProblems(muster.console);
    await muster.console.evaluate(watchPointer);
    return { muster, heard, at: facilitatorAt(muster.console), reader: await readWindow(muster.room) };
  }
  async function readAll(): Promise<void> {
    problems.push(...now.heard); // that nobody answers once it is closed is no fault
    room.push(await now.reader.everything());
    pointed.push(await now.muster.console.evaluate('window.pointed'));
  }
  /** kill -9, and open again; from the programme, where there may be something to do first, back to what is under way. */
  async function killed(atProgramme: (at: Facilitator) => Promise<void> = async () => {}): Promise<void> {
    await readAll();
    await now.muster.kill();
    now = await begin();
    await atProgramme(now.at);
    await now.at.choose(/^Open the console/);
    await now.at.sees('Running order');
    await now.at.keepNotesOpen();
  }
  /** What was noticed in all of it, once it is closed. */
  async function close() {
    await readAll();
    isOpen = false;
    await now.muster.close();
    return { problems, pointed, room: room.join('\n') };
  }
  return {
    workspace,
    at: () => now.at,
    room: () => now.muster.room,
    look: () => now.reader.look(),
    killed,
    close,
    /** Where it broke off: nothing is left running. */
    giveUp: async () => {
      if (isOpen) await now.muster.kill();
    },
  };
}

type Open = {
  readonly muster: Running;
  readonly heard: readonly string[];
  readonly at: Facilitator;
  readonly reader: Awaited<ReturnType<typeof readWindow>>;
};
export type Year = Awaited<ReturnType<typeof openYear>>;

/** zod asks once whether it may compile, and takes no for an answer; there is no icon. */
const isHarmless = (text: string) => text.includes("'TrustedScript'") || text.includes('404');

function hearProblems(page: Page): readonly string[] {
  const heard: string[] = [];
  page.on('pageerror', (problem) => heard.push(String(problem)));
  page.on('console', (line) => line.type() === 'error' && !isHarmless(line.text()) && heard.push(line.text()));
  return heard;
}

/** What only a hand on a mouse or a finger makes: a click by keyboard has no detail. */
const watchPointer = `
  window.pointed = [];
  for (const type of ['pointerdown', 'pointermove', 'mousedown', 'mousemove', 'wheel', 'touchstart', 'click'])
    addEventListener(type, (event) => {
      if (type !== 'click' || event.detail > 0) window.pointed.push(type);
    }, true);
`;
