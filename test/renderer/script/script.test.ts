import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lookAtPage } from '../../support/look-at-page.ts';
import { newWorkspace, openMuster, silentShell } from '../../support/open-muster.ts';
import { launchBrowser, PlanWindow } from '../plan/plan-window.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/scripts');
const base = await readFile(join(fixtures, 'base.yaml'), 'utf8');
const long = base.replace('title: "Is it material?"', `title: "${'Is it material? '.repeat(5)}"`);
const wrong = long.replace('declare: D1', 'declare: D9');
const size = { width: 1280, height: 800 };
let browser: Browser;
let workspace: string;
let own: string;
let muster: Awaited<ReturnType<typeof openMuster>>;
let window: PlanWindow;
let page: Page;
let opened: string[];
let canOpen: boolean;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  canOpen = true;
  opened = [];
  workspace = await newWorkspace();
  own = join(workspace, 'scenarios/own.yaml');
  const openFile = async (file: string) => canOpen && opened.push(file) > 0;
  muster = await openMuster(workspace, undefined, { ...silentShell, openFile });
});
afterEach(async () => {
  await window.close();
  await muster.close();
});

/** The page over the real application and real files. */
async function open(text: string | null, script = 'own') {
  if (text !== null) {
    await mkdir(join(workspace, 'scenarios'), { recursive: true });
    await writeFile(join(workspace, 'scenarios/hosts.csv'), await readFile(join(fixtures, 'hosts.csv')));
    await writeFile(own, text);
  }
  window = await PlanWindow.open(browser, muster.ask, size, `#/script/${script}`);
  page = window.page;
  await page.getByRole('region', { name: 'Check of the script' }).waitFor();
}

const focused = () => page.evaluate<string>('document.activeElement.textContent');
/** As when somebody comes back from an editor. */
const comeBack = () => page.evaluate("window.dispatchEvent(new Event('focus'))");

