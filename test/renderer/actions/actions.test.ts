import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isEvil, writeHostile } from '../../support/hostile-text.ts';
import { lookAtPage } from '../../support/look-at-page.ts';
import { launchBrowser, PlanWindow } from '../plan/plan-window.ts';
import { type ActionMemory, actionOf, answerActions, makeActionMemory } from './action-answers.ts';

let browser: Browser;
let memory: ActionMemory;
let window: PlanWindow;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(() => {
  memory = makeActionMemory(12);
});
afterEach(async () => {
  const { violations } = window;
  await window.close();
  expect(violations).toEqual([]);
});

async function open(hash = '#/actions'): Promise<Page> {
  window = await PlanWindow.open(browser, answerActions(memory), { width: 1280, height: 800 }, hash);
  await window.page.getByRole('heading', { level: 1, name: 'Actions' }).waitFor();
  return window.page;
}

const focused = 'document.activeElement.textContent';
const rows = (page: Page) => page.locator('tbody button');
const listed = (page: Page) => rows(page).allTextContents();
const form = (page: Page, name: string) => page.getByRole('form', { name });

describe('The register', () => {
  it('lists what is not closed, due first first, and counts the whole of it', async () => {
    const page = await open();
    await page.getByText('6 of 12 actions').waitFor();
    const figures = page.getByRole('region', { name: 'The register in figures' });
    expect(await figures.locator('dl').innerText()).toMatch(/Open\s+6.*Done, to verify\s+2.*Gaps that came back\s+1/s);
    const [first = ''] = await page.locator('tbody tr').allInnerTexts();
    expect(first.replaceAll('\u00a0', ' ')).toMatch(/^3 Apr 2026\noverdue\tTest|^\d+ Apr 2026\s+overdue/);
  });

  it('is filtered by every field, and cleared by one press', async () => {
    const page = await open();
    await page.getByLabel('Find').fill('shut shop');
    await page.getByText('1 of 12 actions').waitFor();
    expect(await listed(page)).toEqual([actionOf(0).title]);
    await page.getByLabel('Owner', { exact: true }).first().selectOption({ label: 'Priya Raman' });
    await page.getByText('None fits.').waitFor();
    await page.getByRole('button', { name: 'Clear' }).press('Enter');
    await page.getByText('6 of 12 actions').waitFor();
    await page.getByLabel('Gap came back').press('Space');
    await page.getByText('1 of 12 actions').waitFor();
    await page.getByRole('button', { name: 'done, to verify: show them' }).press('Enter');
    await page.getByText('2 of 12 actions').waitFor();
    await page.getByRole('button', { name: /^61 to 90/ }).press('Enter');
    expect(await page.getByRole('button', { name: /^61 to 90/ }).getAttribute('aria-pressed')).toBe('true');
  });

  it('opens what the address names: one action, or what is overdue; samples stand apart', async () => {
    const page = await open('#/actions/AI-2026Q1-001');
    await page.getByRole('heading', { level: 2, name: actionOf(0).title }).waitFor();
    await page.goto(String(new URL('#/actions/overdue', page.url())));
    await page.reload();
    expect(await page.getByLabel('Overdue').isChecked()).toBe(true);
    await page.getByRole('link', { name: '1 in sample exercises' }).press('Enter');
    await page.getByText('Sample exercises only').waitFor();
    expect(await listed(page)).toEqual(['Of a sample']);
    await page.getByRole('link', { name: 'Actions of real exercises' }).press('Enter');
    await page.getByText('6 of 12 actions').waitFor();
  });
});

