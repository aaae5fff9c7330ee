// Every screen of Muster, in a workspace of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask, folder, openBrowser, openMuster, openPage, setTheme, shoot } from './camera.mjs';
import { takeConsole } from './console.mjs';
import { takeExceptions } from './exceptions.mjs';
import { takeRoom } from './room.mjs';
import { takeRoomSheets } from './room-sheets.mjs';
import { takeTroubles } from './troubles.mjs';

/** @param {string} node a Node that can run Muster */
export async function takeScreens(node) {
  rmSync(folder, { recursive: true, force: true });
  const browser = await openBrowser();
  try {
    await inWorkspace(node, (muster) => takePages(browser, muster));
    await inWorkspace(node, (muster) => takeExceptions(browser, muster));
    await inWorkspace(node, (muster) => takeConsole(browser, muster));
    await inWorkspace(node, (muster) => takeRoom(browser, muster));
    await takeTroubles(browser, node);
  } finally {
    await browser.close();
  }
  console.log('The screens are in docs/screenshots');
}

async function inWorkspace(node, work) {
  const home = mkdtempSync(join(tmpdir(), 'home-'));
  const muster = await openMuster(node, join(home, 'Muster'));
  try {
    await work(muster);
  } finally {
    await muster.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/** What is not played: programme, script, plan, review, report. */
async function takePages(browser, muster) {
  const page = await openPage(browser, muster.console);
  const press = (name) => page.getByRole('button', { name }).press('Enter');
  await page.getByRole('heading', { name: 'Your first exercise' }).waitFor();
  await shoot(page, 'programme-first-run');
  await press('Start Q2 with everything filled in');
  await page.getByRole('button', { name: 'Start in the room' }).waitFor();
  await shoot(page, 'plan');
  await shootDark(page, 'plan');
  await press('Look at it and print');
  await page.getByRole('radio', { name: 'Handouts' }).check({ force: true });
  await page.getByText('Handout 3').waitFor();
  await shoot(page, 'pack');
  await page.getByRole('link', { name: 'Back to the plan' }).press('Enter');
  await page.getByRole('link', { name: 'Read the script' }).press('Enter');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await shoot(page, 'script');
  for (const words of ['What the room gets: The note', 'Your notes and the answers: The note']) {
    await page.getByText(words).press('Enter');
  }
  await page.getByRole('heading', { name: /The note$/ }).evaluate((title) => title.scrollIntoView({ block: 'start' }));
  await shoot(page, 'script-inject');
  await page.getByRole('link', { name: 'How each kind of text looks' }).press('Enter');
  await page.getByRole('heading', { name: 'Texts' }).waitFor();
  await shoot(page, 'gallery');
  const attachments = page.getByRole('heading', { name: 'Attachments, large' });
  await attachments.evaluate((title) => title.scrollIntoView({ block: 'start' }));
  await shoot(page, 'gallery-attachments');
  await takeRoomSheets(page);
  await page.getByRole('link', { name: 'Programme' }).press('Enter');
  await takeAfterwards(page, press);
  await page.context().close();
}

/** One change of the sample is accepted, and ready to be published. */
async function takeRunbooks(page, exercise) {
  const decision = { origin: `${exercise}/RC-2`, status: 'accepted', by: 'Sam Reyes' };
  await ask(page, 'decide_runbook_change', { shelf: 'samples', decision });
  await page.goto(new URL('#/runbooks/RB-02', page.url()).href);
  await page.getByText('Samples').click();
  await page.goto(new URL('#/runbooks/RB-02', page.url()).href);
  await page.getByText('Accepted by Sam Reyes').waitFor();
  await shoot(page, 'runbooks');
}

/** What comes after an exercise: review, report, and the programme with what was held. */
async function takeAfterwards(page, press) {
  await press('Try it with a sample exercise');
  await page.waitForURL(/#\/review\//);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await shoot(page, 'review');
  await shootDark(page, 'review');
  const review = page.url();
  await page.goto(review.replace('/review/', '/report/'));
  await page.getByRole('heading', { level: 1 }).waitFor();
  await shoot(page, 'report');
  await takeRunbooks(page, review.split('/').at(-1));
  await ask(page, 'open_sample', { script: 'q2-ransomware' });
  const { exercise } = await ask(page, 'open_sample', { script: 'q3-insider-threat' });
  await takeWriting(page, press, exercise);
  await page.goto(new URL('#/actions/samples/AI-2026Q1-001', page.url()).href);
  await page.getByRole('form', { name: 'Status' }).waitFor();
  await shoot(page, 'actions');
  await shootDark(page, 'actions');
  await page.goto(new URL('#/', page.url()).href);
  await page.getByRole('heading', { name: 'Exercises' }).waitFor();
  await shoot(page, 'programme');
  await shootDark(page, 'programme');
}

/** A review that is not final yet, where one can still write. */
async function takeWriting(page, press, exercise) {
  await page.goto(new URL(`#/review/${exercise}`, page.url()).href);
  await page.getByRole('heading', { level: 1, name: /Last Working Day/ }).waitFor();
  await press(/^Hot wash/);
  await shoot(page, 'review-hot-wash');
  await press(/^Strengths and observations/);
  await page.getByText('Record an observation').press('Enter');
  const text = page.getByRole('form', { name: 'Record an observation' }).locator('[name="text"]');
  await text.fill('The page went out late. The analyst should have called the second number.');
  await page.getByText('Blocks FINAL:').waitFor();
  await text.evaluate((field) => field.scrollIntoView({ block: 'center' }));
  await shoot(page, 'review-wording');
}

async function shootDark(page, name) {
  await setTheme(page, 'dark');
  await shoot(page, `${name}-dark`);
  await setTheme(page, 'light');
}
