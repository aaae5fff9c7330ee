import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listCutRings } from '../../support/list-cut-rings.ts';
import { lookAtPage } from '../../support/look-at-page.ts';
import { openConsoles, passMinutes, setupFor, twoDisplays } from '../../support/open-console.ts';

let consoles: Awaited<ReturnType<typeof openConsoles>>;
beforeAll(async () => {
  consoles = await openConsoles();
});
afterAll(() => consoles?.close());

const seen = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();
const setDisk = (page: Page, disk: { delayMs?: number; isFull?: boolean }) =>
  page.evaluate((change) => {
    Object.assign((globalThis as unknown as { given: { disk: object } }).given.disk, change);
  }, disk);

/** Whether words stand in a box that shows only their beginning. */
const isCut = `(words) => {
  for (let box = words; box && !box.matches('main, aside'); box = box.parentElement) {
    const isOver = box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1;
    if (isOver && box.clientWidth > 0 && getComputedStyle(box).overflow !== 'visible') return true;
  }
  return false;
}`;

const pageSize = '[document.documentElement.scrollWidth, document.documentElement.scrollHeight]';

describe('The console', () => {
  it('has no barrier and holds its layout, small and large and at 200 %, light and dark', async () => {
    const { page, close } = await consoles.open();
    await seen(page, 'Due now');
    await page.keyboard.press('r');
    await page.keyboard.press('g');
    await page.keyboard.type('Nobody may order isolation');
    await passMinutes(page, 12);
    await seen(page, /^Due, \d+ min ago/);
    expect(await lookAtPage(page, 'all')).toEqual([]);
    await close();
  });

  it('shows the whole ring of whatever has the focus', async () => {
    const { page, close } = await consoles.open();
    await seen(page, 'Due now');
    await page.keyboard.press('r');
    await page.keyboard.press('g');
    await page.getByRole('button', { name: /^Contingency pocket/ }).click();
    expect(await listCutRings(page)).toEqual([]);
    await page.keyboard.press('?');
    expect(await listCutRings(page)).toEqual([]);
    await close();
  });

  it('says whole who sends the artefact and beside what a line is written, however long they are', async () => {
    const from =
      'Regional Security Operations Centre, on behalf of the Customer Data Protection Office of Wexcombe (night shift)';
    const [first, ...rest] = consoles.q2.injects;
    const injects = first ? [{ ...first, from, title: `A word from the ${from}` }, ...rest] : [];
    const { page, close } = await consoles.open({ scenario: { ...consoles.q2, injects } });
    await seen(page, 'Due now');
    await page.keyboard.press('r');
    await page.keyboard.press('g');
    await page.getByRole('region', { name: 'The inject' }).getByText(from, { exact: true }).waitFor();
    await page.getByText(/^at T\+.*A word/).waitFor();
    const places = "'main bdi, aside form span.quiet'";
    const words = `[...document.querySelectorAll(${places})].filter(({ textContent }) => textContent.includes('night shift)'))`;
    expect(await page.evaluate(`${words}.map((part) => part.tagName)`)).toEqual(
      expect.arrayContaining(['BDI', 'SPAN']),
    );
    expect(await page.evaluate(`${words}.filter((part) => !part.closest('article')).some(${isCut})`)).toBe(false);
    await close();
  });

  it('has none in any of its dialogs either', async () => {
    const { page, close } = await consoles.open();
    await seen(page, 'Due now');
    const dialog = page.locator('dialog[open]');
    const names = ['Preview', 'More', 'More cards…', 'Leave out…', 'End…', /^REAL WORLD/, /in the room$/, /^Severity/];
    const ways = [
      ...['Control+k', '?', 'h', 't'].map((key) => ({ name: key, open: () => page.keyboard.press(key) })),
      ...[...names, 'All questions'].map((name) => {
        const open = () => page.getByRole('button', { name }).first().press('Enter');
        return { name: String(name), open };
      }),
    ];
    for (const { name, open } of ways) {
      if (name === 'All questions') await page.keyboard.press('r'); // they stand beside an inject
      await open();
      await dialog.waitFor();
      expect(await lookAtPage(page), name).toEqual([]);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
    await close();
  });

  it('says that it is saving, that it is still not saved, and what to do when it cannot', async () => {
    const { page, close } = await consoles.open();
    await seen(page, 'Due now');
    await setDisk(page, { delayMs: 60_000 });
    await page.keyboard.press('r');
    await page.clock.fastForward(400);
    await seen(page, 'Saving…');
    await page.clock.fastForward(2_000);
    await seen(page, 'Still not saved');
    await setDisk(page, { delayMs: 0, isFull: true });
    await page.clock.fastForward(60_000);
    await seen(page, 'NOT SAVED');
    await page.keyboard.press('g');
    await page.keyboard.type('Kept all the same');
    await page.keyboard.press('Control+Enter');
    await seen(page, 'The disk is full.');
    const waiting = page.getByRole('list', { name: 'Not saved yet' });
    await waiting.getByText('Kept all the same').waitFor();
    expect(await page.getByRole('textbox', { name: 'What was missing' }).count()).toBe(0);
    expect(await page.getByLabel('Feed, newest first').getByText('Kept all the same').count()).toBe(0);
    await setDisk(page, { isFull: false });
    await page.keyboard.press('o');
    await page.keyboard.type('The next one');
    await page.keyboard.press('Control+Enter');
    await page.getByLabel('Feed, newest first').getByText('Kept all the same').waitFor();
    await page.getByLabel('Feed, newest first').getByText('The next one').waitFor();
    expect(await page.getByText('NOT SAVED').count()).toBe(0);
    await close();
  });

  it('offers three ways out of what is not saved, by keyboard', async () => {
    const { page, close } = await consoles.open();
    await seen(page, 'Due now');
    await setDisk(page, { isFull: true });
    for (const words of ['First of two', 'Second of two']) {
      await page.keyboard.press('s');
      await page.keyboard.type(words);
      await page.keyboard.press('Control+Enter');
      await page.getByRole('list', { name: 'Not saved yet' }).getByText(words).waitFor();
    }
    const banner = page.getByRole('region', { name: 'Not saved' });
    expect(await lookAtPage(page)).toEqual([]);
    await banner.getByRole('button', { name: 'Copy to clipboard' }).press('Enter');
    await banner.getByText('Copied.').waitFor();
    await banner.getByRole('button', { name: 'Save a copy elsewhere…' }).press('Enter');
    await page.getByRole('dialog', { name: 'Save a copy elsewhere' }).waitFor();
    expect(await lookAtPage(page)).toEqual([]);
    await page.getByRole('radio', { name: '/home/ops/Desktop' }).press('Space');
    await page.keyboard.press('Enter');
    await seen(page, /The copy is in \/home\/ops\/Desktop\/muster-copy/);
    await page.keyboard.press('Escape');
    await setDisk(page, { isFull: false });
    await banner.getByRole('button', { name: 'Try again' }).press('Enter');
    await banner.waitFor({ state: 'detached' });
    await page.getByLabel('Feed, newest first').getByText('Second of two').waitFor();
    await close();
  });

  it('keeps every tick of a form that was left, and every one taken away', async () => {
    const { page, close } = await consoles.open();
    await seen(page, 'Due now');
    const open = () => page.getByRole('button', { name: 'Leave out…' }).press('Enter');
    const ticks = page.getByRole('dialog').getByRole('checkbox');
    const listTicked = () =>
      ticks.evaluateAll((boxes) => boxes.flatMap((box, at) => (box.matches(':checked') ? at : [])));
    for (const [changed, left] of [
      [
        [2, 4],
        [2, 4],
      ],
      [[2], [4]],
      [[4], []],
    ] as const) {
      await open();
      for (const at of changed) await ticks.nth(at).press('Space');
      expect(await listTicked()).toEqual(left);
      await page.keyboard.press('Escape');
      await open();
      expect(await listTicked()).toEqual(left);
      await page.keyboard.press('Escape');
    }
    await close();
  });

  it('holds with forty people, two hundred injects and texts that never end', async () => {
    const [first] = consoles.q2.injects;
    if (!first) throw new Error('Q2 has no injects');
    const long = '<b>Ω</b> שלום 🙂 '.repeat(100);
    const injects = Array.from({ length: 200 }, (_, at) => ({
      ...first,
      id: `X-${at}`,
      t: at,
      title: `${long} ${at}`,
      body: long,
      priority: 'could' as const,
      expect: [],
      decision: undefined,
    }));
    const scenario = { ...consoles.q2, title: long, duration_min: 300, injects, objectives: [] };
    const participants = Array.from({ length: 40 }, (_, at) => ({
      name: `Person ${at} ${'x'.repeat(100)}`,
      role: 'IC' as const,
    }));
    const plan = { ...setupFor(consoles.q2).plan, objectives: [] };
    const setup = { ...setupFor(consoles.q2), left_out: [], participants, plan };
    const { page, close } = await consoles.open({ scenario, setup });
    await seen(page, '40 of 40 in the room');
    await page.keyboard.press('r');
    await seen(page, /In the room, 0 of 1 min/);
    const box = await page.evaluate<readonly number[]>(pageSize);
    expect(box).toEqual([1280, 800]);
    expect(await page.locator('b', { hasText: /^Ω$/ }).count()).toBe(0);
    await close();
  });
});

describe('One display only', () => {
  const status = { ...twoDisplays, displays: 1, arrangement: 'one', isConsoleApart: false };

  it('asks before any note stands on the screen, once per window', async () => {
    const { page, close } = await consoles.open({ status });
    await page.getByRole('dialog', { name: 'Is this screen shown to the room?' }).waitFor();
    expect(await page.getByText('An MFA reset that does not add up').count()).toBe(0);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await seen(page, 'An MFA reset that does not add up');
    await page.reload();
    await seen(page, 'An MFA reset that does not add up');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await close();
  });

  it('hides titles, notes and the feed where nobody answered, until somebody says that only they see it', async () => {
    const { page, close } = await consoles.open({ status });
    await page.getByRole('dialog', { name: 'Is this screen shown to the room?' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('r');
    await seen(page, /^In the room, 0 of/);
    await page.keyboard.press('g');
    await page.keyboard.type('Nobody may order isolation');
    await page.keyboard.press('Control+Enter');
    await page.getByLabel('Feed, newest first').getByText('G', { exact: true }).waitFor();
    for (const secret of ['An MFA reset that does not add up', 'Nobody may order isolation', 'Notes for you'])
      expect(await page.getByText(secret).count(), secret).toBe(0);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('show notes');
    await page.keyboard.press('Enter');
    await seen(page, 'Notes for you');
    await seen(page, 'Nobody may order isolation');
    await page.getByRole('button', { name: 'Hide notes' }).press('Enter');
    await page.getByText('Notes for you').waitFor({ state: 'detached' });
    await close();
  });

  it('hides what is not saved yet where the room reads along', async () => {
    const { page, close } = await consoles.open({ status });
    await page.getByRole('button', { name: 'Yes: hide notes' }).click();
    await setDisk(page, { isFull: true });
    await page.keyboard.press('g');
    await page.keyboard.type('Not for the room');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('list', { name: 'Not saved yet' }).getByText('Hidden here').waitFor();
    expect(await page.getByText('Not for the room').count()).toBe(0);
    await close();
  });

  it('hides notes, expected actions, answers and what comes next when the room reads along', async () => {
    const { page, close } = await consoles.open({ status });
    await page.getByRole('button', { name: 'Yes: hide notes' }).click();
    await page.keyboard.press('r');
    await seen(page, 'The room can see this screen');
    const words = await page.locator('body').innerText();
    const [first, second] = consoles.q2.injects;
    for (const secret of [
      first?.notes?.slice(0, 30),
      first?.expect[0]?.do,
      first?.held_back[0]?.answer,
      second?.title,
    ]) {
      expect(words).not.toContain(secret);
    }
    await close();
  });
});

describe('Somebody who facilitates and plays', () => {
  it('reads an inject’s notes and answers only once it is released', async () => {
    const plan = { ...setupFor(consoles.q2).plan, seat: 'both' as const };
    const { page, close } = await consoles.open({ setup: { plan } });
    await seen(page, 'Due now');
    const [first] = consoles.q2.injects;
    expect(await page.locator('body').innerText()).not.toContain(first?.title);
    await page.keyboard.press('r');
    await seen(page, 'Notes for you');
    expect(await page.locator('body').innerText()).toContain(first?.title);
    await close();
  });
});

describe('An inject for named roles', () => {
  it('says whom it is for, and is shown large on this screen when asked', async () => {
    const { page, close } = await consoles.open();
    await seen(page, 'Due now');
    await page.getByRole('button', { name: /Attribution with a sanctions/ }).click();
    await page.getByRole('button', { name: 'Preview…' }).click();
    await page
      .getByRole('dialog')
      .getByText(/The room sees nothing of it/)
      .waitFor();
    await page.keyboard.press('Enter');
    await seen(page, /^With .*LEGAL/);
    expect(await page.getByRole('region', { name: 'What the room sees now' }).innerText()).not.toContain('USD');
    await page.getByRole('button', { name: 'Show on laptop' }).click();
    await page.getByRole('dialog', { name: /only$/ }).waitFor();
    await close();
  });
});

describe('After Muster was closed', () => {
  it('asks whether that time counts, and records the answer', async () => {
    const { page, close } = await consoles.open({
      kept: { events: [], drafts: {}, gap: { after: 'restart', ms: 180_000, isCounted: true } },
    });
    await page.getByRole('dialog', { name: /closed for 3 min. Does that time count/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(/the gap does not count/).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await close();
  });

  it.each([
    [{ after: 'sleep', ms: 11_100_000, isCounted: true }, /slept for 3 h 5 min/, 'counts it'],
    [
      { after: 'sleep', ms: 120_000, isCounted: false },
      /slept, or its clock was set ahead, by 2 min/,
      'stands where it was',
    ],
  ] as const)('asks the same after a sleep: %o', async (gap, title, meanwhile) => {
    const { page, close } = await consoles.open({ kept: { events: [], drafts: {}, gap } });
    const question = page.getByRole('dialog', { name: title });
    await question.getByText(`the exercise clock ${meanwhile}`).waitFor();
    expect(await lookAtPage(page)).toEqual([]);
    await question.getByRole('button', { name: 'It counts' }).press('Enter');
    await page.getByText('Clock continued after sleep; the gap counts').waitFor();
    await close();
  });
});

describe('An exercise that can only be read', () => {
  it('says what and where, and offers nothing to record', async () => {
    const readOnly = 'journal-0001.jsonl, line 12: damaged.';
    const { page, close } = await consoles.open({ readOnly });
    await seen(page, readOnly);
    await page.keyboard.press('g');
    expect(await page.getByRole('textbox').count()).toBe(0);
    expect(await lookAtPage(page)).toEqual([]);
    await close();
  });
});
