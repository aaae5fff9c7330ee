import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Chromium,
  type Desktop,
  type Launch,
  launchDesktop,
  pause,
  startChromium,
  waitUntil,
} from '../support/launch-desktop.ts';
import { newWorkspace, openMuster } from '../support/open-muster.ts';

const one = [{ width: 1440, height: 900 }];
const two = [...one, { width: 1920, height: 1080 }];

let chromium: Chromium;
let desktop: Desktop;
let workspace: string;

beforeAll(async () => {
  chromium = await startChromium();
}, 120_000);
afterAll(() => chromium.close());

/** One desktop for all the tests of a group, which are in the order of a use. */
function useDesktop(displays: Launch['displays'] & object): void {
  beforeAll(async () => {
    workspace = await newWorkspace();
    desktop = await launchDesktop(chromium, { workspace, displays });
    await desktop.consolePage();
  }, 120_000);
  afterAll(() => desktop.kill());
}

async function windowOf(role: 'console' | 'room') {
  return (await desktop.order('windows')).find(({ url }) => url.startsWith(`app://${role}`));
}

async function startSample(): Promise<string> {
  const page = await desktop.consolePage();
  const asked = `window.muster.fill_plan({ script: 'q2-ransomware' })
    .then(() => window.muster.start_exercise({ script: 'q2-ransomware' }))
    .then(({ value }) => window.muster.open_exercise({ exercise: value.exercise }).then(() => value.exercise))`;
  return (await page.evaluate(asked)) as string;
}

/** Waits for what comes by itself. */
async function until<T>(look: () => Promise<T>, isThere: (seen: T) => boolean): Promise<T> {
  for (const end = Date.now() + 40_000; ; await pause(50)) {
    const seen = await look();
    if (isThere(seen) || Date.now() > end) return seen;
  }
}

/** The question stands there when main has looked at what runs. */
function askedBeforeClosing() {
  return until(
    () => desktop.order('openDialogs'),
    (open) => open.length > 0,
  );
}

/** A second window that may ask too; it goes with the first and keeps nobody from closing. */
async function openScribe(exercise: string): Promise<void> {
  const console = await desktop.consolePage();
  const opened = await console.evaluate(`window.muster.open_scribe({ exercise: '${exercise}' })`);
  expect(opened).toMatchObject({ value: { opened: true } });
  const windows = await until(
    () => desktop.order('windows'),
    (seen) => seen.some(({ role }) => role === 'scribe'),
  );
  expect(windows.find(({ role }) => role === 'scribe')).toMatchObject({
    is: { protected: true },
    options: { minWidth: 1280 },
  });
  const pages = () => chromium.browser.contexts().flatMap((context) => context.pages());
  const find = async () => pages().find((page) => page.url().includes(`#/scribe/${exercise}`));
  const scribe = await until(find, (page) => page !== undefined);
  const command = { type: 'record_observation', kind: 'fact', text: 'By the scribe' };
  const given = JSON.stringify({ exercise, command, pressedM: null });
  expect(await scribe?.evaluate(`window.muster.give_command(${given})`)).toMatchObject({ ok: true });
}

