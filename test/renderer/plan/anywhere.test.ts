import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lookAtPage } from '../../support/look-at-page.ts';
import { answerFrom, heldQ1, type Memory, makeMemory } from './memory-answers.ts';
import { launchBrowser, PlanWindow } from './plan-window.ts';

let browser: Browser;
let memory: Memory;
let window: PlanWindow;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  memory = await makeMemory();
  memory.exercises = [{ ...heldQ1 }, { ...heldQ1, exercise: '2026-q2', title: 'Cold Restore', phase: 'paused' }];
});
afterEach(() => window.close());

async function open(hash: string) {
  window = await PlanWindow.open(browser, answerFrom(memory), { width: 1280, height: 800 }, hash);
  await window.page.getByRole('heading', { level: 1 }).waitFor();
  return window.page;
}

describe('Ctrl K on a screen that is not the live console', () => {
  it('finds the way to every other one by a few letters', async () => {
    const page = await open('#/script/q2-ransomware');
    const ways = {
      'plan poi': '/plan/q4-supply-chain',
      'script q3': '/script/q3-insider-threat',
      console: '/live/2026-q2',
      review: '/review/2026-q1-data-breach',
      report: '/report/2026-q1-data-breach',
      'paper q1': '/pack/q1-data-breach',
      home: '/',
    };
    const found: Record<string, string> = {};
    for (const words of Object.keys(ways)) {
      await page.evaluate("location.hash = '#/script/q2-ransomware'");
      await page.getByRole('heading', { level: 1, name: 'Cold Restore' }).waitFor();
      await page.keyboard.press('Control+k');
      await page.getByRole('option', { name: /^Console: Cold Restore/ }).waitFor();
      await page.keyboard.type(words);
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.hash !== '#/script/q2-ransomware');
      found[words] = new URL(page.url()).hash.slice(1);
    }
    expect(found).toEqual(ways);
  });

  it('opens over a field that is being written in, does what has no address, and gives the keyboard back', async () => {
    const page = await open('#/plan/q2-ransomware');
    await page.getByRole('textbox', { name: 'Newspaper' }).focus();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('dark');
    await page.keyboard.press('Enter');
    expect(memory.theme).toBe('dark');
    expect(await page.evaluate('document.activeElement.labels[0].textContent')).toBe('Newspaper');
    await page.keyboard.press('Control+k');
    expect(await lookAtPage(page)).toEqual([]);
    await page.keyboard.type('restore a');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: /^Restore/ }).waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').count()).toBe(1);
    expect(window.violations).toEqual([]);
  });
});

describe('A question mark', () => {
  it('shows what the keys of this screen do, and is a letter like any other while one writes', async () => {
    const page = await open('#/plan/q2-ransomware');
    const paper = page.getByRole('textbox', { name: 'Newspaper' });
    await paper.focus();
    await page.keyboard.type('Why?');
    expect(await paper.inputValue()).toBe('Why?');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.getByRole('link', { name: 'Read the script' }).focus();
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keys' });
    await sheet.getByText('In a person’s name: the next person').waitFor();
    await sheet.getByText('Finds a place').waitFor();
    expect(await lookAtPage(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Read the script');
    await page.getByRole('link', { name: 'Programme' }).first().click();
    await page.getByRole('button', { name: /^Keys/ }).click();
    await sheet.getByText('Leaves the tour, while it is open').waitFor();
    expect(await sheet.getByText('In a person’s name').count()).toBe(0);
  });
});