describe('An action, by keyboard alone', () => {
  it('is one stop of Tab; arrows go on in the list, Enter opens, Esc comes back', async () => {
    const page = await open();
    await rows(page).first().focus();
    expect(await page.locator('tbody button[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const [, , third] = await listed(page);
    expect(await page.evaluate(focused)).toBe(third);
    await page.keyboard.press('End');
    expect(await page.evaluate(focused)).toBe((await listed(page)).at(-1));
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H2');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(focused)).toBe((await listed(page))[0]);
  });

  it('is verified with evidence by somebody else, never by its owner, and leaves the list', async () => {
    const page = await open('#/actions/AI-2026Q1-001');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Verified');
    await form(page, 'Status').getByLabel('Evidence').fill('Found in a drill');
    await form(page, 'Status').getByLabel('Verified by').fill('r. okafor');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('r. okafor owns it').waitFor();
    expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('alert');
    await form(page, 'Status').getByLabel('Verified by').fill('Priya Raman');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Saved: verified.').waitFor();
    expect(memory.changed).toEqual(['2026-q1-data-breach/AI-1 verified']);
    expect(await page.locator('dl').last().innerText()).toMatch(/Verified\s+Priya Raman, 1.Jun.2026/);
    await page.getByText('What stood before (1)').press('Enter');
    await page.getByText(/^Until 1.Jun.2026: open, R\. Okafor$/).waitFor();
  });

  it('asks for a reason and an acceptor where it will not be done', async () => {
    const page = await open('#/actions/AI-2026Q1-001');
    await form(page, 'Status').getByLabel('Status').selectOption('wont_do');
    await form(page, 'Status').getByLabel('Reason').fill('The shop closes');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').getByText('needs a reason and who accepts the risk').waitFor();
    await form(page, 'Status').getByLabel('Risk accepted by').fill('H. Strand');
    await page.keyboard.press('Enter');
    await page.getByText('Saved: will not be done.').waitFor();
  });

  it('says that its owner left, at every action of theirs, and is handed over', async () => {
    const page = await open('#/actions/AI-2026Q1-001');
    await page.getByText('Owner and sponsor').press('Enter');
    await page.getByLabel('R. Okafor has left').press('Space');
    await page.getByText('R. Okafor has left: hand it over').waitFor();
    expect(await page.locator('tbody').getByText('has left').count()).toBeGreaterThan(1);
    await form(page, 'Owner and sponsor').getByLabel('Owner').fill('Priya Raman');
    await page.keyboard.press('Enter');
    await page.getByText('Saved: Priya Raman owns it.').waitFor();
    await page.getByText('R. Okafor has left: hand it over').waitFor({ state: 'detached' });
  });

  it('is linked to a tracker, and an address that is none is refused', async () => {
    const page = await open('#/actions/AI-2026Q1-001');
    await page.getByText('Tracker and estimate').press('Enter');
    await form(page, 'Tracker and estimate').getByLabel('Address').fill('javascript:alert(1)');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('that is no web address').waitFor();
    await form(page, 'Tracker and estimate').getByLabel('Address').fill('https://jira.example.com/OPS-9');
    await page.keyboard.press('Enter');
    await page.getByText('Saved.').waitFor();
  });
});

describe('The export of what is listed', () => {
  it('holds the listed actions in their order, with the field that the Azure process has', async () => {
    const page = await open();
    await page.getByLabel('Find').fill('thing');
    await page.getByText('5 of 12 actions').waitFor();
    await page.getByText('Export what is listed').press('Enter');
    await page.getByLabel('For', { exact: true }).selectOption('azure');
    await page.getByLabel('Due date').selectOption('none');
    await page.getByRole('button', { name: 'Write 5 actions' }).press('Enter');
    await page.getByText('/home/user/Muster/documents/actions/azure').waitFor();
    const [asked] = memory.exported;
    expect(asked).toMatchObject({ isSample: false, target: 'azure', dueField: null, bom: false });
    const titles = new Map(memory.shown.own?.actions.map(({ origin, title }) => [origin, title]));
    expect(asked?.origins.map((origin) => titles.get(origin))).toEqual(await listed(page));
  });
});

describe('The screen of actions', () => {
  it('is without barriers in both themes and at every size, an action open and all parts unfolded', async () => {
    const page = await open('#/actions/AI-2026Q1-001');
    await page.evaluate('document.querySelectorAll("details").forEach((part) => { part.open = true; })');
    expect(await lookAtPage(page, 'all')).toEqual([]);
  });

  it('keeps a hostile text in its place', async () => {
    const text = writeHostile('Evil', 2_000);
    const action = { ...actionOf(0), title: text, owner_name: text, problem: text, evidence: text, exercise: 'gone' };
    const { shown } = memory;
    memory.shown = { ...shown, own: shown.own && { ...shown.own, actions: [action] } };
    const page = await open('#/actions/AI-2026Q1-001');
    expect(await lookAtPage(page, 'once')).toEqual([]);
    expect(await page.evaluate(isEvil)).toBe(false);
  });

  it('says what is missing where there is no action, and where the register cannot be read', async () => {
    memory.shown = { ...makeActionMemory(0).shown, samples: null };
    const page = await open();
    await page.getByText('None yet. What a review agrees').waitFor();
    memory.shown = { ...memory.shown, own: null, notices: ['registers/action-items.json is damaged.'] };
    await page.reload();
    await page.getByText('registers/action-items.json is damaged.').waitFor();
    await page.getByText('The register cannot be read, as said above.').waitFor();
  });
});
