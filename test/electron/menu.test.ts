import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, type Desktop, launchDesktop, startChromium } from '../support/launch-desktop.ts';
import { newWorkspace } from '../support/open-muster.ts';

let chromium: Chromium;
let desktop: Desktop;

beforeAll(async () => {
  chromium = await startChromium();
  desktop = await launchDesktop(chromium, { workspace: await newWorkspace() });
  await desktop.consolePage();
}, 120_000);
afterAll(async () => {
  await desktop.kill();
  await chromium.close();
});

describe('The menu of the desktop', () => {
  it('opens the dialog of a backup over the screen there is, and the desktop makes it', async () => {
    const page = await desktop.consolePage();
    await page.getByRole('button', { name: 'Back up…' }).waitFor();
    await desktop.order('chooseMenu', 'Back up the workspace…');
    const dialog = page.getByRole('dialog', { name: 'Back up the workspace' });
    const folder = await mkdtemp(join(tmpdir(), 'muster-menu-'));
    await dialog.getByLabel('Into this folder').fill(folder);
    await page.keyboard.press('Enter');
    await dialog.getByText('read again and whole.').waitFor();
    expect(await readdir(folder)).toEqual([expect.stringMatching(/^muster-backup-.*\.zip$/)]);
    await dialog.getByRole('button', { name: 'Open folder' }).click();
    await expect.poll(async () => (await desktop.order('told')).external).toEqual([folder]);
  });
});

describe('Open in editor, on the desktop', () => {
  it('gives the workspace’s own script to the system, and never a bundled one', async () => {
    const page = await desktop.consolePage();
    const before = (await desktop.order('told')).external.length;
    const ask = (name: string) => page.evaluate<unknown>(`window.muster.${name}({ script: 'q2-ransomware' })`);
    expect(await ask('open_script')).toMatchObject({ problem: { code: 'bundled_script' } });
    expect(await ask('copy_script')).toMatchObject({ ok: true });
    expect(await ask('open_script')).toMatchObject({ value: { opened: true } });
    const own = expect.stringMatching(/muster-workspace-.*scenarios.q2-ransomware\.yaml$/);
    expect((await desktop.order('told')).external.slice(before)).toEqual([own]);
  });
});
