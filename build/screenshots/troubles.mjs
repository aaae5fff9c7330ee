// What a facilitator is told when something goes wrong.
import { appendFile, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMuster, openPage, shoot } from './camera.mjs';
import { playUntil, startExercise } from './play.mjs';

/** Makes its own workspace and opens Muster on it several times. @param {import('playwright-core').Browser} browser @param {string} node */
export async function takeTroubles(browser, node) {
  const home = await mkdtemp(join(tmpdir(), 'home-'));
  const workspace = join(home, 'Muster');
  const exercise = await inMuster(browser, node, workspace, (page, muster) => takeNotSaved(page, muster, workspace));
  const journal = join(workspace, 'exercises', exercise, 'journal-0001.jsonl');
  await appendFile(journal, '{"seq":17,"t":"2026-06-16T07:4');
  await inMuster(browser, node, workspace, async (page) => {
    await openLive(page, exercise);
    await page.getByText('unfinished last line').waitFor();
    await shoot(page, 'console-quarantine');
  });
  await writeFile(
    journal,
    (await readFile(journal, 'utf8')).replace('One machine after another', 'One machine after anoTher'),
  );
  await inMuster(browser, node, workspace, async (page) => {
    await page.goto(new URL(`#/live/${exercise}`, page.url()).href);
    await page.getByText('open for reading only').first().waitFor();
    await page.getByRole('button', { name: /^Go on from/ }).press('Enter');
    await shoot(page, 'console-damaged');
    await page.goto(new URL('#/', page.url()).href);
    await page.getByText('damaged').first().waitFor();
    await shoot(page, 'programme-damaged');
  });
  await rm(home, { recursive: true });
}

async function inMuster(browser, node, workspace, work) {
  const muster = await openMuster(node, workspace);
  const page = await openPage(browser, muster.console);
  try {
    return await work(page, muster);
  } finally {
    await page.context().close();
    await muster.close();
  }
}

async function openLive(page, exercise) {
  await page.goto(new URL(`#/live/${exercise}`, page.url()).href);
  const onlyDisplay = page.getByRole('button', { name: 'No, only I see it' });
  await onlyDisplay.press('Enter');
}

async function takeNotSaved(page, muster, workspace) {
  const exercise = await startExercise(page, { lengthMin: 105 });
  await playUntil(page, muster, exercise, 49);
  await openLive(page, exercise);
  await rename(workspace, `${workspace}-away`);
  for (const [letter, words] of [
    ['g', 'Nobody knows who may order the isolation of the cluster'],
    ['s', 'Legal named both clocks without being asked'],
  ]) {
    await page.keyboard.press(letter);
    await page.keyboard.type(words);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('list', { name: 'Not saved yet' }).getByText(words).waitFor();
  }
  await shoot(page, 'console-not-saved');
  await page.getByRole('button', { name: 'Save a copy elsewhere…' }).press('Enter');
  await page.getByRole('dialog').waitFor();
  await shoot(page, 'console-save-copy');
  await page.keyboard.press('Escape');
  await rename(`${workspace}-away`, workspace);
  await page.getByRole('region', { name: 'Not saved' }).waitFor({ state: 'detached' }); // Muster tries again by itself
  await muster.sleepMinutes(184);
  await page.getByRole('dialog', { name: /slept/ }).waitFor();
  await shoot(page, 'console-slept');
  return exercise;
}
