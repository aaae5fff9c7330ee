import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { facilitatorAt } from '../support/journey/facilitator.ts';
import { openInBrowser } from '../support/journey/shells.ts';
import { exerciseFolderIn, startQ2 } from '../support/journey/start-q2.ts';
import { type Chromium, type Desktop, launchDesktop, pause, startChromium } from '../support/launch-desktop.ts';
import { newWorkspace } from '../support/open-muster.ts';

let chromium: Chromium;
const desktops: Desktop[] = [];
beforeAll(async () => {
  chromium = await startChromium();
}, 120_000);
afterAll(async () => {
  await Promise.all(desktops.map((desktop) => desktop.kill()));
  await chromium?.close();
});

/** As long as a draft may be behind the last key. */
const behindMs = 500;
const half = 'DevOps brought both op';

/** Runs in the page: a key every 40 ms and never a rest. */
const typeOnAndOn = `(() => {
  const field = document.querySelector('form textarea');
  const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
  setInterval(() => {
    set.call(field, field.value + 'x');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, 40);
})()`;

describe('Row 15, a window that crashes in the middle of typing', () => {
  it('comes back by itself on the desktop with its draft and its clock, and the room never knew', async () => {
    const displays = [
      { width: 1280, height: 800 },
      { width: 1920, height: 1080 },
    ];
    const desktop = await launchDesktop(chromium, { workspace: await newWorkspace(), displays });
    desktops.push(desktop);
    const [console, room] = [await desktop.consolePage(), await desktop.roomPage()];
    const before = await startQ2({ console, room, pid: 0, kill: desktop.kill, close: async () => {} });
    await before.capture('o', 'Before the crash');
    await room.evaluate('window.isOld = true');
    await before.press('s');
    await before.type(half);
    await pause(behindMs);
    await desktop.order('crashPage', 'console');
    const after = await untilAnother(desktop, console);
    const at = facilitatorAt(after);
    await at.keepNotesOpen();
    await at.press('s');
    expect(await after.getByRole('textbox', { name: 'What worked' }).inputValue()).toBe(half);
    await at.type('tions');
    await at.press('Control+Enter');
    await at.feed().getByText(`${half}tions`).waitFor();
    expect(await room.evaluate('window.isOld')).toBe(true);
  }, 120_000);

  it('has on the disk what is typed without a rest, before the rest comes', async () => {
    const workspace = await newWorkspace();
    const muster = await openInBrowser(chromium, { workspace });
    const at = await startQ2(muster);
    const notes = join(await exerciseFolderIn(workspace), 'notes.json');
    await at.press('s');
    await at.page.evaluate(typeOnAndOn);
    let kept = '';
    for (const end = Date.now() + 20_000; kept === '' && Date.now() < end; await pause(50))
      kept = /"text": "([^"]+)"/.exec(await readFile(notes, 'utf8').catch(() => ''))?.[1] ?? '';
    expect(kept).toMatch(/^x+$/);
    await muster.close();
  }, 120_000);

  it('is loaded again in the browser with its draft, and the exercise went on without it', async () => {
    const workspace = await newWorkspace();
    const muster = await openInBrowser(chromium, { workspace });
    const at = await startQ2(muster);
    await at.press('s');
    await at.type(half);
    await pause(behindMs);
    const address = at.page.url();
    const token = await at.page.evaluate(`sessionStorage.getItem('muster-token')`);
    const gone = at.page.waitForEvent('crash');
    await at.page.goto('chrome://crash').catch(() => {});
    await gone;
    const again = await muster.room.context().newPage();
    await again.goto(address.replace(/#.*$/, `#token=${token}`)); // as from a bookmark: a crashed tab of Playwright does not reload
    await again.evaluate(`location.hash = '#/live/${(await exerciseFolderIn(workspace)).split('/').at(-1)}'`);
    const back = facilitatorAt(again);
    await back.keepNotesOpen();
    await back.press('s');
    expect(await again.getByRole('textbox', { name: 'What worked' }).inputValue()).toBe(half);
    await muster.close();
  }, 120_000);
});

async function untilAnother(desktop: Desktop, before: unknown) {
  for (const end = Date.now() + 40_000; Date.now() < end; await pause(50)) {
    const page = await desktop.consolePage();
    if (page !== before) return page;
  }
  throw new Error('the window did not come back');
}
