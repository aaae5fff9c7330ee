import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerFrom, heldQ1, type Memory, makeMemory, openAction, returnedGap } from './memory-answers.ts';
import { launchBrowser, PlanWindow } from './plan-window.ts';

const size = { width: 1280, height: 800 };
let browser: Browser;
let memory: Memory;
let window: PlanWindow;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  memory = await makeMemory();
});
afterEach(() => window.close());

async function open(hash = '#/'): Promise<PlanWindow['page']> {
  window = await PlanWindow.open(browser, answerFrom(memory), size, hash);
  return window.page;
}

describe('The programme on the first day', () => {
  it('teaches the next step and opens a finished sample', async () => {
    const page = await open();
    await page.getByRole('heading', { name: 'Your first exercise' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Open actions by age' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Try it with a sample exercise' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/review\/sample-q1-data-breach$/);
  });

  it('fills in a whole plan and stops one press before the start', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Start Q2 with everything filled in' }).click();
    await page.waitForURL(/#\/plan\/q2-ransomware$/);
    await page.getByRole('button', { name: 'Start in the room' }).waitFor();
    expect(memory.plans.get('q2-ransomware')?.sample).toBe(true);
    expect(memory.started).toEqual([]);
  });

  it('never fills over a plan of one’s own', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Start Q2 with everything filled in' }).click();
    await page.waitForURL(/#\/plan\/q2-ransomware$/);
    await page.getByRole('link', { name: 'Programme' }).first().press('Enter');
    await page.getByRole('link', { name: 'Go on with the plan of Q2' }).waitFor();
    expect(await page.getByRole('button', { name: 'Start Q2 with everything filled in' }).count()).toBe(0);
  });

  it('shows four quarters, each with plan, run and script, all reached by Tab', async () => {
    const page = await open();
    const card = page.getByRole('region', { name: 'Cold Restore' });
    await card.getByRole('link', { name: /^Plan/ }).focus();
    const reached: unknown[] = [];
    for (let press = 0; press < 3; press += 1) {
      reached.push(await page.evaluate('document.activeElement.getAttribute("href")'));
      await page.keyboard.press('Tab');
    }
    expect(reached).toEqual(['#/plan/q2-ransomware', '#/plan/q2-ransomware', '#/script/q2-ransomware']);
    expect(await page.getByRole('region').count()).toBeGreaterThanOrEqual(4);
  });
});

describe('The tour', () => {
  const focused = 'document.activeElement.textContent';

  it('is shown once by itself, leaves the keyboard where it is, goes on by Enter and is left by Esc', async () => {
    memory.isTourNew = true;
    const page = await open();
    const tour = page.getByRole('region', { name: 'Muster in two minutes' });
    await tour.getByText('Choose a quarter and press Plan.').waitFor();
    expect(await page.evaluate('document.activeElement === document.body')).toBe(true);
    await tour.getByRole('button', { name: 'Next' }).press('Enter');
    await tour.getByText('R releases the next inject').waitFor();
    await page.keyboard.press('Escape');
    await tour.waitFor({ state: 'detached' });
    expect(await page.evaluate(focused)).toBe('Take the tour');
    await page.reload();
    await page.getByRole('region', { name: 'Cold Restore' }).waitFor();
    expect(await tour.count()).toBe(0);
  });

  it('is opened again by whoever asks, has four steps, and Esc in a dialog does not close it', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Take the tour' }).press('Enter');
    expect(await page.evaluate(focused)).toBe('Muster in two minutes');
    await page.getByRole('button', { name: 'Back up…' }).press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const tour = page.getByRole('region', { name: 'Muster in two minutes' });
    for (const step of ['2 Run', '3 Review', '4 Report']) {
      await tour.getByRole('button', { name: 'Next' }).press('Enter');
      expect(await tour.locator('[aria-current=step]').textContent()).toBe(step);
    }
    await tour.getByRole('button', { name: 'Done' }).press('Enter');
    await tour.waitFor({ state: 'detached' });
  });
});