describe("The facilitator's window on the only display", () => {
  useDesktop(one);

  it('has 1280 × 800 of content at least, and whoever shares it by mistake shows nothing', async () => {
    await desktop.consolePage();
    const console = await windowOf('console');
    expect(console?.options).toMatchObject({
      useContentSize: true,
      width: 1280,
      height: 800,
      minWidth: 1280,
      minHeight: 800,
    });
    expect(console?.is.protected).toBe(true);
  });

  it('comes back in the theme that was chosen, from its first stroke on', async () => {
    const console = await desktop.consolePage();
    await console.getByRole('button', { name: 'Light or dark' }).click();
    await console.reload();
    expect(await console.content()).toMatch(/<html data-theme="dark"/);
  });

  it('saves what it shows as a PDF of the printed pack, without the screen around it', async () => {
    const console = await desktop.consolePage();
    await console.evaluate(
      `window.muster.fill_plan({ script: 'q1-data-breach' }).then(() => { location.hash = '/pack/q1-data-breach' })`,
    );
    await console.getByRole('radio', { name: 'Decision cards' }).check({ force: true });
    await console.getByRole('button', { name: 'Save the decision cards as PDF' }).click();
    const file = join(workspace, 'documents/pack-q1-data-breach/exercise-decision-cards.pdf');
    await console.getByText(`Saved as ${file}`).waitFor();
    const { stdout } = await promisify(execFile)('pdftotext', ['-layout', file, '-']);
    expect(stdout).toContain('Do we declare, and at what severity?');
    expect(stdout).toContain('EXERCISE – not a real incident');
    expect(stdout).not.toMatch(/Back to the plan|Save the decision cards|Quiet Export/);
    await console.evaluate("location.hash = '/'");
  });

  it('is alone until the room is asked for, which is then a window of its own', async () => {
    const console = await desktop.consolePage();
    expect(await windowOf('room')).toBeUndefined();
    expect(await console.evaluate('window.muster.open_room({})')).toMatchObject({ value: { windows: 1, displays: 1 } });
    await desktop.roomPage();
    expect(await windowOf('room')).toMatchObject({ is: { fullScreen: false, visible: true } });
  });

  it('is offered a reload while it does not answer', async () => {
    const before = await desktop.consolePage();
    await desktop.order('hang', 'console');
    expect(await desktop.order('openDialogs')).toMatchObject([{ options: { buttons: ['Wait', 'Reload the window'] } }]);
    await desktop.order('answerDialog', { response: 1 });
    const after = await until(
      () => desktop.consolePage(),
      (page) => page !== before,
    );
    expect(after).not.toBe(before);
  });

  it('is asked about the time the machine slept, once it wakes', async () => {
    const exercise = await startSample();
    const page = await desktop.consolePage();
    const ask = () =>
      page.evaluate(`window.muster.open_exercise({ exercise: '${exercise}' }).then(({ value }) => value)`);
    expect(await ask()).toMatchObject({ gap: null });
    await desktop.order('sleep', 3 * 3_600_000);
    const { gap, nowM } = (await ask()) as { gap: { ms: number }; nowM: number };
    expect(gap).toMatchObject({ after: 'sleep', isCounted: true });
    expect([Math.round(gap.ms / 60_000), Math.floor(nowM / 60_000)]).toEqual([180, 180]);
    const end = JSON.stringify({ exercise, command: { type: 'end_exercise' }, pressedM: null });
    await page.evaluate(`window.muster.give_command(${end})`);
  });

  it('asks before it closes while an exercise runs; closed, it loses nothing', async () => {
    const exercise = await startSample();
    const { awake } = await until(
      () => desktop.order('told'),
      (told) => told.awake.at(-1) === 'prevent-display-sleep', // an earlier exercise may have been noticed too
    );
    expect(awake.at(-1)).toBe('prevent-display-sleep');
    await openScribe(exercise);
    await desktop.order('closeWindow', 'console');
    const asked = await askedBeforeClosing();
    expect(asked).toMatchObject([{ options: { message: expect.stringContaining('running') } }]);
    await desktop.order('answerDialog', { response: 0 });
    expect(await windowOf('console')).toBeDefined();
    await desktop.order('closeWindow', 'console');
    await askedBeforeClosing();
    await desktop.order('answerDialog', { response: 1 });
    expect(await desktop.ended).toBe(0);
    const journal = await readFile(join(workspace, 'exercises', exercise, 'journal-0001.jsonl'), 'utf8');
    expect(journal).toContain('"exercise_started"');
    await (await openMuster(workspace)).close(); // and the workspace is free again
  });
});

