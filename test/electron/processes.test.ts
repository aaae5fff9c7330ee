import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { documentNames } from '#services/export/document-names.ts';
import {
  type Chromium,
  type Desktop,
  type Launch,
  launchDesktop,
  startChromium,
  waitForDialog,
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
    expect(await page.evaluate('window.muster.load_programme({})')).toMatchObject({ value: { workspace: other } });
    await holder.close();
  });
});

describe('A desktop that was killed in the middle', () => {
  it('starts again with the same settings and has lost nothing that was acknowledged', async () => {
    const workspace = await newWorkspace();
    const first = await launch({ workspace });
    const page = await first.consolePage();
    const exercise = await page.evaluate(`window.muster.fill_plan({ script: 'q2-ransomware' })
      .then(() => window.muster.start_exercise({ script: 'q2-ransomware' })).then(({ value }) => value.exercise)`);
    const command = { type: 'record_gap', title: 'Nobody knows who may decide' };
    const asked = JSON.stringify({ exercise, command, pressedM: null });
    expect(await page.evaluate(`window.muster.give_command(${asked})`)).toMatchObject({ ok: true });
    await first.kill();
    const second = await launch({ workspace, userData: first.userData });
    const again = await second.consolePage();
    const snapshot = await again.evaluate(`window.muster.open_exercise({ exercise: '${exercise}' })`);
    expect(JSON.stringify(snapshot)).toContain('Nobody knows who may decide');
    const closed = second.close();
    expect(await waitForDialog(second)).toMatchObject({ options: { message: expect.stringContaining('running') } });
    await second.order('answerDialog', { response: 1 });
    expect(await closed).toBe(0);
  });
});

describe('The main process', () => {
  let desktop: Desktop;
  let workspace: string;
  beforeAll(async () => {
    workspace = await newWorkspace();
    desktop = await launchDesktop(chromium, { workspace });
    await desktop.consolePage();
  }, 120_000);
  afterAll(() => desktop.kill());

  it('is alone with its settings: a second one leaves at once, and the first comes to the front', async () => {
    await desktop.order('minimize', 'console');
    const second = await launch({ workspace: await newWorkspace(), userData: desktop.userData });
    expect(await second.ended).toBe(0);
    const state = async () => (await desktop.order('windows'))[0]?.is;
    await expect.poll(state).toMatchObject({ minimized: false, focused: 1 });
  });

  it('survives a failure of its own: logged without what was typed, told, and it goes on', async () => {
    const page = await desktop.consolePage();
    await page.evaluate(
      `window.muster.onNotice((notice) => { if (notice.type === 'notice') window.heard = notice.text; })`,
    );
    await desktop.order('throwUncaught', 'what the facilitator typed');
    await expect.poll(() => page.evaluate('window.heard')).toContain('muster.log');
    const log = await readFile(join(desktop.userData, 'muster.log'), 'utf8');
    expect(log).toContain('Error\n    at ');
    expect(log).not.toContain('what the facilitator typed');
    expect(await page.evaluate('window.muster.load_programme({})')).toMatchObject({ ok: true });
  });

  it('writes every document from the bundle, in its worker', async () => {
    const page = await desktop.consolePage();
    const written = await page.evaluate(`window.muster.open_sample({ script: 'q1-data-breach' })
      .then(({ value }) => window.muster.write_documents(value))`);
    expect(written).toMatchObject({ ok: true });
    const [exercise] = await readdir(join(workspace, 'documents'));
    const entries = await readdir(join(workspace, 'documents', exercise ?? ''), { withFileTypes: true });
    const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    expect(names.sort()).toEqual([...documentNames].sort());
  }, 120_000);
});
