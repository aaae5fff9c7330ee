import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { currentOf, exceptionOf } from '../../support/current-exceptions.ts';
import { isEvil, writeHostile } from '../../support/hostile-text.ts';
import { lookAtPage } from '../../support/look-at-page.ts';
import { launchBrowser, PlanWindow } from '../plan/plan-window.ts';
import { answerExceptions, type ExceptionMemory, makeMemory, manyExceptions } from './exception-answers.ts';

let browser: Browser;
let memory: ExceptionMemory;
let window: PlanWindow;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(() => {
  memory = makeMemory();
});
afterEach(async () => {
  const { violations } = window;
  await window.close();
  expect(violations).toEqual([]);
});

async function open(hash = '#/exceptions', title = 'Exceptions'): Promise<Page> {
  window = await PlanWindow.open(browser, answerExceptions(memory), { width: 1280, height: 800 }, hash);
  await window.page.getByRole('heading', { level: 1, name: title }).waitFor();
  return window.page;
}

const focused = 'document.activeElement.textContent';
const rows = (page: Page) => page.locator('tbody button');
const listed = (page: Page) => rows(page).allTextContents();
const decision = (page: Page) => page.getByRole('form', { name: 'Decision' });
const chosenRow = (page: Page) => page.locator('tr:has([aria-current])');

describe('The register of exceptions', () => {
  it('lists what ran out first, with what its file says, red flags by shape and word', async () => {
    const page = await open();
    await page.getByText('As the file of October 2026 has them, 31 October 2026; days counted to today').waitFor();
    const [first = '', second = ''] = await page.locator('tbody tr').allInnerTexts();
    expect(first.replaceAll('\u00a0', ' ')).toMatch(
      /^15 Oct 2026\n18 days ago\s+Legacy gateway TLS\s+E-004, High, A-010, BL-T1-11, SEC-180\s+product\.lead\nciso\s+Expired\n, red\nRenewed twice or more$/,
    );
    expect(second).toContain('Expired\n, red');
    const mark = page.locator('tbody tr').first().locator('.state.bad').first();
    expect(await mark.evaluate("(flag) => getComputedStyle(flag, '::before').transform")).not.toBe('none');
  });

  it('says of a file that is too old for its month which day it is of', async () => {
    memory.current = { ...currentOf([exceptionOf()]), datedOn: '2026-10-20', isStale: true };
    const page = await open();
    await page.getByText('The exceptions are of 20 October 2026, too old for October 2026').waitFor();
  });

  it('leads from each number to its exceptions, and is filtered by every field', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'expired, still open: show them' }).press('Enter');
    await page.getByText('2 of 8 exceptions').waitFor();
    await page.getByRole('button', { name: 'Clear' }).press('Enter');
    await page.getByLabel('Owner', { exact: true }).selectOption({ label: 'Nobody' });
    await page.getByText('1 of 8 exceptions').waitFor();
    expect(await listed(page)).toEqual(['Shared mailbox without MFA']);
    await page.getByLabel('Risk').selectOption('high');
    await page.getByText('None fits.').waitFor();
    await page.getByRole('button', { name: 'Clear' }).press('Enter');
    await page.getByLabel('Flag', { exact: true }).selectOption('NO_EXPIRY');
    await page.getByLabel('State').selectOption('active');
    await page.getByLabel('Find').fill('lab devops');
    await page.getByText('1 of 8 exceptions').waitFor();
    expect(await listed(page)).toEqual(['Lab network segment']);
  });

  it('opens what the address names: those with a red flag, or one exception whatever its id', async () => {
    memory.current = currentOf([
      exceptionOf({ exception_id: 'EX/7 ä%', title: 'Odd id' }),
      exceptionOf({ owner: null }),
    ]);
    const page = await open(`#/exceptions/${encodeURIComponent('EX/7 ä%')}`);
    await page.getByRole('heading', { level: 2, name: 'Odd id' }).waitFor();
    await page.goto(String(new URL('#/exceptions/red', page.url())));
    await page.reload();
    await page.getByText('1 of 2 exceptions').waitFor();
    expect(await listed(page)).toEqual(['Legacy gateway']);
  });

  it('of four hundred takes a key in the list and a letter in the filter and every row stays the one it was', async () => {
    memory.current = currentOf(manyExceptions(400));
    const page = await open();
    await page.getByText('400 exceptions').waitFor();
    await page.evaluate("document.querySelectorAll('tbody tr')[5].dataset.seen = 'before'");
    await rows(page).first().focus();
    for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowDown');
    expect(await page.evaluate("document.activeElement.closest('tr').dataset.seen")).toBe('before');
    await page.keyboard.press('End');
    expect(await page.evaluate(focused)).toBe((await listed(page)).at(-1));
    await page.getByLabel('Find').pressSequentially('number 39');
    await page.getByText('14 of 400 exceptions').waitFor();
  });
});