describe("The room's window on the second display", () => {
  useDesktop(two);

  it('fills the second display, parks without it and comes back with it', async () => {
    const page = await desktop.roomPage();
    expect(await windowOf('room')).toMatchObject({
      bounds: { x: 1440, width: 1920 },
      is: { fullScreen: true, visible: true },
    });
    const status = async () => (await desktop.consolePage()).evaluate('window.muster.load_room_status({})');
    const arrangement = '1:0,0,1440x900 2:1440,0,1920x1080 on 1';
    const apart = { windows: 1, displays: 2, arrangement, isConsoleApart: true };
    expect(await status()).toEqual({ ok: true, value: { shell: 'desktop', address: null, ...apart } });

    await desktop.order('plugDisplays', one);
    expect(await windowOf('room')).toMatchObject({ is: { fullScreen: false, visible: false } });
    expect(await status()).toMatchObject({ value: { windows: 0, displays: 1, isConsoleApart: false } });

    await desktop.order('plugDisplays', two);
    expect(await windowOf('room')).toMatchObject({
      bounds: { x: 1440 },
      is: { fullScreen: true, visible: true },
    });
    expect(await desktop.roomPage()).toBe(page);
  });

  it('fills it anew when its size changes', async () => {
    const scaled = [...one, { width: 1280, height: 720 }];
    await desktop.order('plugDisplays', scaled);
    expect(await windowOf('room')).toMatchObject({ bounds: { x: 1440, width: 1280 }, is: { fullScreen: true } });
    await desktop.order('plugDisplays', two);
    expect(await windowOf('room')).toMatchObject({ bounds: { x: 1440, width: 1920 }, is: { fullScreen: true } });
  });

  it("changes places with the facilitator's window, and back", async () => {
    await desktop.roomPage();
    await desktop.order('moveWindow', 'console', 1500);
    expect(await windowOf('room')).toMatchObject({ bounds: { x: 0 }, is: { fullScreen: true } });
    await desktop.order('moveWindow', 'console', 0);
    expect(await windowOf('room')).toMatchObject({ bounds: { x: 1440 }, is: { fullScreen: true } });
  });

  it('is left alone where a third display comes and the facilitator goes there', async () => {
    const third = [...two, { width: 1280, height: 720 }];
    await desktop.order('moveWindow', 'room', 1450); // as it would not stand if it were placed anew
    await desktop.order('plugDisplays', third);
    await desktop.order('moveWindow', 'console', 3400);
    expect(await windowOf('room')).toMatchObject({ bounds: { x: 1450 }, is: { fullScreen: true, visible: true } });
    await desktop.order('moveWindow', 'console', 0);
    await desktop.order('plugDisplays', two);
    expect(await windowOf('room')).toMatchObject({ bounds: { x: 1450 }, is: { fullScreen: true, visible: true } });
  });

  it('is given the picture when it loads, when it loads again and at every change', async () => {
    const room = await desktop.roomPage();
    const shows = (show: string) =>
      waitUntil(
        room,
        `(() => { let seen; window.musterRoom.onPicture((now) => { seen = now.show; }); return seen === '${show}'; })()`,
      );
    await shows('waiting');
    await (await desktop.consolePage()).evaluate('window.muster.draw_curtain({ down: true })');
    await shows('blank');
    await room.evaluate('window.isOld = true; location.reload()').catch(() => {});
    await waitUntil(room, 'window.isOld === undefined && window.musterRoom !== undefined');
    await shows('blank');
  });

  it("stays as it is when the facilitator's crashes and comes back", async () => {
    const room = await desktop.roomPage();
    const before = await desktop.consolePage();
    await room.evaluate('window.isOld = true');
    await desktop.order('crashPage', 'console');
    const after = await until(
      () => desktop.consolePage(),
      (page) => page !== before,
    );
    await waitUntil(after, 'window.muster !== undefined');
    expect(await after.evaluate('window.muster.load_room_status({})')).toMatchObject({ ok: true });
    expect(await room.evaluate('window.isOld')).toBe(true);
  });

  it("makes the facilitator's window ask who sees it, before it shows a note where the room was", async () => {
    const console = await desktop.consolePage();
    await console.evaluate(`location.hash = '/live/${await startSample()}'`);
    const note = console.getByText('An MFA reset that does not add up').first();
    await note.waitFor();
    await desktop.order('moveWindow', 'console', 1500);
    await console.getByRole('dialog', { name: 'Is this screen shown to the room?' }).waitFor();
    expect(await note.count()).toBe(0);
    await desktop.order('moveWindow', 'console', 0);
    await note.waitFor();
    expect(await console.getByRole('dialog').count()).toBe(0);
  });
});
