import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { documentNames } from '#services/export/document-names.ts';
import {
  type Chromium,
  type Desktop,
  type Launch,
  launchDesktop,
  pause,
  startChromium,
  waitForDialog,
  waitUntil,
} from '../support/launch-desktop.ts';
import { newWorkspace, openMuster } from '../support/open-muster.ts';

let chromium: Chromium;
const open: Desktop[] = [];

beforeAll(async () => {
  chromium = await startChromium();
}, 120_000);
afterEach(async () => {
  await Promise.all(open.splice(0).map((desktop) => desktop.kill()));
});
afterAll(() => chromium.close());

async function launch(options: Launch): Promise<Desktop> {
  const desktop = await launchDesktop(chromium, options);
  open.push(desktop);
  return desktop;
}

describe('A second desktop', () => {
  it('with the same settings leaves at once, and the first comes to the front', async () => {
    const workspace = await newWorkspace();
    const first = await launch({ workspace });
    await first.consolePage();
    await first.order('minimize', 'console');
    const second = await launch({ workspace, userData: first.userData });
    expect(await second.ended).toBe(0);
    await pause(300);
    const [console] = await first.order('windows');
    expect(console?.is).toMatchObject({ minimized: false, focused: 1 });
  });

  it('starts after the first was killed', async () => {
    const workspace = await newWorkspace();
    const first = await launch({ workspace });
    await first.consolePage();
    await first.kill();
    const second = await launch({ workspace, userData: first.userData });
    await second.consolePage();
    expect(await second.close()).toBe(0);
  });
});

describe('A workspace that somebody else holds', () => {
  it('is said to be held, by whom, and another folder is offered', async () => {
    const held = await newWorkspace();
    const other = await newWorkspace();
    const holder = await openMuster(held);
    const desktop = await launch({ workspace: held });
    expect(await waitForDialog(desktop)).toMatchObject({
      options: {
        message: expect.stringContaining(`is held by process ${process.pid}`),
        buttons: expect.arrayContaining(['Choose another folder…']),
      },
    });
    await desktop.order('answerDialog', { response: 1 });
    expect((await waitForDialog(desktop)).kind).toBe('showOpenDialog');
    await desktop.order('answerDialog', { canceled: false, filePaths: [other] });
    const page = await desktop.consolePage();
    await waitUntil(page, 'window.muster !== undefined');
    expect(await page.evaluate('window.muster.load_programme({})')).toMatchObject({ value: { workspace: other } });
    await holder.close();
  });
});

describe('The main process', () => {
  it('survives a failure of its own: logged without what was typed, told, and it goes on', async () => {
    const desktop = await launch({ workspace: await newWorkspace() });
    const page = await desktop.consolePage();
    await waitUntil(page, 'window.muster !== undefined');
    await pause(500);
    const heard = page.evaluate(
      `new Promise((resolve) => window.muster.onNotice((notice) => notice.type === 'notice' && resolve(notice.text)))`,
    );
    await desktop.order('throwUncaught', 'what the facilitator typed');
    expect(await heard).toContain('muster.log');
    const log = await readFile(join(desktop.userData, 'muster.log'), 'utf8');
    expect(log).toContain('Error\n    at ');
    expect(log).not.toContain('what the facilitator typed');
    expect(await page.evaluate('window.muster.load_programme({})')).toMatchObject({ ok: true });
  });

  it('killed in the middle loses nothing that was acknowledged', async () => {
    const workspace = await newWorkspace();
    const first = await launch({ workspace });
    const page = await first.consolePage();
    await waitUntil(page, 'window.muster !== undefined');
    const exercise = await page.evaluate(`window.muster.fill_plan({ script: 'q2-ransomware' })
      .then(() => window.muster.start_exercise({ script: 'q2-ransomware' })).then(({ value }) => value.exercise)`);
    const command = { type: 'record_gap', title: 'Nobody knows who may decide' };
    const asked = JSON.stringify({ exercise, command, pressedM: null });
    expect(await page.evaluate(`window.muster.give_command(${asked})`)).toMatchObject({ ok: true });
    await first.kill();
    const second = await launch({ workspace, userData: first.userData });
    const again = await second.consolePage();
    await waitUntil(again, 'window.muster !== undefined');
    const snapshot = await again.evaluate(`window.muster.open_exercise({ exercise: '${exercise}' })`);
    expect(JSON.stringify(snapshot)).toContain('Nobody knows who may decide');
    expect(await second.close()).toBe(0);
  });

  it('writes every document from the bundle, in its worker', async () => {
    const workspace = await newWorkspace();
    const desktop = await launch({ workspace });
    const page = await desktop.consolePage();
    await waitUntil(page, 'window.muster !== undefined');
    const written = await page.evaluate(`window.muster.open_sample({ script: 'q1-data-breach' })
      .then(({ value }) => window.muster.write_documents(value))`);
    expect(written).toMatchObject({ ok: true });
    const [exercise] = await readdir(join(workspace, 'documents'));
    const names = await readdir(join(workspace, 'documents', exercise ?? ''));
    expect(names.sort()).toEqual([...documentNames].sort());
  }, 120_000);
});