describe('A decision, by keyboard alone', () => {
  it('is reached from the list by Enter and Tab, chosen by arrows, saved by Ctrl Enter, left by Esc', async () => {
    const page = await open();
    await rows(page).first().focus();
    expect(await page.locator('tbody button[tabindex="0"]').count()).toBe(1);
    for (let press = 0; press < 2; press += 1) await page.keyboard.press('ArrowDown');
    const [, , third = ''] = await listed(page);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: third }).waitFor();
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H2');
    await page.keyboard.press('Tab');
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    await page.keyboard.type('CTO');
    await page.keyboard.press('Tab');
    await page.keyboard.type('9 Nov 2026');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Saved: escalate.').waitFor();
    await page.getByText('Escalated to CTO, answer until 9 November 2026').first().waitFor();
    expect(memory.entries.map(({ said }) => said)).toEqual([{ is: 'escalate', to: 'CTO', until: '2026-11-09' }]);
    expect(await chosenRow(page).innerText()).toContain('Escalate: not yet in the file');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(focused)).toBe(third);
  });

  it('to renew is refused with its reason where the owner approves, and what was typed stays', async () => {
    const page = await open('#/exceptions/E-001');
    await decision(page).getByLabel('Approver').fill('DevOps.Lead');
    await decision(page).getByLabel('New expiry').fill('2027-03-31');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('Nothing was decided on E-001: DevOps.Lead owns it.').waitFor();
    expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('alert');
    expect(await decision(page).getByLabel('New expiry').inputValue()).toBe('2027-03-31');
    await decision(page).getByLabel('Approver').fill('ciso');
    await page.keyboard.press('Enter');
    await page.getByText('Saved: renew.').waitFor();
    expect(memory.entries[0]?.said).toMatchObject({ compensating_control: 'Egress allow-list and ephemeral runners' });
  });

  it('asks for something that compensates where the risk is high, and for a reason beyond a year', async () => {
    memory.current = currentOf([exceptionOf({ compensating_control: null })]);
    const page = await open('#/exceptions/E-100');
    await decision(page).getByText('Suggested by rule: fix.').waitFor();
    await decision(page).getByText('Renew', { exact: true }).click();
    await decision(page).getByText('Asked for: its risk is high').waitFor();
    await decision(page).getByLabel('Approver').fill('ciso');
    await decision(page).getByLabel('New expiry').fill('2028-03-31');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('nothing compensates for it').waitFor();
    await decision(page).getByLabel('Compensating control').fill('A filter in front');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').getByText('more than 365 days from today').waitFor();
  });

  it('is taken back, and stays among all decisions', async () => {
    const page = await open('#/exceptions/E-004');
    await decision(page).getByText('Retire', { exact: true }).click();
    await decision(page).getByLabel('Closed on').fill('2026-10-30');
    await decision(page).getByLabel('Reason').fill('The gateway is gone');
    await page.keyboard.press('Control+Enter');
    await page.getByText('not yet in the file, and its day is over').waitFor();
    await page.getByRole('button', { name: 'Take it back' }).press('Enter');
    await page.getByText('Taken back; it stays among all decisions.').waitFor();
    await page.getByText('All decisions (1)').press('Enter');
    await page.getByText('Retired on 30 October 2026').waitFor();
    expect(await page.getByRole('listitem').filter({ hasText: 'Retired on' }).innerText()).toContain(
      '. The gateway is gone (taken back)',
    );
  });

  it('is marked as in the file once the next file says so, and there is nothing to decide then', async () => {
    const page = await open('#/exceptions/E-004');
    await decision(page).getByText('Fix', { exact: true }).click();
    await decision(page).getByLabel('Fixed by').fill('Network');
    await decision(page).getByLabel('Until').fill('2026-11-30');
    await page.keyboard.press('Enter');
    await page.getByText('Saved: fix.').waitFor();
    const closed = memory.current?.exceptions.map((row) =>
      row.exception_id === 'E-004' ? { ...row, status: 'closed' as const, closed_on: '2026-11-01' } : row,
    );
    memory.current = currentOf(closed ?? [], { month: '2026-11', asOf: '2026-11-01' });
    await page.reload();
    await page.getByText('there is nothing to decide here').waitFor();
    expect(await page.locator('.state.good').innerText()).toBe('in the file');
    expect(await decision(page).count()).toBe(0);
  });
});

describe('Reminders', () => {
  it('name by owner what is due of what is listed, and are written as a calendar and as a table', async () => {
    const page = await open();
    const summary = page.getByText('Reminders of what is listed: 5');
    await summary.press('Enter');
    await page.getByRole('region', { name: 'product.lead' }).getByText('It has run out and is still open').waitFor();
    await page.getByLabel('Owner', { exact: true }).selectOption({ label: 'devops.lead' });
    await page.getByText('Reminders of what is listed: 1').waitFor();
    await page.getByRole('button', { name: /^Write \.ics/ }).press('Enter');
    await page.getByText('exception-expiries.ics').waitFor();
    await page.getByRole('button', { name: 'Write CSV of 1 reminder' }).press('Enter');
    await page.getByText('exception-reminders.csv').waitFor();
    expect(memory.written).toEqual([
      { exceptions: ['E-001', 'E-009'], form: 'ics' },
      { exceptions: ['E-001', 'E-009'], form: 'csv' },
    ]);
    await page.getByRole('button', { name: 'Open the folder' }).press('Enter');
    await page.getByText('It cannot be opened from here').waitFor();
  });
});

