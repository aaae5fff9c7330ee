import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shells } from '../support/journey/shells.ts';
import { exerciseFolderIn, startQ2 } from '../support/journey/start-q2.ts';
import {
  type Chromium,
  type Desktop,
  launchDesktop,
  pause,
  startChromium,
  waitForDialog,
} from '../support/launch-desktop.ts';
import { newWorkspace } from '../support/open-muster.ts';
import { readTree } from '../support/read-tree.ts';

let chromium: Chromium;
beforeAll(async () => {
  chromium = await startChromium();
}, 120_000);
afterAll(() => chromium?.close());

describe.each(shells)('A workspace that is gone in the middle of an exercise, in %s', (_, open) => {
  it('is told as NOT SAVED with the words kept, and once it is back they are saved by themselves', async () => {
    const workspace = await newWorkspace();
    const muster = await open(chromium, { workspace });
    const at = await startQ2(muster);
    await at.capture('o', 'While all was well');
    const folder = await exerciseFolderIn(workspace);
    await rename(workspace, `${workspace}-away`);
    await at.press('g');
    await at.type('Nobody saw the disk go');
    await at.press('Control+Enter');
    await at.sees('NOT SAVED');
    await at.sees(`${folder}/journal-0001.jsonl could not be written: it was moved or removed`);
    const waiting = at.page.getByRole('list', { name: 'Not saved yet' });
    await waiting.getByText('Nobody saw the disk go').waitFor();
    await at.choose(/^Copy to clipboard/);
    await at.sees('Copied.');
    expect(await at.feed().getByText('Nobody saw the disk go').count()).toBe(0);
    await pause(5_500); // what is kept every five seconds begins no workspace in the empty place either
    await rename(`${workspace}-away`, workspace);
    await at.feed().getByText('Nobody saw the disk go').waitFor();
    await expect.poll(() => at.page.getByText('NOT SAVED').count()).toBe(0);
    await muster.close();
    const journal = await readFile(join(folder, 'journal-0001.jsonl'), 'utf8');
    expect(journal.match(/While all was well|Nobody saw the disk go/g)).toHaveLength(2);
  }, 120_000);
});

describe('A workspace the desktop cannot write', () => {
  const open: Desktop[] = [];
  afterAll(() => Promise.all(open.splice(0).map((desktop) => desktop.kill())));

  it.each([
    ['under a file', async (base: string) => join(base, 'a-file/Muster'), /part of the path is a file, not a folder/],
    ['that is a file', async (base: string) => join(base, 'a-file'), /a file/],
    ['where no folder can be made', async () => '/proc/muster-workspace', /part of the path does not exist/],
  ])(
    '%s is named with the reason, again for another that is no better, and the third one opens',
    async (_, place, why) => {
      const base = await newWorkspace();
      await writeFile(join(base, 'a-file'), 'here first');
      const before = await readTree(base);
      const workspace = await place(base);
      const desktop = await launchDesktop(chromium, { workspace });
      open.push(desktop);
      const first = await waitForDialog(desktop);
      expect(first.options).toMatchObject({
        message: expect.stringMatching(why),
        detail: expect.stringContaining('Nothing was written.'),
        buttons: ['Try again', 'Choose another folder…', 'Quit'],
      });
      expect(JSON.stringify(first.options)).toContain(`The workspace ${workspace} cannot be used`);
      await choose(desktop, join(base, 'a-file/again'));
      expect(JSON.stringify((await waitForDialog(desktop)).options)).toContain(
        `${join(base, 'a-file/again')} cannot be used`,
      );
      expect(await readTree(base)).toEqual(before);
      const third = await newWorkspace();
      await choose(desktop, third);
      const console = await desktop.consolePage();
      await console.getByText(`Everything is kept in ${third}`).waitFor();
      expect(await desktop.close()).toBe(0);
    },
  );

  it('ends without having written anything when its user gives up', async () => {
    const base = await newWorkspace();
    await writeFile(join(base, 'a-file'), 'here first');
    const desktop = await launchDesktop(chromium, { workspace: join(base, 'a-file/Muster') });
    open.push(desktop);
    await waitForDialog(desktop);
    await desktop.order('answerDialog', { response: 2 });
    expect(await desktop.ended).toBe(0);
    expect(await readTree(base)).toHaveLength(1);
  });
});

async function choose(desktop: Desktop, folder: string): Promise<void> {
  await desktop.order('answerDialog', { response: 1 });
  expect((await waitForDialog(desktop)).kind).toBe('showOpenDialog');
  await desktop.order('answerDialog', { canceled: false, filePaths: [folder] });
}
