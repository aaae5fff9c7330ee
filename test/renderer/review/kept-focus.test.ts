import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pressAt, save, tabTo, typeInto } from './keyboard.ts';
import { type Screens, serveScreens } from './open-screen.ts';
import { type Edit, playSample } from './play-sample.ts';
import { holdInMemory } from './review-bridge.ts';

let screens: Screens;
let page: Page;
beforeAll(async () => {
  screens = await serveScreens();
  page = await open('q3-insider-threat');
});
async function open(stem: string, edit?: Edit) {
  const opened = await screens.open(holdInMemory(await playSample(stem, edit)), `/review/2026-${stem}`);
  await opened.getByRole('heading', { level: 1 }).waitFor();
  return opened;
}
afterAll(() => screens.close());

const step = (name: string) => page.getByRole('complementary').getByRole('button', { name: new RegExp(`^${name}`) });
const focused = (what: string) => page.evaluate<string>(`document.activeElement.${what}`);

describe('The keyboard goes on where it was', () => {
  test('at the gap whose action was asked for, not at the first', async () => {
    await pressAt(step('Gaps'));
    await pressAt(page.getByRole('button', { name: 'Next', exact: true }));
    await pressAt(page.getByRole('button', { name: /^Add an action/ }));
    await expect.poll(() => focused('id')).toBe('at-G2');
  });

  test('in the form whose words were discarded', async () => {
    await pressAt(step('Strengths'));
    await page.evaluate("for (const folded of document.querySelectorAll('main details')) folded.open = true");
    const form = page.getByRole('form', { name: 'Record an observation' });
    await typeInto(form.locator('[name="text"]'), 'Half a');
    await pressAt(form.getByRole('button', { name: 'Discard what I typed' }));
    await expect.poll(() => focused('name')).toBe('text');
  });

  test('at FINAL, and at what opens it again', async () => {
    page = await open('q4-supply-chain', (text) => text.replace(/^.*finalise: true.*$/m, ''));
    await pressAt(step('Sign-off'));
    await pressAt(page.getByRole('button', { name: /^Make final…/ }));
    await page.keyboard.press('Enter');
    await expect.poll(() => focused('id')).toBe('at-final');
    await page.getByRole('heading', { name: /^FINAL, version 1\.0/ }).waitFor();
    await typeInto(page.getByLabel('Why it is opened again'), 'A date was wrong');
    await save(page);
    await page.getByRole('heading', { name: /^Make version 2\.0 final/ }).waitFor();
    await expect.poll(() => focused('id')).toBe('at-final');
    await tabTo(page.getByRole('button', { name: /^Make final…/ }));
  });
});

describe('What a form shows', () => {
  test('is who approved the summary for customers, and on which day', async () => {
    const approved = '- {at: 11375, approve_summary: {role: LEGAL, name: Ruth Okafor, on: 2026-11-25}}';
    page = await open('q4-supply-chain', (text) => text.replace(/- .at: \d+, finalise: true.*$/m, approved));
    await pressAt(step('Sign-off'));
    await page.getByText('Legal: Ruth Okafor, 25 Nov 2026').waitFor();
  });

  test('is a title in the whole width of its form', async () => {
    await pressAt(step('Actions'));
    await pressAt(page.locator('summary', { hasText: 'Add an action for G1' }));
    await page.locator('main details[open] form [name="title"]').waitFor();
    const widthOf = (part: string) => page.evaluate<number>(`document.querySelector('${part}').offsetWidth`);
    const form = 'main details[open] form';
    expect(await widthOf(`${form} [name="title"]`)).toBe(await widthOf(`${form} [name="done_test"]`));
  });
});