describe('The screen of exceptions', () => {
  it('is without barriers in both themes and at every size, an exception open and all parts unfolded', async () => {
    const page = await open('#/exceptions/E-004');
    await page.evaluate('document.querySelectorAll("details").forEach((part) => { part.open = true; })');
    expect(await lookAtPage(page, 'all')).toEqual([]);
  });

  it('keeps a hostile text in its place', async () => {
    const text = writeHostile('Evil', 2_000);
    const fields = { title: text, owner: text, approver: text, scope_ref: text, compensating_control: text };
    memory.current = currentOf([exceptionOf({ ...fields, review_notes: text, ticket: text })]);
    const page = await open('#/exceptions/E-100');
    expect(await lookAtPage(page, 'once')).toEqual([]);
    expect(await page.evaluate(isEvil)).toBe(false);
  });

  it('says what is missing: no month, no exception, decisions that cannot be read', async () => {
    memory.current = null;
    const page = await open();
    await page.getByText('None yet. They come from the exceptions file of a month').waitFor();
    memory.current = currentOf([]);
    await page.reload();
    await page.getByText('None is in force or waits for approval.').waitFor();
    memory.current = currentOf([exceptionOf()]);
    memory.isDecidable = false;
    await page.goto(String(new URL('#/exceptions/E-100', page.url())));
    await page.reload();
    await page.getByText('registers/exceptions.json is damaged.').waitFor();
    await page.getByRole('heading', { level: 2, name: 'Legacy gateway' }).waitFor();
    expect(await decision(page).count()).toBe(0);
  });
});

describe('The trend', () => {
  const figure = (page: Page, name: string) => page.getByRole('region', { name });
  const cells = async (page: Page, name: string, row: number) =>
    (await figure(page, name).locator('tbody tr').nth(row).locator('td').allInnerTexts()).map(
      (cell) => cell.split(/\s+counted/)[0],
    );

  it('draws nine figures with the same numbers below each, a gap and a break where they are', async () => {
    const page = await open('#/trend', 'Trend');
    await page.getByText('As published, November 2025 to October 2026').waitFor();
    expect(await page.locator('main section').count()).toBe(9);
    expect(await cells(page, 'Controls compliant', 0)).toEqual([
      '40.0',
      '41.5',
      '43.0',
      '–',
      '46.0',
      '47.5',
      '49.0',
      '50.5',
      '52.0',
      '53.5',
      '55.0',
      '56.5',
    ]);
    expect(await cells(page, 'Controls compliant', 1)).toEqual([
      '–',
      '–',
      '41.5',
      '–',
      '–',
      '–',
      '47.5',
      '–',
      '–',
      '52.0',
      '53.5',
      '55.0',
    ]);
    await figure(page, 'Controls compliant').getByText('From June 2026: tier 0 and 1, checked in 14 days.').waitFor();
    const path = await figure(page, 'Controls compliant').locator('svg path').last().getAttribute('d');
    expect(path?.match(/M/g)).toHaveLength(3);
    expect(await figure(page, 'Open drift').locator('tbody tr').count()).toBe(1);
  });

  it('holds back a mean of too few values and says what changed of the others in words', async () => {
    const page = await open('#/trend', 'Trend');
    expect((await cells(page, 'Mean time to detect', 0)).slice(-3)).toEqual(['n 3', 'n 3', 'n 3']);
    await figure(page, 'Mean time to detect').getByText('Made of 3 values, which is too few for a trend.').waitFor();
    await figure(page, 'Controls compliant').getByText('1.5 points more than the month before: better.').waitFor();
    await figure(page, 'Exceptions active').getByText('1 more than the month before: neutral.').waitFor();
    await page.getByRole('button', { name: 'Write CSV' }).press('Enter');
    await page.getByText('scorecard-trend.csv').waitFor();
  });

  it('is without barriers in both themes and at every size', async () => {
    const page = await open('#/trend', 'Trend');
    expect(await lookAtPage(page, 'all')).toEqual([]);
  });

  it('says what to do where nothing was published, and that a first month has nothing to be compared with', async () => {
    memory.months = [];
    const page = await open('#/trend', 'Trend');
    await page.getByText('No month was published yet.').waitFor();
    memory.months = makeMemory().months.slice(-1);
    await page.reload();
    await page.getByText('As published, October 2026 to October 2026').waitFor();
    expect(await page.getByText('The first month: nothing to compare it with yet.').count()).toBe(9);
  });
});
