import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { succeed } from '#core/outcome.ts';
import type { PackName } from '#core/pack/pack-names.ts';
import { packOf } from '../../support/pack.ts';
import { answerFrom, type Memory, makeMemory } from './memory-answers.ts';
import { type Answers, launchBrowser, PlanWindow } from './plan-window.ts';

const run = promisify(execFile);
const size = { width: 1280, height: 800 };
const script = 'q1-data-breach';
const alone = { shell: 'desktop', displays: 1, arrangement: 'one', isConsoleApart: false, address: null } as const;
let browser: Browser;
let memory: Memory;
let window: PlanWindow;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  memory = await makeMemory();
  await answerFrom(memory).fill_plan?.({ script });
});
afterEach(() => window.close());

async function open(hash: string, answers: Answers = {}): Promise<Page> {
  window = await PlanWindow.open(browser, { ...answerFrom(memory), ...answers }, size, hash);
  return window.page;
}
const choose = (page: Page, name: string) => page.getByRole('radio', { name }).check({ force: true });

/** As from a browser's dialogue in which nobody asked for backgrounds. */
async function printTo(page: Page, format: 'A4' | 'Letter'): Promise<string> {
  const pdf = join(await mkdtemp(join(tmpdir(), 'muster-print-')), 'paper.pdf');
  await writeFile(pdf, await page.pdf({ format, preferCSSPageSize: true, printBackground: false }));
  return pdf;
}

/** The pages that come out of the printer, each as its text. */
async function print(page: Page, format: 'A4' | 'Letter' = 'A4'): Promise<readonly string[]> {
  const pdf = await printTo(page, format);
  const { stdout } = await run('pdftotext', ['-layout', pdf, '-']);
  return stdout.split('\f').slice(0, -1);
}

/** Pixels of the first page that are black, at its head and at its foot. */
async function countBlack(pdf: string): Promise<readonly [number, number]> {
  const { stdout } = await run('pdftoppm', ['-r', '72', '-l', '1', '-gray', pdf], { encoding: 'buffer' });
  const [, width = '', height = ''] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(stdout.toString('latin1')) ?? [];
  const pixels = stdout.subarray(stdout.length - Number(width) * Number(height));
  const count = (part: Uint8Array) => part.filter((grey) => grey < 8).length;
  return [count(pixels.subarray(0, pixels.length / 8)), count(pixels.subarray((pixels.length * 7) / 8))];
}

describe('The printed pack in the plan', () => {
  it('is written as Word files of the plan as it stands, and says where they are', async () => {
    const folder = '/home/user/Muster/documents/pack-q1-data-breach';
    const savedAsked: string[] = [];
    const page = await open(`#/plan/${script}`, {
      write_pack: async () => {
        savedAsked.push(memory.plans.get(script)?.organisation.product ?? '');
        return succeed({ folder, files: [{ name: 'exercise-handouts.docx', bytes: 9 }] });
      },
      open_pack_folder: async () => succeed({ opened: false, folder }),
    });
    await page.getByRole('textbox', { name: 'Product or service' }).fill('Ledger');
    await page.getByRole('button', { name: 'Write as Word files' }).press('Enter');
    await page.getByText(folder).waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Write as Word files');
    expect(savedAsked).toEqual(['Ledger']);
    await page.getByRole('button', { name: 'Open folder' }).click();
    await page.getByText('which cannot be opened from here').waitFor();
    expect(window.violations).toEqual([]);
  });

  it('waits for a field that cannot be used, and says so', async () => {
    const page = await open(`#/plan/${script}`);
    await page.getByRole('textbox', { name: 'Newspaper' }).fill('{{org.name}} Post');
    await page.getByRole('button', { name: 'Look at it and print' }).click();
    await page.getByText('No paper yet: a field of this page').waitFor();
    expect(page.url()).toContain('#/plan/');
  });

  it('opens as it will lie on the table', async () => {
    const page = await open(`#/plan/${script}`);
    await page.getByRole('button', { name: 'Look at it and print' }).click();
    await page.getByText('Facilitator book – Q1 – Quiet Export').waitFor();
    await choose(page, 'Private slips');
    await page.getByText('Only for Helena Aalto, Executive sponsor.').first().waitFor();
    expect(await page.getByText('Facilitator book – Q1 – Quiet Export').count()).toBe(0);
    expect(window.violations).toEqual([]);
  });

  it('says why there is none where the musts do not fit', async () => {
    const plan = memory.plans.get(script);
    if (plan) memory.plans.set(script, { ...plan, plan: { ...plan.plan, length_min: 30 } });
    const page = await open(`#/pack/${script}`);
    await page.getByRole('alert').getByText('the musts need').waitFor();
    expect(await page.getByRole('button', { name: /Print/ }).count()).toBe(0);
  });
});

