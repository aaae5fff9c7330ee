import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listLog } from '#core/exercise/log.ts';
import { type FormVerb, reviewPlaces, reviewSteps } from '#core/review/review-places.ts';
import { isEvil, markup, writeHostile } from '../../support/hostile-text.ts';
import { type Screens, serveScreens } from './open-screen.ts';
import { playSample } from './play-sample.ts';
import { holdInMemory, type InMemory } from './review-bridge.ts';

let screens: Screens;
beforeAll(async () => {
  screens = await serveScreens();
});
afterAll(() => screens.close());

/** No field of its own to write in: it is pressed. */
const pressed: ReadonlySet<FormVerb> = new Set(['finalise_report']);
const verbs = (Object.keys(reviewPlaces) as FormVerb[]).filter((verb) => !pressed.has(verb)); // keys of a closed record

async function check(page: Page, what: string): Promise<void> {
  expect(Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth')), what).toBeLessThanOrEqual(0);
  expect(await page.evaluate(isEvil), what).toBe(false);
}

async function unfold(page: Page): Promise<void> {
  await page.evaluate("for (const folded of document.querySelectorAll('main details')) folded.open = true");
  const change = page.locator('main li').getByRole('button', { name: /^(Change|Withdraw|Keep it)/, expanded: false });
  const [first, last] = [change.filter({ hasText: /^Change/ }).first(), change.filter({ hasText: /^Withdraw/ }).last()];
  for (const button of [first, last, change.filter({ hasText: /^Keep/ }).first()])
    if ((await button.count()) > 0) await button.click(); // of two entries: one form an entry
}

type Control = {
  readonly name: string;
  readonly type: string;
  readonly inputMode: string;
  readonly placeholder: string;
  readonly disabled: boolean;
  readonly checkVisibility: (how: object) => boolean;
};

function tellField(control: unknown) {
  const { name, type, inputMode, disabled, placeholder } = control as Control;
  const isSeen = (control as Control).checkVisibility({ visibilityProperty: true });
  return { name, kind: type, mode: inputMode, placeholder, isOffered: isSeen && !disabled };
}

/** Every line of it hostile, everything else as good as any. Gives what was typed, by field. */
async function fill(form: Locator, verb: string): Promise<Map<string, string>> {
  const typed = new Map<string, string>();
  for (const field of await form.locator('input, textarea, select').all()) {
    const { name, kind, mode, placeholder, isOffered } = await field.evaluate(tellField);
    if (!isOffered) continue;
    if (verb === 'amend_entry' && !kind.startsWith('text')) continue; // what others refer to is not changed under them
    if (kind === 'select-one') await field.selectOption({ index: 1 });
    else if (placeholder === 'YYYY-MM-DD') await field.fill('2099-12-01');
    else if (mode === 'decimal' || mode === 'numeric') await field.fill('3');
    else if (kind === 'radio') await field.press('Space');
    else if (kind === 'text' || kind === 'textarea') {
      typed.set(name, writeHostile(`${verb}.${name}`));
      await field.fill(typed.get(name) ?? '');
    }
  }
  return typed;
}

/** Saves; what is too long is shortened to the limit it names. Gives why it was refused otherwise. */
async function save(held: InMemory, form: Locator, typed: Map<string, string>): Promise<string | null> {
  const before = held.given.length;
  const position = held.state.position;
  const alert = form.getByRole('alert');
  await form.locator('[type=submit]').click();
  let told = '';
  await expect
    .poll(async () => {
      told = (await alert.allInnerTexts()).join(' ').trim();
      return held.state.position > position || told !== '';
    })
    .toBe(true);
  if (held.state.position > position) return null;
  const most = Number(/at most (\d+)/.exec(told)?.[1]);
  const wrong = form.locator('[aria-invalid=true]');
  const field = ((await wrong.count()) > 0 && (await wrong.first().getAttribute('name'))) || 'title';
  if (!most || held.given.length > before + 1) return told;
  expect(await form.locator(`[name="${field}"]`).inputValue()).toHaveLength(10_000);
  typed.set(field, writeHostile('short', most));
  await form.locator(`[name="${field}"]`).fill(typed.get(field) ?? '');
  return save(held, form, typed);
}

/** Goes through every step and fills the first form of each verb. */
async function fillAll(held: InMemory, page: Page, only: readonly FormVerb[]): Promise<Map<string, string>> {
  const outcomes = new Map<string, string>();
  for (const { name } of [...reviewSteps.slice(1), ...reviewSteps.slice(0, 1)]) {
    // the hot wash last: of each entry it asks one line
    await page
      .getByRole('complementary')
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .click();
    await unfold(page);
    const found = await page.locator('main form').evaluateAll((all) => {
      return all.map((form) => (form as unknown as { dataset: { verb: string } }).dataset.verb);
    });
    for (const verb of new Set(found)) {
      if (outcomes.has(verb) || !only.some((wanted) => wanted === verb)) continue;
      if (verb === 'amend_entry' && name !== 'Strengths and observations') continue; // the first gap is referred to
      await unfold(page);
      const form = page.locator(`main form[data-verb="${verb}"]`).first();
      const typed = await fill(form, verb);
      if (typed.size === 0) continue;
      await check(page, `${verb}, typed`);
      const refusal = await save(held, form, typed);
      outcomes.set(verb, refusal ?? 'saved');
      const saved = JSON.stringify(listLog(held.state.log));
      if (refusal === null)
        for (const [field, text] of typed)
          expect(saved.includes(JSON.stringify(text).slice(1, -1)), `${verb}.${field}`).toBe(true);
      await check(page, `${verb}, saved`);
    }
    await check(page, name);
  }
  return outcomes;
}

describe('Ten thousand characters of markup, right to left and emoji', () => {
  test('in every field of every form of the review stand as text there and in the report', async () => {
    const blaming = '  - {at: 300, observation: "The analyst should have called.", kind: fact}';
    const held = holdInMemory(await playSample('q3-insider-threat', (text) => `${text.trimEnd()}\n${blaming}\n`));
    const page = await screens.open(held, '/review/2026-q3-insider-threat');
    await page.getByRole('heading', { level: 1 }).waitFor();
    const during = verbs.filter((verb) => verb !== 'open_revision');
    const outcomes = await fillAll(held, page, during);
    expect(Object.fromEntries(outcomes)).toEqual(Object.fromEntries(during.map((verb) => [verb, 'saved'])));
    await page.evaluate(`location.hash = '/report/2026-q3-insider-threat'`);
    await page.getByText('What the post-mortem says now').waitFor();
    await check(page, 'report');
    expect(await page.locator('main').innerText()).toContain(markup);
    await page.close();
  }, 120_000);

  test('in the reason for a revision too', async () => {
    const held = holdInMemory(await playSample('q1-data-breach'));
    const page = await screens.open(held, '/review/2026-q1-data-breach');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(Object.fromEntries(await fillAll(held, page, ['open_revision']))).toEqual({ open_revision: 'saved' });
    await page.close();
  });
});
