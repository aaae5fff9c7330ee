import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerFrom, type Memory, makeMemory } from './memory-answers.ts';
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
  window = await PlanWindow.open(browser, answerFrom(memory), { width: 1280, height: 800 }, '#/plan/q2-ransomware');
});
afterEach(() => window.close());

const saved = () => memory.plans.get('q2-ransomware')?.participants;
const blockOf = (name: string) => window.page.getByRole('group', { name, exact: true });
const focused = () =>
  window.page.evaluate('document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent');

/** As the clipboard gives it to the field that is written in. */
async function paste(text: string) {
  await window.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  await window.page.keyboard.press('Control+v');
}

async function addTo(name: string) {
  await window.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await blockOf(name)
    .getByRole('button', { name: /^Add a/ })
    .press('Enter');
}

describe('A person on the smallest display', () => {
  it('has room for a long name, position and whom they stand in for', async () => {
    await addTo('Security');
    const words = ['Anneliese von Hohenfels', 'Head of platform security', 'Bartholomäus Engelhart'];
    for (const typed of words) {
      await window.page.keyboard.type(typed);
      await window.page.keyboard.press('Tab');
    }
    const cut = `[...document.querySelectorAll('[data-person="0"] input')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map(({ value }) => value)`;
    expect(await window.page.evaluate(cut)).toEqual([]);
    expect(await focused()).toBe('Remove Anneliese von Hohenfels');
  });
});

describe('A list pasted into a name', () => {
  it('becomes a person a line, under their functions, and says what was done', async () => {
    await addTo('Security');
    const forty = Array.from({ length: 40 }, (_, at) => `Jörg Weiß ${at}\t${at < 20 ? 'Legal' : 'sec'}\tLeitung ${at}`);
    await paste(`Name\tFunction\tPosition\r\n${forty.join('\r\n')}\r\nJörg Weiß 7\tHR\r\n`);
    await window.page.getByRole('status').getByText('40 people added, 1 passed over: already there.').waitFor();
    expect(await focused()).toBe('Name, Legal');
    expect(await blockOf('Legal').getByRole('textbox', { name: 'Name, Legal' }).count()).toBe(20);
    await expect.poll(saved).toHaveLength(40);
    expect(saved()?.[39]).toEqual({ name: 'Jörg Weiß 39', role: 'SEC', function: 'Leitung 39' });
  });

  it('leads to the first function that is still to choose, and follows whoever gets another', async () => {
    await addTo('Security');
    await window.page.keyboard.type('Ada Öz');
    await paste('Bo Li; HR\nليلى حداد\nCy');
    await window.page.getByText('3 people added, 2 without a function stand under Security').waitFor();
    expect(await focused()).toBe('Function of ليلى حداد');
    await window.page.getByRole('combobox', { name: 'Function of ليلى حداد' }).selectOption('Legal');
    expect(await focused()).toBe('Function of ليلى حداد');
    await blockOf('Security').getByRole('button', { name: 'Remove Ada Öz' }).press('Enter');
    expect(await focused()).toBe('Remove Cy');
    expect(await window.page.getByRole('combobox', { name: /^Function of (ليلى حداد|Cy)$/ }).count()).toBe(2);
    const left = [
      { name: 'Bo Li', role: 'HR' },
      { name: 'ليلى حداد', role: 'LEGAL' },
      { name: 'Cy', role: 'SEC' },
    ];
    await expect.poll(saved).toEqual(left);
  });

  it('is one name as ever where it is one line', async () => {
    await addTo('Security');
    await paste('Weiß, Jörg\r\n');
    await expect.poll(saved).toEqual([{ name: 'Weiß, Jörg', role: 'SEC' }]);
  });
});

describe('The people of a function', () => {
  it('are typed one after the other with Enter, and removed without losing the keyboard', async () => {
    await addTo('Legal');
    const { keyboard } = window.page;
    await keyboard.type('Ada');
    await keyboard.press('Enter');
    await keyboard.press('Enter'); // nobody to go on from yet
    await keyboard.type('Bo');
    await expect.poll(saved).toEqual([
      { name: 'Ada', role: 'LEGAL' },
      { name: 'Bo', role: 'LEGAL' },
    ]);
    expect(await blockOf('Legal').getByRole('textbox', { name: 'Name, Legal' }).count()).toBe(2);
    await blockOf('Legal').getByRole('button', { name: 'Remove Ada' }).press('Enter');
    expect(await focused()).toBe('Remove Bo');
    await keyboard.press('Enter');
    expect(await focused()).toBe('Add a person as Legal');
  });
});