describe('The findings of a script', () => {
  it('stand with place and words, errors first, and lead by keyboard to what they are about and back', async () => {
    await open(wrong);
    const check = page.getByRole('region', { name: 'Check of the script' });
    await check.getByText('1 error, 1 remark').waitFor();
    const rows = await check.getByRole('list').getByRole('listitem').allInnerTexts();
    expect(rows.map((row) => row.replaceAll(/\s+/g, ' '))).toEqual([
      expect.stringMatching(/^Line 23:32 .*D9.* Go to O1/),
      expect.stringMatching(/^Line 60:5 title: .* Go to B-020/),
    ]);
    await check.getByRole('button', { name: 'Go to B-020' }).focus();
    await page.keyboard.press('Enter');
    expect(await focused()).toContain('B-020 Is it material?');
    const top = Number(await page.evaluate('document.activeElement.getBoundingClientRect().top'));
    expect(top > 0 && top < size.height).toBe(true);
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Remark 60:5');
    await page.keyboard.press('Enter');
    expect(await focused()).toContain('Go to B-020');
    await check.getByRole('button', { name: 'Go to O1' }).press('Enter');
    expect(await focused()).toContain('Opens a record in time.');
  });

  it('name an id that is used twice once, with both lines, at the second of its injects', async () => {
    await open(wrong.replace('- id: B-020', '- id: B-010'));
    const check = page.getByRole('region', { name: 'Check of the script' });
    await check.getByText(/^id: B-010 is used a second time; first in line \d+$/).waitFor();
    await check.getByRole('button', { name: 'Go to the second B-010' }).first().press('Enter');
    expect(await focused()).toContain('B-010 Is it material?');
    const marks = page.getByRole('list', { name: 'From the check' }).getByText('B-010 is used a second time');
    expect(await marks.count()).toBe(1);
  });

  it('show the lines of the file around them, the one that is meant marked', async () => {
    await open(long);
    await page.getByText('Lines of the file around line 60').focus();
    await page.keyboard.press('Enter');
    const lines = page.getByRole('region', { name: 'Lines around line 60' }).getByRole('listitem');
    await expect.poll(() => lines.count()).toBe(7);
    const marked = page.locator('[aria-current=true]');
    expect(await marked.innerText()).toMatch(/^60\s+title: "Is it material\? /);
    expect(await page.locator('main [contenteditable], main input, main textarea').count()).toBe(0);
  });
});

describe('Braces of a script that nothing fills', () => {
  it('are found, and marked where it shows what the room gets', async () => {
    const body = '{{org.name}} may lose {{org.nick}} and {{org.name too. {\\"a\\": {\\"b\\": 1}}';
    await open(base.replace('Two customers may leave {{org.name}}.', () => body));
    const check = page.getByRole('region', { name: 'Check of the script' });
    await check.getByText('2 errors').waitFor();
    await page.getByText('What the room gets: Is it material?').press('Enter');
    const drawn = page.locator('details[open]').getByText('may lose').first();
    expect(await drawn.innerText()).toMatch(
      /^[^{]+ may lose \[\?\? org\.nick \?\?\] and \[\?\? org\.name \?\?\] too\. \{"a": \{"b": 1\}\}$/,
    );
  });
});

describe('The check of a script with endless words', () => {
  it('has no barrier in light and dark, small and large', async () => {
    await open(wrong.replace('D9', 'D9'.repeat(2_000)).replace('Is it material?', 'W'.repeat(500)));
    const folded = page.getByText(/^Lines of the file around/);
    for (const part of await folded.all()) await part.press('Enter');
    expect(await lookAtPage(page)).toEqual([]);
    expect(window.violations).toEqual([]);
  });
});

describe('The file of a script', () => {
  it('that came with Muster is copied first, by keyboard, and opens then', async () => {
    await open(null, 'q2-ransomware');
    await page.getByText('To change it, copy it first').waitFor();
    await page.getByRole('button', { name: 'Copy into my scripts' }).press('Enter');
    await page.getByText('Your copy now stands in the programme').waitFor();
    const copy = join(workspace, 'scenarios/q2-ransomware.yaml');
    await page.getByText(copy).waitFor();
    expect(await focused()).toBe('Open in editor');
    await page.keyboard.press('Enter');
    await page.getByText('Opened. Save it there, and it is checked here.').waitFor();
    expect(opened).toEqual([copy]);
  });

  it('that this shell cannot open shows its path, to be copied', async () => {
    canOpen = false;
    await open(base);
    await page.getByRole('button', { name: 'Open in editor' }).press('Enter');
    await page.getByText('Copy its path and open it in your editor').waitFor();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy path' }).press('Enter');
    await page.getByText('The path is copied.').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(own);
  });
});

describe('While its file is worked on', () => {
  it('a script is checked again by itself, says when, and nobody loses their place', async () => {
    await open(base);
    await page.getByText('Nothing to mend', { exact: true }).waitFor();
    await page.getByText('What the room gets: Is it material?').press('Enter');
    await page.evaluate('scrollBy(0, 100)');
    const before = await page.evaluate('document.activeElement.getBoundingClientRect().top');
    await writeFile(own, wrong);
    await page.getByText(/^Changed at \d\d:\d\d:\d\d: 1 error, 1 remark\.$/).waitFor();
    expect(await focused()).toContain('What the room gets: Is it material?');
    expect(await page.locator('details[open]').count()).toBe(1);
    const after = await page.evaluate('document.activeElement.getBoundingClientRect().top');
    expect(Math.abs(Number(after) - Number(before))).toBeLessThan(2);
    expect(await page.getByRole('link', { name: 'Plan this exercise' }).count()).toBe(0);
  });

  it('one that cannot be read any more names the first error and its line, and keeps what was shown', async () => {
    await open(base);
    await writeFile(own, base.replace('title: "Is it material?"', 'title: "Is it material?" and'));
    await comeBack();
    await page.getByText('This script cannot be played as it is.').waitFor();
    await page.getByText(/Line 60:\d+: Unexpected scalar/).waitFor();
    await page.getByText('below are as they were last readable').waitFor();
    await page.getByRole('heading', { name: 'B-020 Is it material?' }).waitFor();
    await writeFile(own, base);
    await comeBack();
    await page.getByText('Nothing to mend', { exact: true }).waitFor();
    expect(await page.getByText('This script cannot be played').count()).toBe(0);
  });

  it('a finding that is mended while the keyboard is on it leaves the keyboard at the check', async () => {
    await open(long);
    await page.getByRole('button', { name: 'Go to B-020' }).focus();
    await writeFile(own, base);
    await comeBack();
    await page.getByText('Nothing to mend', { exact: true }).waitFor();
    expect(await focused()).toBe('Check of the script');
  });

  it('one that is gone says so and stays on the screen', async () => {
    await open(base);
    const heading = page.getByRole('heading', { name: 'B-020 Is it material?' });
    await heading.scrollIntoViewIfNeeded();
    await page.evaluate('scrollBy(0, 200)');
    const before = await heading.boundingBox();
    await rm(own);
    await comeBack();
    await page.getByRole('alert').getByText('There is no script own.').waitFor();
    await page.getByText('What stands below is as it was last read.').waitFor();
    expect(Math.abs(((await heading.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(2);
  });
});

describe('A script of two hundred injects, with something said of every second one', () => {
  it('holds its layout, and leads to its last one', async () => {
    await open(manyInjects(wrong, 200));
    await page.getByText(/^1 error, \d+ remarks$/).waitFor();
    expect(await window.listTooWide()).toEqual([]);
    await page.getByRole('button', { name: 'Go to L-199' }).press('Enter');
    expect(await focused()).toContain('L-199');
    const top = Number(await page.evaluate('document.activeElement.getBoundingClientRect().top'));
    expect(top > 0 && top < size.height).toBe(true);
  });
});

/** The script with so many more injects, every second with a title that is too long. */
function manyInjects(text: string, count: number): string {
  const from = text.indexOf('  - id: B-020');
  const one = text.slice(from, text.indexOf('  - id: B-030')).replace(/ {4}decision:[\s\S]*?(?= {4}ask:)/, '');
  const more = Array.from({ length: count }, (_, at) => {
    const own = one.replace('B-020', `L-${at}`).replace('id: a2', `id: x${at}`);
    return at % 2 === 1 ? own : own.replace(/title: .*/, 'title: "Short"');
  });
  return text.slice(0, from) + more.join('') + text.slice(from);
}
