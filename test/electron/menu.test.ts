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
