import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EventType } from '#core/exercise/events.ts';
import { openConsoles, passMinutes } from '../../support/open-console.ts';

type Opened = Awaited<ReturnType<Awaited<ReturnType<typeof openConsoles>>['open']>>;

let consoles: Awaited<ReturnType<typeof openConsoles>>;
beforeAll(async () => {
  consoles = await openConsoles();
});
afterAll(() => consoles?.close());

const feed = (page: Page) => page.getByLabel('Feed, newest first');
const press = async (page: Page, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const type = (page: Page, words: string) => page.keyboard.insertText(words);
const eventsOf = async (page: Page): Promise<readonly { type: EventType; m: number; data: { inject?: string } }[]> => {
  const kept = await page.evaluate(() => sessionStorage.getItem('kept-in-memory'));
  return JSON.parse(kept ?? '{"events":[]}').events;
};
/** By the window's own clock, as what is saved later; 0: no such draft is kept yet. */
const begunAt = async (page: Page, text: string): Promise<number> => {
  const kept = await page.evaluate(() => sessionStorage.getItem('kept-in-memory'));
  const drafts: readonly { text?: string; pressedM?: number }[] = Object.values(JSON.parse(kept ?? '{}').drafts ?? {});
  return drafts.find((draft) => draft.text === text)?.pressedM ?? 0;
};
/** All that was recorded since the start. */
const typesOf = async (page: Page) => (await eventsOf(page)).slice(1).map(({ type: kind }) => kind);
const releasedOf = async (page: Page) =>
  (await eventsOf(page)).flatMap(({ type: kind, data }) => (kind === 'inject_released' ? [data.inject] : []));
const seen = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();
/** One after another in one window: each leaves the console as somebody finds it who goes on. */
describe('At the console', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await consoles.open();
    await seen(opened.page, 'Due now');
  });
  afterAll(() => opened?.close());

  it('a presentation clicker releases, ends and leaves nothing', async () => {
    const { page } = opened;
    await press(page, 'PageDown', 'PageUp', 'b', '.', 'F5', 'Escape', 'Shift+F5');
    await seen(page, 'Due now');
    expect(await typesOf(page)).toEqual([]);
  });

  /** Pressed one after the other, without looking; an empty one stands for the text. A chord such as Ctrl Enter is one. */
  const costs: readonly (readonly [what: string, most: number, keys: readonly string[], leaves: EventType])[] = [
    ['releasing what is due', 2, ['r'], 'inject_released'],
    ['releasing before its time', 2, ['r', 'Enter'], 'inject_released'],
    ['a decision', 3, ['d', '', 'Control+Enter'], 'decision_made'],
    ['a gap', 4, ['g', '', 'Control+Enter'], 'gap_recorded'],
    ['undoing', 1, ['Control+z'], 'undone'],
    ['pausing', 2, ['c', 'Enter'], 'exercise_paused'],
    ['going on', 1, ['c'], 'exercise_resumed'],
  ];

  it.each(costs)('%s takes at most %i keystrokes besides its text', async (_, most, keys, leaves) => {
    const { page } = opened;
    const before = await typesOf(page);
    for (const key of keys) await (key === '' ? type(page, 'No deputy') : press(page, key));
    await expect.poll(() => typesOf(page)).toEqual([...before, leaves]);
    expect(keys.filter((key) => key !== '').length).toBeLessThanOrEqual(most);
    await passMinutes(page, 0.1);
  });

  it('what is said while an inject is only looked at is written down, and releases nothing', async () => {
    const { page } = opened;
    const before = await typesOf(page);
    await press(page, 'r');
    await page.getByRole('dialog', { name: /^Preview: / }).waitFor();
    await press(page, ' ', 'o');
    for (const key of 'Two of them') await press(page, key);
    await press(page, 'Control+Enter');
    await expect.poll(() => typesOf(page)).toEqual([...before, 'observation_recorded']);
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('an act on an inject offers the next that is not held, and the other text only where there is one', async () => {
    const { page } = opened;
    const choice = page.getByRole('dialog').getByRole('combobox').first();
    await press(page, 'h');
    const held = await choice.inputValue();
    await press(page, 'Control+Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await press(page, 'Control+k');
    await type(page, 'skip');
    await press(page, 'Enter');
    expect(await choice.inputValue()).not.toBe(held);
    await press(page, 'Escape', 'Control+k');
    await type(page, 'already done');
    await press(page, 'Enter');
    const others = consoles.q2.injects.filter(({ if_already }) => if_already).map(({ id }) => id);
    const offered = await choice
      .locator('option')
      .evaluateAll((options) => options.map((option) => option.getAttribute('value') ?? ''));
    expect(offered.length).toBeGreaterThan(3);
    expect(others).toEqual(expect.arrayContaining(offered));
    await press(page, 'Escape');
  });

  it('Ctrl K takes the place of a form, whose words are kept, and none of what is typed then falls into it', async () => {
    const { page } = opened;
    await press(page, 'h');
    await type(page, 'until noon');
    await press(page, 'Control+k');
    await page.getByRole('dialog', { name: 'Find' }).waitFor();
    await type(page, 'keys');
    await press(page, 'Escape');
    await press(page, 'h');
    expect(await page.getByRole('textbox', { name: /^Until or why/ }).inputValue()).toBe('until noon');
    await page.keyboard.press('Escape');
  });

  it('a form that lost the focus has it again when its letter is pressed again, and closes with Escape', async () => {
    const { page } = opened;
    await press(page, 'g');
    await page.getByRole('button', { name: /^Pause/ }).focus();
    await press(page, 'g');
    await type(page, 'Declare P0 first');
    await press(page, 'Control+Enter');
    await feed(page).getByText('Declare P0 first').waitFor();
    await press(page, 'o');
    await page.getByRole('button', { name: /^Pause/ }).focus();
    await press(page, 'Escape');
    await page.getByRole('textbox', { name: 'What was said or done' }).waitFor({ state: 'detached' });
  });

  it('what is typed when an inject falls due stays where it is, and so does the focus', async () => {
    const { page } = opened;
    const before = await typesOf(page);
    await press(page, 'o');
    await passMinutes(page, 30);
    await seen(page, /^Due, \d+ min ago/);
    await page.keyboard.type('rtuipdg?');
    expect(await page.getByRole('textbox', { name: 'What was said or done' }).inputValue()).toBe('rtuipdg?');
    expect(await typesOf(page)).toEqual(before);
    await press(page, 'Escape');
    await seen(page, 'Draft kept: observe. Press its letter to go on.');
    await press(page, 'o', 'Control+a', 'Delete', 'Escape');
  });

  it('captures one upon another are each saved with their own words, however slow the disk is', async () => {
    const { page } = opened;
    for (const delayMs of [0, 30, 400]) {
      await page.evaluate(`given.disk.delayMs = ${delayMs}`);
      const texts = ['o', 'o', 'g', 's', 'o'].map((key, at) => ({
        key,
        words: `${key} number ${at} after ${delayMs}`,
      }));
      for (const { key, words } of texts) {
        await press(page, key);
        await type(page, words);
        await press(page, 'Control+Enter');
      }
      for (const { words } of texts) await feed(page).getByText(words, { exact: true }).waitFor();
    }
    expect(await page.locator('aside form').count()).toBe(0);
    await seen(page, 'Press a letter. The time is taken at the key press; write when you can.');
  });

  it('a capture carries the time of its key press and is there again after a reload', async () => {
    const { page } = opened;
    const pressed = (await eventsOf(page)).at(-1)?.m ?? 0;
    await press(page, 'g');
    await passMinutes(page, 3);
    await type(page, 'Nobody may order');
    await page.waitForFunction(() => sessionStorage.getItem('kept-in-memory')?.includes('Nobody may order'));
    await page.reload();
    await seen(page, 'Draft kept: gap. Press its letter to go on.');
    await press(page, 'g');
    await type(page, ' isolation');
    await press(page, 'Control+Enter');
    await feed(page).getByText('Nobody may order isolation').waitFor();
    const saved = (await eventsOf(page)).at(-1);
    expect(saved).toMatchObject({ type: 'gap_recorded' });
    expect((saved?.m ?? 0) - pressed).toBeLessThan(60_000);
    expect(await page.evaluate(() => sessionStorage.getItem('kept-in-memory'))).not.toContain('"capture-gap"');
  });

  it('a decision that is opened again says when it was begun, and is set to now at one press', async () => {
    const { page } = opened;
    await press(page, 'd');
    expect(await page.getByRole('button', { name: /^Set to now/ }).count()).toBe(0);
    await type(page, 'Ring the bank');
    await press(page, 'Escape');
    await expect.poll(() => begunAt(page, 'Ring the bank')).toBeGreaterThan(0);
    const begun = await begunAt(page, 'Ring the bank');
    await passMinutes(page, 8);
    await press(page, 'd');
    await seen(page, 'Begun 8 min ago, and saved with that time.');
    await page.getByRole('button', { name: /^Set to now, T\+/ }).press('Enter');
    await page.getByText(/^Begun/).waitFor({ state: 'detached' });
    await type(page, ' now');
    await press(page, 'Control+Enter');
    await feed(page).getByText('Ring the bank now').waitFor();
    const saved = (await eventsOf(page)).at(-1);
    expect(saved).toMatchObject({ type: 'decision_made' });
    expect((saved?.m ?? 0) - begun).toBeGreaterThanOrEqual(8 * 60_000);
  });

  it('a draft is thrown away at one press, and its form opens empty with the time of its own key', async () => {
    const { page } = opened;
    const before = await typesOf(page);
    await press(page, 'd');
    await type(page, 'Said by mistake');
    await press(page, 'Escape', 'd');
    await page.getByRole('button', { name: 'Discard the draft' }).press('Enter');
    await seen(page, 'Press a letter. The time is taken at the key press; write when you can.');
    await page.waitForFunction(() => !sessionStorage.getItem('kept-in-memory')?.includes('Said by mistake'));
    await press(page, 'd');
    expect(await page.getByRole('form', { name: 'Decision' }).getByRole('textbox').first().inputValue()).toBe('');
    expect(await page.getByText(/^Begun/).count()).toBe(0);
    await press(page, 'Escape');
    expect(await typesOf(page)).toEqual(before);
  });

  it('a form opens empty while words of its kind are on their way, and with what was left half typed meanwhile', async () => {
    const { page, problems } = opened;
    const save = async (words: string) => {
      await press(page, 'o');
      await type(page, words);
      await press(page, 'Control+Enter');
    };
    await page.evaluate('given.disk.delayMs = 60_000');
    await save('On its way first');
    await passMinutes(page, 0.5);
    await save('On its way second');
    await passMinutes(page, 0.6);
    await feed(page).getByText('On its way first', { exact: true }).waitFor();
    await press(page, 'o');
    await type(page, 'Half a sent');
    await press(page, 'Escape');
    await save('ence');
    await passMinutes(page, 1.1);
    for (const words of ['On its way second', 'Half a sentence'])
      await feed(page).getByText(words, { exact: true }).waitFor();
    expect(problems).toEqual([]);
  });
});

describe('REAL WORLD', () => {
  it('takes two keystrokes in the middle of a gap, whose words are kept', async () => {
    const { page, close } = await consoles.open();
    await seen(page, 'Due now');
    await press(page, 'r', 'g');
    await type(page, 'No deputy');
    await press(page, 'F8', 'Enter');
    await expect.poll(() => typesOf(page)).toEqual(['inject_released', 'real_world_stop']);
    await page.waitForFunction(() => sessionStorage.getItem('kept-in-memory')?.includes('No deputy'));
    await close();
  });
});

describe('Of two injects of the same minute', () => {
  it('the one the script has first goes out at the first R, the other at the second', async () => {
    const injects = consoles.q2.injects.map((inject, at) => (at === 1 ? { ...inject, t: 0 } : inject));
    const { page, close } = await consoles.open({ scenario: { ...consoles.q2, injects }, setup: { left_out: [] } });
    await seen(page, 'Due now');
    await press(page, 'r');
    await expect.poll(async () => (await releasedOf(page)).length).toBe(1);
    await press(page, 'r');
    await expect.poll(() => releasedOf(page)).toEqual(injects.slice(0, 2).map(({ id }) => id));
    await close();
  });
});