describe('A paper of the pack, printed', () => {
  it('is each handout on a page of its own, marked, and nothing of the screen around it', async () => {
    const page = await open(`#/pack/${script}`);
    await choose(page, 'Handouts');
    const pages = await print(page);
    expect(pages).toHaveLength(packOf(memory.scenarios.get(script) ?? expect.unreachable()).handouts.length);
    for (const [at, text] of pages.entries()) {
      expect(text).toContain('EXERCISE – not a real incident');
      expect(text.match(/TLP:AMBER\+STRICT/g)).toHaveLength(2);
      expect(text).toMatch(new RegExp(`Handout ${at + 1}\\b`));
      expect(text).not.toMatch(/page \d+ of|Back to the plan|Programme|Quiet Export/);
    }
  });

  it('is a facilitator book with an inject a page, its pages counted, white also at night', async () => {
    const page = await open(`#/pack/${script}`);
    await page.getByText('Facilitator book – Q1 – Quiet Export').waitFor();
    await window.setTheme('dark');
    const pages = await print(page);
    expect(pages.length).toBeGreaterThan(12);
    for (const [at, text] of pages.entries()) {
      expect(text).toContain('EXERCISE – not a real incident');
      expect(text).toMatch(/TLP:AMBER\+STRICT/);
      expect(text).toContain(`page ${at + 1} of ${pages.length}`);
      expect(text.split('\n').filter((line) => line.trim() !== '').length).toBeGreaterThan(12);
    }
    await page.emulateMedia({ media: 'print' });
    const ground = "getComputedStyle(document.querySelector('main')).backgroundColor";
    expect(await page.evaluate(ground)).toBe('rgb(255, 255, 255)');
  });

  it.each([
    ['Capture sheet', 2],
    ['Feedback form', 1],
  ])('%s fills its pages and no more, on A4 and on Letter', async (name, count) => {
    const page = await open(`#/pack/${script}`);
    await choose(page, name);
    expect(await print(page)).toHaveLength(count);
    expect(await print(page, 'Letter')).toHaveLength(count);
  });

  it('has each marking on its black ground, above and below, also where backgrounds are left out', async () => {
    const page = await open(`#/pack/${script}`);
    for (const paper of ['Facilitator book', 'Handouts']) {
      await choose(page, paper);
      const [above, below] = await countBlack(await printTo(page, 'A4'));
      expect(above).toBeGreaterThan(1_000);
      expect(below).toBeGreaterThan(1_000);
    }
  });

  it('goes to the browser’s own dialogue', async () => {
    const page = await open(`#/pack/${script}`);
    await page.evaluate('window.print = () => { globalThis.isPrinted = true }');
    await page.getByRole('button', { name: 'Print the facilitator book, or save as PDF' }).click();
    expect(await page.evaluate('globalThis.isPrinted')).toBe(true);
  });

  it('is saved as PDF by the desktop, which says where', async () => {
    const asked: PackName[] = [];
    const page = await open(`#/pack/${script}`, {
      save_pack_pdf: async ({ paper }) => {
        asked.push(paper);
        return succeed({ file: `/home/user/Muster/documents/${paper}.pdf` });
      },
    });
    await window.tell({ type: 'room_status', status: { ...alone, windows: 0 } });
    await choose(page, 'Handouts');
    await page.getByRole('button', { name: 'Save the handouts as PDF' }).click();
    await page.getByText('Saved as /home/user/Muster/documents/exercise-handouts.pdf').waitFor();
    expect(asked).toEqual(['exercise-handouts']);
  });
});