describe('The programme of a year', () => {
  beforeEach(() => {
    memory.exercises = [
      heldQ1,
      { ...heldQ1, exercise: 'sample-q1', isSample: true, phase: 'ended', heldOn: '2026-11-01' },
      {
        ...heldQ1,
        exercise: 'b',
        script: 'q3-insider-threat',
        title: 'Last Working Day',
        phase: 'suspended',
        heldOn: '2026-09-15',
      },
      {
        ...heldQ1,
        exercise: 'c',
        script: 'q4-supply-chain',
        heldOn: '2025-11-15',
        trouble: 'journal, line 14: damaged',
      },
    ];
  });

  it('says of one that was ended without an inject that it was, and does not call it held', async () => {
    memory.exercises = [{ ...heldQ1, phase: 'ended', isPlayed: false, ratings: [], heldOn: '2026-11-24' }];
    const page = await open();
    const card = page.getByRole('region', { name: heldQ1.title });
    await card.getByText('Begun and ended without an inject').waitFor();
    await page.getByRole('table').getByText('Begun and ended without an inject').waitFor();
    expect(await card.getByText(/Held|draft/).count()).toBe(0);
  });

  it('lists what was held, newest first, with its ratings in letters and words', async () => {
    const page = await open();
    const rows = page.getByRole('table').getByRole('row');
    await rows.nth(4).waitFor();
    expect((await rows.allTextContents()).slice(1).map((text) => text.slice(0, 11).replaceAll('\u00a0', ' '))).toEqual([
      '1 Nov 2026Q',
      '15 Sep 2026',
      '17 Mar 2026',
      '15 Nov 2025',
    ]);
    await rows.nth(1).getByText('Sample', { exact: true }).waitFor();
    await rows.nth(4).getByText('journal, line 14: damaged').waitFor();
    await rows.nth(3).getByRole('img', { name: 'major challenges' }).waitFor();
    expect(
      await rows
        .nth(2)
        .getByRole('link', { name: /^Console/ })
        .getAttribute('href'),
    ).toBe('#/live/b');
    expect(
      await rows
        .nth(3)
        .getByRole('link', { name: /^Review/ })
        .getAttribute('href'),
    ).toBe('#/review/2026-q1-data-breach');
  });

  it('still has a finished sample and a filled plan to look at, below', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Look at a finished sample exercise' }).waitFor();
    await page.getByRole('button', { name: 'Start Q2 with everything filled in' }).press('Enter');
    await page.waitForURL(/#\/plan\/q2-ransomware$/);
  });

  it('speaks on a card of the real exercise, not of the sample', async () => {
    const page = await open();
    await page.getByRole('region', { name: 'Quiet Export' }).getByText('Held 17 March 2026').waitFor();
  });

  it('tells of a planned quarter how far the plan is, when it is, and what is open first', async () => {
    await answerFrom(memory).fill_plan?.({ script: 'q2-ransomware' });
    const filled = memory.plans.get('q2-ransomware');
    if (!filled) throw new Error('not filled');
    memory.plans.set('q2-ransomware', {
      ...filled,
      starts_at: '2026-12-01T10:00',
      participants: filled.participants.filter(({ role }) => role !== 'LEGAL'),
    });
    memory.plans.set('q1-data-breach', { ...filled, script: 'q1-data-breach', starts_at: '2027-03-16T10:00' });
    memory.exercises = [heldQ1]; // nothing goes on, which would come first
    const page = await open();
    const card = page.getByRole('region', { name: 'Cold Restore' });
    await card.getByText('Planned Tue 1 Dec').waitFor();
    expect(await card.getByRole('paragraph').textContent()).toMatch(
      /^(\d+) of \d+ ready, 6 days leftEvery function has a person: Legal is missing$/,
    );
    expect(await card.getByRole('link', { name: /^Continue plan/ }).getAttribute('class')).toContain('primary');
    expect(await page.locator('main .primary').count()).toBe(1);
    const held = page.getByRole('region', { name: 'Quiet Export' });
    await held.getByText('Planned again for 16 March 2027').waitFor();
    await held.getByRole('img', { name: 'major challenges' }).waitFor();
  });

  it('tells of a held quarter its result, its gaps by weight and how many actions are closed', async () => {
    memory.exercises = [{ ...heldQ1, phase: 'ended' }];
    const page = await open();
    const card = page.getByRole('region', { name: 'Quiet Export' });
    await card.getByRole('img', { name: 'major challenges' }).waitFor();
    expect(await card.getByRole('paragraph').innerText()).toBe(
      '5 gaps, 1 critical, 2 high\n9 of 11 actions closed\nReport is a draft, 253 days',
    );
    expect(await card.getByRole('link', { name: /^Review/ }).getAttribute('href')).toBe('#/review/2026-q1-data-breach');
  });

  it('schedules next year from a held quarter by keyboard, or says why not, and asks no more once it is', async () => {
    const page = await open();
    const next = page.getByRole('button', { name: /^Schedule next year/ });
    await next.waitFor();
    memory.refusal = { code: 'already_planned', message: 'It already has a plan.', hint: 'Nothing was replaced.' };
    await next.press('Enter');
    await page.getByRole('alert').getByText('Nothing was replaced.').waitFor();
    memory.refusal = null;
    await next.press('Enter');
    await page.waitForURL(/#\/plan\/q1-data-breach$/);
    await page.getByRole('link', { name: 'Programme' }).first().press('Enter');
    const card = page.getByRole('region', { name: 'Quiet Export' });
    await card.getByText('Planned again for 16 March 2027').waitFor();
    expect(await next.count()).toBe(0);
  });

  it('leads from a script that cannot be read to what is wrong with it', async () => {
    memory.broken = { script: 'broken', trouble: 'Line 3: it ends too early.' };
    const page = await open();
    const card = page.getByRole('region', { name: 'broken' });
    await card.getByText('This script cannot be read: Line 3: it ends too early.').waitFor();
    expect(await card.getByRole('link').getAttribute('href')).toBe('#/script/broken');
    expect(await card.getByText(',', { exact: true }).count()).toBe(0);
  });

  it('runs a planned quarter at once, or says why not', async () => {
    await answerFrom(memory).fill_plan?.({ script: 'q2-ransomware' });
    const page = await open();
    const run = page.getByRole('button', { name: /^Run/ });
    await run.waitFor();
    memory.refusal = { code: 'held', message: 'The workspace is held by another Muster.', hint: 'Close it there.' };
    await run.click();
    await page.getByRole('alert').getByText('Close it there.').waitFor();
    memory.refusal = null;
    await run.click();
    await page.waitForURL(/#\/live\/2026-q2-ransomware$/);
  });

  it('asks in the plan before a start that would stand for ever', async () => {
    await answerFrom(memory).fill_plan?.({ script: 'q2-ransomware' });
    const filled = memory.plans.get('q2-ransomware');
    if (filled) memory.plans.set('q2-ransomware', { ...filled, participants: [] });
    const page = await open();
    await page.getByRole('button', { name: /^Run/ }).click();
    await page.waitForURL(/#\/plan\/q2-ransomware\/start$/);
    await page
      .getByRole('group', { name: /^Start now\?/ })
      .getByText('Nobody is invited')
      .waitFor();
    expect(memory.started).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/live\/2026-q2-ransomware$/);
    expect(memory.started).toEqual(['q2-ransomware']);
  });

  it('tells what there is to know about the workspace', async () => {
    memory.notices = ['The workspace lies in a folder that is synced.'];
    const page = await open();
    await page.getByText('The workspace lies in a folder that is synced.').waitFor();
  });
});

describe('Open actions on the programme', () => {
  it('are counted by their date, and each count opens its list with owner, date and exercise', async () => {
    memory.openActions = {
      own: [
        openAction,
        { ...openAction, id: 'b', dueOn: '2026-11-24' },
        { ...openAction, id: 'c', dueOn: '2026-12-25', title: 'Print the contacts' },
        { ...openAction, id: 'd', dueOn: null, exercise: 'gone', exerciseTitle: null },
      ],
      samples: [{ ...openAction, id: 's', title: 'For practice' }],
    };
    const page = await open();
    const section = page.getByRole('region', { name: 'Open actions by age' });
    await section.getByText('Longest overdue: Write down who may shut down the shop, 24 days').waitFor();
    expect(await section.locator('b').allTextContents()).toEqual(['2', '1', '0', '1']);
    await section.getByRole('button', { name: 'Due in 30 days 1' }).press('Enter');
    const list = page.getByRole('table', { name: 'Open actions: due in 30 days, 1 action' });
    expect(await list.getByRole('row').nth(1).getByRole('cell').allTextContents()).toEqual([
      '25\u00a0Dec\u00a02026',
      'Print the contactsc',
      'R. Okafor, Legal',
      'Quiet Export',
    ]);
    expect(await list.getByRole('link', { name: 'Print the contacts' }).getAttribute('href')).toBe('#/actions/c');
    expect(await section.getByRole('link', { name: 'Open the register' }).getAttribute('href')).toBe('#/actions');
    expect(await list.getByRole('link', { name: 'Quiet Export' }).getAttribute('href')).toBe(
      '#/review/2026-q1-data-breach',
    );
    await section.getByRole('button', { name: 'All 4' }).press('Enter');
    expect(await page.getByText('not here any more').count()).toBe(1);
    expect(await page.getByText('For practice').count()).toBe(0);
    await section.getByRole('button', { name: '1 in sample exercises' }).press('Enter');
    await page.getByText('For practice').waitFor();
    await section.getByRole('button', { name: '1 in sample exercises' }).press('Enter');
    await page.getByText('For practice').waitFor({ state: 'detached' });
  });

  it('are said to be unknown, not none, where their register cannot be read', async () => {
    memory.openActions = { own: null, samples: null };
    const page = await open();
    await page.getByText('Not known: the register of actions cannot be read.').waitFor();
    await page.getByRole('region', { name: 'Cold Restore' }).waitFor();
  });
});

describe('Gaps that came back', () => {
  const none = { held: 1, gaps: [], notCompared: 0 };

  it('name both exercises and what became of the action before, those of samples apart', async () => {
    memory.exercises = [heldQ1];
    const ofSamples = { ...returnedGap, title: 'For practice', actions: [] };
    memory.returnedGaps = {
      own: { held: 2, gaps: [returnedGap], notCompared: 3 },
      samples: { held: 2, gaps: [ofSamples], notCompared: 0 },
    };
    const page = await open();
    const section = page.getByRole('region', { name: 'Gaps that came back' });
    await section.waitFor();
    const [own] = await section.getByRole('listitem').allTextContents();
    expect(own?.replaceAll('\u00a0', ' ')).toBe(
      'Nobody on shift may shut down the shopDecisions and governance, no authority. ' +
        'Quiet Export (17 Mar 2026), again in Cold Restore (10 Sep 2026). ' +
        'Before: AI-2026Q1-001 20 days overdue; AI-2026Q1-002 done, not yet verified.Critical',
    );
    const links = await section.getByRole('link').all();
    expect(await Promise.all(links.slice(0, 2).map((link) => link.getAttribute('href')))).toEqual([
      '#/review/2026-q1-data-breach',
      '#/review/2026-q2-ransomware',
    ]);
    await section.getByText('3 gaps without capability or condition cannot be compared.').waitFor();
    expect(await section.getByText('For practice').isVisible()).toBe(false);
    await section.getByText('1 in sample exercises').press('Enter');
    await section.getByText('No action was agreed before.').waitFor();
  });

  it.each([
    [1, 'Shown from the second exercise on'],
    [2, 'None in 2 exercises'],
  ])('of %i exercises without one say so', async (held, words) => {
    memory.exercises = [heldQ1];
    memory.returnedGaps = { own: { ...none, held }, samples: none };
    const page = await open();
    await page.getByRole('region', { name: 'Gaps that came back' }).getByText(words).waitFor();
  });
});

describe('A programme that cannot be read', () => {
  it('says what to do and tries again', async () => {
    const answers = answerFrom(memory);
    let isHeld = true;
    const problem = { code: 'workspace_held', message: 'Another Muster holds the folder.', hint: 'Close it there.' };
    window = await PlanWindow.open(
      browser,
      {
        ...answers,
        load_programme: async (input) =>
          isHeld || !answers.load_programme ? { ok: false, problem } : answers.load_programme(input),
      },
      size,
    );
    await window.page.getByRole('alert').getByText('Another Muster holds the folder.').waitFor();
    isHeld = false;
    await window.page.getByRole('button', { name: 'Try again' }).click();
    await window.page.getByRole('region', { name: 'Cold Restore' }).waitFor();
  });
});

describe('A script', () => {
  it('is marked as the facilitator’s, and opens each artefact and its answers by keyboard', async () => {
    const page = await open('#/script/q2-ransomware');
    await page.getByText('For the facilitator: do not show this to players.').waitFor();
    await page.getByText('What the room gets: An MFA reset that does not add up').focus();
    await page.keyboard.press('Enter');
    const sheet = page.locator('details', { hasText: 'An MFA reset that does not add up' }).first();
    await sheet.locator('[aria-hidden]').getByText('Caller thanked us.').waitFor();
    await sheet
      .locator('[aria-hidden]')
      .getByText(/^EXERCISE EXERCISE/)
      .first()
      .waitFor();
    await page.getByText('Your notes and the answers: An MFA reset that does not add up').focus();
    await page.keyboard.press('Enter');
    await page.getByText('Suspends the account and its sessions').waitFor();
    await page.getByText('Nobody knows. Calls to the desk are not recorded.').waitFor();
    await page.getByText('Line 42:5', { exact: true }).waitFor();
    await page.getByRole('region', { name: 'In the pocket' }).waitFor();
    expect(await page.getByRole('link', { name: 'Plan this exercise' }).getAttribute('href')).toBe(
      '#/plan/q2-ransomware',
    );
  });
});
