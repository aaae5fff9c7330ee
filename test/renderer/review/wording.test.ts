import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listStandingOf } from '#core/exercise/state.ts';
import { listCutRings } from '../../support/list-cut-rings.ts';
import { lookAtPage } from '../../support/look-at-page.ts';
import { pressAt, save, typeInto } from './keyboard.ts';
import { type Screens, serveScreens } from './open-screen.ts';
import { type Edit, playSample } from './play-sample.ts';
import { holdInMemory } from './review-bridge.ts';

let screens: Screens;
beforeAll(async () => {
  screens = await serveScreens();
});
afterAll(() => screens.close());

async function openReview(edit?: Edit) {
  const held = holdInMemory(await playSample('q3-insider-threat', edit));
  const page = await screens.open(held, '/review/2026-q3-insider-threat');
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { page, held };
}

const step = (page: Page, name: string) =>
  page.getByRole('complementary').getByRole('button', { name: new RegExp(`^${name}`) });
const blaming: Edit = (text) => `${text.trimEnd()}
  - {at: 300, observation: "The analyst should have escalated. It was noted.", kind: fact}
  - {at: 301, observation: "Obviously the list was old.", kind: fact}
`;

describe('While somebody writes', () => {
  test('what blames is said below the field, rewritten at one key, and taken back like any other typing', async () => {
    const { page, held } = await openReview();
    await pressAt(step(page, 'Strengths'));
    await page.evaluate("for (const folded of document.querySelectorAll('main details')) folded.open = true");
    const form = page.getByRole('form', { name: 'Record an observation' });
    const field = form.locator('[name="text"]');
    await typeInto(field, 'It was quiet. The analyst should have escalated.');
    await form.getByText('Blocks FINAL:').waitFor();
    await page.keyboard.press('Control+.');
    await expect.poll(() => field.inputValue()).toMatch(/^It was quiet\. At T\+‹minute› the information available was/);
    expect(await page.evaluate('getSelection().toString()')).toBe('‹minute›');
    await page.keyboard.type('41');
    expect(await field.inputValue()).toMatch(/^It was quiet\. At T\+41 the/);
    await form.getByText('Blocks FINAL:').first().waitFor();
    for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Control+z');
    await expect.poll(() => field.inputValue()).toBe('It was quiet. The analyst should have escalated.');
    await field.fill('It was quiet.');
    await expect.poll(() => form.getByRole('list', { name: 'Wording' }).count()).toBe(0);
    expect(held.given).toEqual([]);
    await page.close();
  });
});

describe('The wording step, by keyboard alone', () => {
  test('leads from what blocks FINAL to other words, or to a reason that whoever signs reads', async () => {
    const { page, held } = await openReview(blaming);
    await pressAt(page.getByRole('complementary').getByRole('button', { name: /Wording “analyst should have”/ }));
    expect(await page.locator('main mark').allTextContents()).toEqual(['analyst should have', 'Obviously']);
    await pressAt(page.getByRole('button', { name: /^Rewrite .*BL-06/ }));
    await page.keyboard.press('Control+.');
    await save(page);
    await expect.poll(() => page.locator('main mark').allTextContents()).toEqual(['analyst should have']);
    await pressAt(page.getByRole('button', { name: /^Keep it .*BL-02/ }));
    await typeInto(page.getByLabel('Reason'), 'x');
    await save(page);
    await page.getByText('say in a few words why they stay').first().waitFor();
    await page.getByLabel('Reason').fill('The very words of the regulator');
    await save(page);
    await page.getByText('Nothing is left to say differently.').waitFor();
    const texts = listStandingOf(held.state, 'observation_recorded').map(({ data }) => data.text);
    expect(texts).toContain('The list was old.');
    await pressAt(step(page, 'Sign-off'));
    await page.getByText('Kept, because: The very words of the regulator').waitFor();
    expect(await page.locator('main mark').allTextContents()).toEqual(['analyst should have']);
    await pressAt(step(page, 'Wording'));
    await pressAt(page.getByRole('button', { name: /^Take it back .*BL-02/ }));
    await typeInto(page.getByLabel('Reason'), 'We rewrite it after all');
    await save(page);
    await page.getByRole('button', { name: /^Keep it .*BL-02/ }).waitFor();
    await page.close();
  });

  test('holds its layout, shows the whole ring of the focus and has no barrier', async () => {
    const { page } = await openReview(blaming);
    await step(page, 'Wording').click();
    await page.getByRole('button', { name: /^Keep it .*BL-02/ }).click();
    await page.getByRole('button', { name: /^Rewrite .*BL-06/ }).click();
    expect(await listCutRings(page)).toEqual([]);
    expect(await lookAtPage(page)).toEqual([]);
    await page.close();
  });
});
