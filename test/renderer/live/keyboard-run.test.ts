import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openConsoles, passMinutes } from '../../support/open-console.ts';

let consoles: Awaited<ReturnType<typeof openConsoles>>;
beforeAll(async () => {
  consoles = await openConsoles();
});
afterAll(() => consoles?.close());

const feed = (page: Page) => page.getByLabel('Feed, newest first');
const press = async (page: Page, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const type = (page: Page, words: string) => page.keyboard.type(words);
const eventsOf = async (page: Page): Promise<readonly { type: string; m: number; data: Record<string, unknown> }[]> => {
  const kept = await page.evaluate(() => sessionStorage.getItem('kept-in-memory'));
  return JSON.parse(kept ?? '{"events":[]}').events;
};
const typesOf = async (page: Page) => (await eventsOf(page)).map(({ type: kind }) => kind);
const seen = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();

/** A key that comes while a dialog still lies open is the dialog's. */
const dialogClosed = (page: Page) => page.locator('dialog[open]').waitFor({ state: 'detached' });

async function capture(page: Page, key: string, words: string): Promise<void> {
  await press(page, key);
  await type(page, words);
  await press(page, 'Control+Enter');
  await feed(page).getByText(words).waitFor();
}

describe('Some minutes of Q2 by keyboard alone', () => {
  it('releases, captures, decides, holds, skips, takes back, pauses, resumes and ends', async () => {
    const { page, problems, close } = await consoles.open();
    await seen(page, 'Due now');

    await press(page, 'r');
    await feed(page).getByText('“An MFA reset that does not add up” released').waitFor();

    await capture(page, 'g', 'Nobody may order isolation');
    await capture(page, 's', 'DevOps brought both options');
    await capture(page, 'o', 'Two people answered the press');
    await capture(page, 'a', 'Legal finds out who may shut down');
    await capture(page, 'p', 'Who speaks to the works council?');

    await press(page, 'd');
    await type(page, 'Not yet');
    await press(page, 'Tab');
    await type(page, 'Tell the landlord?');
    await press(page, 'Control+Enter');
    await feed(page).getByText('Tell the landlord? Decided: Not yet').waitFor();

    await press(page, 'h');
    await page.getByRole('dialog', { name: 'Hold' }).waitFor();
    await type(page, 'Until DevOps is back');
    await press(page, 'Control+Enter');
    await dialogClosed(page);
    await seen(page, 'Until DevOps is back');

    await press(page, 'Control+k');
    await type(page, 'skip');
    await press(page, 'Enter');
    await page.getByRole('dialog', { name: 'Skip' }).waitFor();
    await type(page, 'Out of time');
    await press(page, 'Control+Enter');
    await dialogClosed(page);
    await feed(page)
      .getByText(/skipped: Out of time/)
      .waitFor();
    await press(page, 'Control+z');
    await feed(page)
      .getByText(/skipped: Out of time/)
      .waitFor({ state: 'detached' });

    await press(page, 'Control+k');
    await type(page, 'pause');
    await press(page, 'Enter');
    await press(page, 'Enter');
    await seen(page, /^Paused/);
    await dialogClosed(page);
    await press(page, 'r');
    await seen(page, 'The exercise is paused, so the room gets nothing new.');
    await press(page, 'Control+k');
    await type(page, 'resume');
    await press(page, 'Enter');
    await seen(page, 'Running');

    await press(page, 'Control+k');
    await type(page, 'end exercise');
    await press(page, 'Enter');
    await page.getByRole('dialog', { name: 'End exercise' }).waitFor();
    expect(await page.evaluate('document.activeElement.innerText')).toBe('Cancel'); // a second Enter ends nothing
    await press(page, 'Control+Enter');
    await page.waitForURL(/#\/review\//);

    expect(await typesOf(page)).toEqual([
      'exercise_started',
      'inject_released',
      'gap_recorded',
      'strength_recorded',
      'observation_recorded',
      'action_agreed',
      'item_parked',
      'decision_made',
      'inject_held',
      'inject_skipped',
      'undone',
      'exercise_paused',
      'exercise_resumed',
      'exercise_ended',
    ]);
    expect(problems).toEqual([]);
    await close();
  });

  it('records a decision of the script from its card, with its running time', async () => {
    const { page, close } = await consoles.open();
    await seen(page, 'Due now');
    await press(page, 'Control+k');
    await type(page, 'Q2-070');
    await press(page, 'Enter');
    await page.getByRole('button', { name: 'Preview…' }).focus();
    await press(page, 'Enter');
    await page
      .getByRole('dialog')
      .getByText(/machines gone/)
      .waitFor();
    await press(page, 'Enter');
    const card = page.getByRole('region', { name: /^Decision D/ });
    await card.getByText('target 8:00').waitFor();
    await passMinutes(page, 9);
    await card.getByText(/over/).waitFor();
    await card.getByRole('radio').first().focus();
    await press(page, 'Space');
    await card.getByRole('button', { name: 'Record decision' }).focus();
    await press(page, 'Enter', 'Control+Enter');
    await card.getByText(/Full isolation, everything dark, by/).waitFor();
    expect((await typesOf(page)).at(-1)).toBe('decision_made');
    await close();
  });

  it('ticks an expected action and answers a held-back fact', async () => {
    const { page, close } = await consoles.open();
    await seen(page, 'Due now');
    await press(page, 'r');
    const action = page.getByRole('checkbox', { name: /Suspends the account/ });
    await action.focus();
    await press(page, 'Enter');
    await feed(page)
      .getByText(/Observed: Suspends the account/)
      .waitFor();
    await page.getByText('Who was the caller?').focus();
    await page.locator('summary', { hasText: 'Who was the caller?' }).focus();
    await press(page, 'Enter');
    const fact = page.locator('details', { hasText: 'Who was the caller?' });
    await fact.getByRole('button', { name: 'Nobody knows yet' }).focus();
    await press(page, 'Enter');
    await feed(page)
      .getByText(/Who was the caller\? Answer: nobody knows yet/)
      .waitFor();
    await close();
  });
});

describe('A capture', () => {
  it('carries the time of its key press and is there again after a reload', async () => {
    const { page, close } = await consoles.open();
    await seen(page, 'Due now');
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
    const saved = (await eventsOf(page)).find(({ type: kind }) => kind === 'gap_recorded');
    expect(saved?.m).toBeLessThan(60_000);
    expect(await page.evaluate(() => sessionStorage.getItem('kept-in-memory'))).not.toContain('"capture-gap"');
    await close();
  });

  it('keeps the focus and the typing where they are when an inject falls due', async () => {
    const { page, close } = await consoles.open();
    await seen(page, 'Due now');
    await press(page, 'r', 'o');
    await passMinutes(page, 30);
    await seen(page, /^Due, \d+ min ago/);
    await type(page, 'rtuipdg?');
    expect(await page.getByRole('textbox', { name: 'What was said or done' }).inputValue()).toBe('rtuipdg?');
    expect((await typesOf(page)).filter((kind) => kind === 'inject_released')).toHaveLength(1);
    await press(page, 'Escape');
    await seen(page, 'Draft kept: observe. Press its letter to go on.');
    await close();
  });
});

describe('Captures one upon the other', () => {
  it('are each saved with their own words, however slow the disk is', async () => {
    const { page, close } = await consoles.open();
    await seen(page, 'Due now');
    for (const delayMs of [0, 30, 400]) {
      await page.evaluate(`given.disk.delayMs = ${delayMs}`);
      const texts = ['o', 'o', 'g', 's', 'o'].map((key, at) => ({
        key,
        words: `${key} number ${at} after ${delayMs}`,
      }));
      for (const { key, words } of texts) {
        await press(page, key);
        await page.keyboard.insertText(words);
        await press(page, 'Control+Enter');
      }
      for (const { words } of texts) await feed(page).getByText(words, { exact: true }).waitFor();
    }
    expect(await page.locator('aside form').count()).toBe(0);
    await seen(page, 'Press a letter. The time is taken at the key press; write when you can.');
    await close();
  });
});

describe('A piece of several pages', () => {
  it('is turned by arrow and from the palette, never beyond its ends', async () => {
    const { page, close } = await consoles.open();
    await seen(page, 'Due now');
    await press(page, 'r');
    const at = (number: number) => page.getByText(`Page ${number} of 3`).first().waitFor();
    await at(1);
    await press(page, 'ArrowLeft', 'ArrowRight');
    await at(2);
    await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight');
    await at(3);
    await press(page, 'Control+k');
    await type(page, 'previous page');
    await press(page, 'Enter');
    await at(2);
    await close();
  });
});

describe('An act that concerns an inject', () => {
  it('offers the next that is not held, and the other text only where there is one', async () => {
    const { page, close } = await consoles.open();
    await seen(page, 'Due now');
    await press(page, 'r');
    await seen(page, /^In the room, 0 of/);
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
    await close();
  });
});

describe('A form that lost the focus', () => {
  it('has it again when its letter is pressed again, and closes with Escape', async () => {
    const { page, close } = await consoles.open();
    await seen(page, 'Due now');
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
    await close();
  });

  it('is named before the exercise ends, and its words stand in Review', async () => {
    const { page, close } = await consoles.open();
    await seen(page, 'Due now');
    await press(page, 'r', 's');
    await type(page, 'DevOps brought both options');
    await seen(page, 'Draft kept');
    await press(page, 'Escape', 'Control+k');
    await type(page, 'end exercise');
    await press(page, 'Enter');
    await seen(page, 'Typed and not saved yet: strength.');
    await press(page, 'Control+Enter');
    await seen(page, 'Typed in the console and not saved before the exercise ended');
    await seen(page, 'DevOps brought both options');
    await page.getByRole('button', { name: /^Drop it/ }).press('Enter');
    await page.getByText('DevOps brought both options').waitFor({ state: 'detached' });
    await close();
  });
});

describe('A decision the script asks for', () => {
  it('is what the letter answers while its inject is in the room', async () => {
    const { page, close } = await consoles.open();
    await seen(page, 'Due now');
    const asking = consoles.q2.injects.find(({ decision }) => decision !== undefined);
    for (let released = 0; released < consoles.q2.injects.length; released += 1) {
      await press(page, 'r');
      const early = page.getByRole('dialog', { name: /^Preview/ });
      if (released > 0) await early.waitFor(); // only the first is due already
      if (released > 0) await press(page, 'Enter');
      await page
        .getByText(/^In the room, 0 of|^With /)
        .first()
        .waitFor();
      if ((await page.getByRole('heading', { level: 2, name: asking?.title ?? '' }).count()) > 0) break;
    }
    await press(page, 'd');
    await type(page, 'An attack, until somebody shows otherwise');
    await press(page, 'Control+Enter');
    await feed(page).getByText('An attack, until somebody shows otherwise').waitFor();
    const made = (await eventsOf(page)).find(({ type: kind }) => kind === 'decision_made');
    expect(made?.data).toMatchObject({ decision: asking?.decision?.id });
    await close();
  });
});

describe('A presentation clicker', () => {
  it('releases, ends and leaves nothing', async () => {
    const { page, close } = await consoles.open();
    await seen(page, 'Due now');
    const before = await typesOf(page);
    await press(page, 'PageDown', 'PageUp', 'b', '.', 'F5', 'Escape', 'Shift+F5');
    await seen(page, 'Due now');
    expect(await typesOf(page)).toEqual(before);
    await close();
  });

  it('is no reason for the panic key not to blank the room', async () => {
    const { page, close } = await consoles.open();
    await seen(page, 'Room live');
    await press(page, 'F9');
    await seen(page, 'Room blank');
    await press(page, 'F9');
    await seen(page, 'Room live');
    await close();
  });
});
