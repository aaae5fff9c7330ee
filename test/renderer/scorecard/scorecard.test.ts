import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileKinds } from '#core/scorecard/files/file-kinds.ts';
import { scorecardNames } from '#services/scorecard/scorecard-names.ts';
import { lookAtPage } from '../../support/look-at-page.ts';
import { handClock, need, newWorkspace, openMuster } from '../../support/open-muster.ts';
import { acceptanceFile, countInUtc, month } from '../../support/send-month.ts';
import { type Answers, launchBrowser, PlanWindow } from '../plan/plan-window.ts';

const size = { width: 1280, height: 800 };

/** The screen over the real application, in a workspace where no month was begun. */
async function openScreen(browser: Browser) {
  const workspace = await newWorkspace();
  const { clock, pass } = handClock('2026-11-02T08:00:00Z');
  const muster = await openMuster(workspace, clock);
  await countInUtc(muster.ask);
  for (const kind of fileKinds) await writeFile(join(workspace, `${kind}.csv`), await acceptanceFile(kind));
  const window = await PlanWindow.open(browser, muster.ask as Answers, size, '#/scorecard');
  return { window, page: window.page, muster, workspace, pass };
}

describe('The month, by keyboard alone', () => {
  let browser: Browser;
  let screen: Awaited<ReturnType<typeof openScreen>>;
  beforeAll(async () => {
    browser = await launchBrowser();
    screen = await openScreen(browser);
    screen.page.setDefaultTimeout(20_000);
  }, 90_000);
  afterAll(async () => {
    expect(screen.window.violations).toEqual([]);
    await screen.muster.close();
    await browser.close();
  });

  const pressButton = async (name: string | RegExp) => {
    await screen.page
      .getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
      .first()
      .focus();
    await screen.page.keyboard.press('Enter');
  };
  const fill = async (label: string, text: string) => {
    await screen.page.getByLabel(label, { exact: true }).focus();
    await screen.page.keyboard.press('ControlOrMeta+A');
    await screen.page.keyboard.insertText(text);
  };
  const focused = () => screen.page.evaluate<string>('document.activeElement.innerText');
  async function takeByPath(kind: string, button = 'Take the file') {
    await fill('Whole path', join(screen.workspace, `${kind}.csv`));
    await pressButton('Look at it');
    await screen.page.getByRole('heading', { name: new RegExp(`${kind}.csv as ${kind}: \\d`) }).waitFor();
    await fill('Its rows are of', '2026-10-31');
    await pressButton(button);
    await screen.page.getByText(`${kind}.csv is taken`).waitFor();
  }

  test('offers the month that is over, and says what publishing it lacks', async () => {
    await screen.page.getByRole('heading', { level: 1, name: 'October 2026' }).waitFor();
    await pressButton('Publish revision 1');
    await screen.page.getByText('No file was taken: a month is counted from at least one.').waitFor();
    await screen.page.getByText('No assets file was taken: its figures are unknown.').first().waitFor();
    expect(await focused(), 'the keyboard is in the form').toBe('Publish revision 1');
    await screen.page.keyboard.press('Escape');
    expect(await focused(), 'and back where it was opened').toBe('Publish revision 1');
    expect(await screen.page.getByRole('form', { name: 'Publish' }).count()).toBe(0);
  });

  test('shows what is wrong with a file by line and column, and takes it without these rows only when that is said', async () => {
    const path = join(screen.workspace, 'assets.csv');
    const whole = await readFile(path, 'utf8');
    await writeFile(path, `${whole.trimEnd()}\nA-015,Late one,first,,,,,active,,,,,\n`);
    await pressButton('Import files');
    await fill('Whole path', path);
    await pressButton('Look at it');
    const problems = screen.page.getByRole('region', { name: 'Rows that cannot be read' });
    expect(await problems.innerText()).toMatch(/16\s+3\s+tier holds “first”; a whole number such as 0 or 2 is read/);
    expect(await focused()).toBe('assets.csv as assets: 15 rows, 1 cannot be read');
    expect(await screen.page.getByRole('button', { name: 'Take the file' }).count()).toBe(0);
    await pressButton('Take it without this row');
    await screen.page.getByText('assets.csv is taken: 14 of 15 rows count.').waitFor();
    expect(await screen.page.getByRole('row', { name: /^assets assets.csv/ }).innerText()).toContain('1 row');
    await writeFile(path, whole);
    await takeByPath('assets');
    expect(await focused(), 'the keyboard goes on in the row of the file').toBe('assets');
  });

  test('reads heads of its own as somebody says in the form, and what was refused before is said no longer', async () => {
    const path = join(screen.workspace, 'drift.csv');
    const whole = await readFile(path, 'utf8');
    await fill('Whole path', join(screen.workspace, 'nowhere.csv'));
    await pressButton('Look at it');
    await screen.page.getByText(/nowhere.csv cannot be read/).waitFor();
    const own = whole.replace('drift_id', 'Ticket').replace(/2026-(\d\d)-(\d\d)/g, '$2.$1.2026');
    await writeFile(path, own);
    await fill('Whole path', path);
    await pressButton('Look at it');
    await screen.page.getByRole('heading', { name: 'drift.csv as drift: cannot be read' }).waitFor();
    expect(await screen.page.getByText(/nowhere.csv cannot be read/).count()).toBe(0);
    const form = screen.page.getByRole('form', { name: 'Columns and days' });
    await form.getByLabel('drift_id, needed', { exact: true }).selectOption('Ticket');
    for (const days of ['discovered_on', 'resolved_on'])
      await form.getByLabel(`Days of ${days}`).selectOption('day_first');
    await pressButton('Read it so');
    await screen.page.getByRole('heading', { name: /^drift.csv as drift: \d+ rows, 0 cannot be read/ }).waitFor();
    expect(await screen.page.getByRole('region', { name: 'The first rows' }).innerText()).toContain('2026-08-30');
    await pressButton('Leave it');
    expect(await focused()).toBe('drift');
    await writeFile(path, whole);
  });

  test('counts as soon as a file is taken, and leaves unknown what was not', async () => {
    const controls = screen.page.getByRole('button', { name: /^Controls/ });
    expect(await controls.innerText()).toContain('6 of 11');
    expect(await screen.page.getByRole('button', { name: /^Incidents/ }).innerText()).toContain('unknown');
    for (const kind of ['incidents', 'drift', 'vulnerabilities'] as const) await takeByPath(kind);
    const exceptions = join(screen.workspace, 'exceptions.csv');
    await screen.page.getByLabel('Choose a file for exceptions').setInputFiles(exceptions); // the dialog of the system is not ours
    await screen.page.getByRole('heading', { name: /exceptions.csv as exceptions: 10 rows/ }).waitFor();
    await pressButton('Take the file');
    await screen.page.getByText('exceptions.csv is taken').waitFor();
    expect(await lookAtPage(screen.page)).toEqual([]);
  });

  test('keeps asks and sentence as they are typed', async () => {
    await fill('Ask 1', 'Retire the legacy gateway');
    await fill('Cost or effort', 'EUR 38 k');
    await fill('Owner', 'Product lead');
    await screen.page.getByLabel('By', { exact: true }).focus();
    await screen.page.keyboard.insertText('30 Nov 2026');
    await fill('The month in one sentence, by the security lead', 'Six of eleven meet their baseline, four drift.');
    await expect
      .poll(async () => need(await screen.muster.ask.load_scorecard({ month, revision: null })).draft)
      .toMatchObject({
        asks: [{ what: 'Retire the legacy gateway', by: '2026-11-30' }],
        sentence: 'Six of eleven meet their baseline, four drift.',
      });
  });

  test('says what is amiss with a way to its rows, and is published with a name and a reason', async () => {
    const path = join(screen.workspace, 'assets.csv');
    await writeFile(path, `${(await readFile(path, 'utf8')).trimEnd()}\nA-015,Late one,first,,,,,active,,,,,\n`);
    await takeByPath('assets', 'Take it without this row');
    await pressButton('Publish revision 1');
    const form = screen.page.getByRole('form', { name: 'Publish' });
    const caveat = form.getByRole('listitem').filter({ hasText: '1 of 15 rows cannot be counted' });
    await caveat.getByRole('button', { name: /^Rows/ }).focus();
    await screen.page.keyboard.press('Enter');
    const unread = screen.page.getByRole('heading', { name: 'Controls: 1 not to be read, left out' });
    await unread.waitFor();
    expect(await focused()).toBe('Controls: 1 not to be read, left out');
    expect(await screen.page.locator('#rows tbody tr').innerText()).toMatch(/^16\s+tier\s+tier holds “first”/);
    expect(await lookAtPage(screen.page)).toEqual([]);
    await pressButton('Publish');
    await screen.page.getByText('Nobody is named.').waitFor();
    await screen.page.getByText('Figures are missing, old or of a part. Say why.').waitFor();
    await fill('Why it is published all the same', 'One host is new');
    await fill('Published by', 'Dana Ortiz');
    await screen.page.keyboard.press('Enter');
    await screen.page.getByText('Revision 1 is published.').waitFor();
    await expect.poll(focused).toBe('October 2026');
    await screen.page.getByText('Six of eleven meet their baseline, four drift.').waitFor();
    expect(await screen.page.locator('#caveats').locator('..').innerText()).toContain('One host is new');
    expect(await readdir(join(screen.workspace, 'scorecards', month))).toContain('revision-1.json');
  });

  test('leads from every number to its rows in two presses', async () => {
    const { view } = need(await screen.muster.ask.load_scorecard({ month, revision: 1 }));
    for (const { words, numbers } of view.tiles) {
      await pressButton(new RegExp(`^${words.name}`));
      for (const { value, words: what, question } of numbers) {
        await pressButton(`${value} ${what}`);
        const rows = need(await screen.muster.ask.list_scorecard_rows({ month, revision: 1, question }));
        await screen.page.getByRole('heading', { name: rows.title, exact: true }).waitFor();
        expect(await screen.page.locator('#rows tbody tr').count(), question).toBe(rows.total);
      }
      await screen.page.keyboard.press('Escape');
      expect(await focused(), 'where the rows were opened').toContain(words.headline);
    }
  });

  test('is corrected with a reason, and both revisions can be read', async () => {
    screen.pass(60);
    await pressButton('Correct');
    await fill('Why', 'D-03 was ours after all');
    await screen.page.keyboard.press('Enter');
    await screen.page.getByText('Corrects revision 1:').waitFor();
    const path = join(screen.workspace, 'drift.csv');
    const rows = (await readFile(path, 'utf8')).split('\n').filter((row) => !row.startsWith('D-03'));
    await writeFile(path, rows.join('\n'));
    await pressButton('Import files');
    await takeByPath('drift');
    await screen.page.getByText(/^Names what the correction changed: open drift, 4 → 3/).waitFor();
    await pressButton('Publish revision 2');
    await fill('Why it is published all the same', 'One host is new');
    await fill('Published by', 'Lee Park');
    await screen.page.keyboard.press('Enter');
    await screen.page.getByText(/^Not published. The sentence names .*open drift, 4 → 3/).waitFor();
    await screen.page.getByLabel('It holds as it is written').press('Space');
    await screen.page.getByText(/^Not published\./).waitFor({ state: 'detached' });
    await screen.page.getByLabel('Published by').press('Enter');
    await screen.page.getByText('Revision 2 is published.').waitFor();
    expect(await screen.page.getByRole('button', { name: /^Drift/ }).innerText()).toContain('3 open');
    await screen.page.getByRole('link', { name: 'Revision 1' }).focus();
    await screen.page.keyboard.press('Enter');
    await expect.poll(() => screen.page.getByRole('button', { name: /^Drift/ }).innerText()).toContain('4 open');
    expect(await screen.page.locator('#revisions').locator('..').innerText()).toContain('D-03 was ours after all');
  });

  test('writes its documents, and says where they are', async () => {
    await pressButton('Write documents');
    await screen.page.getByLabel('Paper', { exact: true }).selectOption({ label: 'US Letter' });
    await pressButton('Write them');
    await screen.page
      .getByText(/^scorecard\.docx, /)
      .last()
      .waitFor();
    const names = await readdir(join(screen.workspace, 'documents', `scorecard-${month}`));
    expect(names).toEqual(expect.arrayContaining([...scorecardNames]));
    const word = await readFile(join(screen.workspace, 'documents', `scorecard-${month}`, 'scorecard.docx'));
    expect(strFromU8(unzipSync(word)['word/document.xml'] ?? new Uint8Array())).toContain('w:w="12240"');
  });

  test('is looked at with its rows open, in both themes and at 200 %', async () => {
    await pressButton(/^Patching/);
    await screen.page.getByText('V-04').first().waitFor();
    expect(await lookAtPage(screen.page, 'all')).toEqual([]);
  });

  test('has settings that are refused in words, and saved as the next version', async () => {
    await pressButton('Settings');
    await fill('Controls: green from, %', 'most');
    await pressButton('Save the settings');
    await screen.page.getByText('“Controls: green from, %” holds “most”, which is no number.').waitFor();
    await fill('Controls: green from, %', '90');
    await fill('P1: green up to', '2.5');
    await pressButton('Save the settings');
    await screen.page.getByText('“P1: green up to” holds “2.5”: it takes a whole number.').waitFor();
    await fill('P1: green up to', '2');
    await screen.page.getByLabel('To resolve: until').selectOption({ label: 'it was contained' });
    await screen.page.getByLabel('Paper', { exact: true }).selectOption({ label: 'US Letter' });
    await pressButton('Save the settings');
    await screen.page.getByText(/Saved as version \d/).waitFor();
    expect(await lookAtPage(screen.page)).toEqual([]);
    const { settings } = need(await screen.muster.ask.load_scorecard_settings({}));
    expect(settings.rag.controls_health_pct).toEqual({ green_min: 90, amber_min: 85 });
    expect(settings.rag.p1_count).toEqual({ green_max: 2, amber_max: 3 });
    expect(settings.incidents.mttr_to).toBe('contained_at');
    await pressButton('Write documents');
    await expect.poll(() => screen.page.getByLabel('Paper', { exact: true }).inputValue()).toBe('letter');
  });

  test('stands in five tiles on the programme', async () => {
    await screen.page.evaluate("location.hash = '#/'");
    const section = screen.page.getByRole('region', { name: /^Scorecard, October 2026/ });
    await section.getByText('3 overdue').waitFor();
    expect(await section.getByRole('listitem').count()).toBe(5);
  });
});
