import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listStandingOf } from '#core/exercise/state.ts';
import { pressAt, save, tabTo, typeInto } from './keyboard.ts';
import { type Screens, serveScreens } from './open-screen.ts';
import { playSample } from './play-sample.ts';
import { holdInMemory } from './review-bridge.ts';

let screens: Screens;
beforeAll(async () => {
  screens = await serveScreens();
});
afterAll(() => screens.close());

async function openReview() {
  const held = holdInMemory(await playSample('q3-insider-threat'));
  const page = await screens.open(held, '/review/2026-q3-insider-threat');
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { page, held };
}

const step = (page: Page, name: string) =>
  page.getByRole('complementary').getByRole('button', { name: new RegExp(`^${name}`) });

describe('The hot wash, by keyboard alone', () => {
  test('asks three questions whose answers are entries at once, and reads back strengths before gaps', async () => {
    const { page, held } = await openReview();
    await pressAt(step(page, 'Hot wash'));
    await typeInto(
      page.getByRole('form', { name: 'What worked that we must keep?' }).getByRole('textbox'),
      'Reading it out',
    );
    await save(page);
    await expect
      .poll(() => page.getByRole('form', { name: 'What worked that we must keep?' }).getByRole('textbox').inputValue())
      .toBe('');
    await page.keyboard.type('The printed list'); // the next answer, where the first one was written
    await save(page);
    await typeInto(
      page
        .getByRole('form', { name: 'Where did we wait, and for what?' })
        .getByRole('textbox', { name: 'What we waited for' }),
      'For a second approver',
    );
    await save(page);
    await typeInto(
      page
        .getByRole('form', { name: 'What one change would help most?' })
        .getByRole('textbox', { name: 'The one change' }),
      'Name two deputies',
    );
    await save(page);
    const said = (type: 'strength_recorded' | 'gap_recorded' | 'action_agreed') =>
      JSON.stringify(listStandingOf(held.state, type).map(({ data }) => data));
    await expect.poll(() => said('action_agreed')).toContain('Name two deputies');
    expect(said('strength_recorded')).toMatch(/Reading it out.*The printed list/);
    expect(said('gap_recorded')).toContain('For a second approver');
    const readBack = page.locator('section', { hasText: 'Read back, strengths first' }).getByRole('listitem');
    const [first = '', ...rest] = await readBack.allTextContents();
    expect(listStandingOf(held.state, 'strength_recorded').some(({ data }) => first.startsWith(data.what))).toBe(true);
    expect(rest.some((words) => words.includes('who volunteers?') || words.includes('nobody named'))).toBe(true);
    await page.close();
  });

  test('says how many gaps are not read back, shows them, and asks who takes what was parked', async () => {
    const { page, held } = await openReview();
    await pressAt(step(page, 'Hot wash'));
    const count = listStandingOf(held.state, 'gap_recorded').length;
    const gaps = page.locator('section', { hasText: 'Read back, strengths first' }).locator('ol').nth(1);
    expect(await gaps.getByRole('listitem').count()).toBe(3);
    await page.getByText(`Gaps: 3 of ${count}, the gravest; one without a severity comes last`).waitFor();
    await pressAt(page.getByRole('button', { name: `Show all ${count} gaps` }));
    expect(await gaps.getByRole('listitem').count()).toBe(count);
    const [parked] = listStandingOf(held.state, 'item_parked');
    const form = page.locator(`#at-${parked?.data.item}`);
    const chip = await page.evaluate("getComputedStyle(document.querySelector('main .kind.P')).backgroundColor");
    expect(chip).not.toMatch(/^rgba\(.*, 0\)$/); // else its letter is white on white
    await form.getByLabel('Who takes it').selectOption({ label: 'Finance' });
    await pressAt(form.getByRole('button', { name: 'Note who takes it' }));
    await expect.poll(() => listStandingOf(held.state, 'item_parked')[0]?.data.by).toBe('FIN');
    await page.close();
  });
});

describe('What was only seen', () => {
  test('becomes a gap with the observation as its evidence', async () => {
    const { page, held } = await openReview();
    await pressAt(step(page, 'Strengths'));
    const before = await page.getByText(/^Became /).count();
    const fold = page.locator('summary', { hasText: 'Make a gap of' }).first();
    const id = (await fold.textContent())?.split(' ').at(-1) ?? '';
    await pressAt(fold);
    await tabTo(page.getByRole('form', { name: `Record another gap, ${id}` }).locator('[name="title"]'));
    await save(page);
    await expect.poll(() => page.getByText(/^Became /).count()).toBe(before + 1);
    expect(await page.evaluate('document.activeElement.id')).toBe(`at-${id}`);
    const gap = listStandingOf(held.state, 'gap_recorded').at(-1)?.data;
    const seen = listStandingOf(held.state, 'observation_recorded').find(({ data }) => data.observation === id);
    expect([gap?.title, gap?.evidence]).toEqual([seen?.data.text, [`#${seen?.seq}`]]);
    await page.close();
  });
});

describe('Decisions', () => {
  test('say what is not written down of them yet, until it is', async () => {
    const { page } = await openReview();
    await pressAt(step(page, 'Decisions'));
    const rows = page.locator('main li');
    const told = await rows.allTextContents();
    const at = told.findIndex((words) => words.includes('what was known'));
    await pressAt(rows.nth(at).getByRole('button', { name: /^Change/ }));
    await typeInto(rows.nth(at).getByLabel('Known at that minute'), 'The log of the vault');
    await save(page);
    await expect.poll(() => rows.nth(at).textContent()).not.toContain('what was known');
    await page.close();
  });
});
