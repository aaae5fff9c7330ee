import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listStandingOf } from '#core/exercise/state.ts';
import { readYaml } from '#services/scenario/read-yaml.ts';
import { pressAt, save, tabTo, typeInto } from './keyboard.ts';
import { type Screens, serveScreens } from './open-screen.ts';
import { playSample } from './play-sample.ts';
import { holdInMemory } from './review-bridge.ts';

const stem = 'q1-data-breach';
/** A slow typist, a pause of thought at every other key, and half a minute over each entry. */
const charSeconds = 0.3;
const keySeconds = 0.3;
const entrySeconds = 30;

type Fields = Readonly<Record<string, string | number>>;
type Written = { readonly verb: string; readonly fields: Fields };

let screens: Screens;
beforeAll(async () => {
  screens = await serveScreens();
});
afterAll(() => screens.close());

/** What the sample's review holds from the first action on, which is all that is still to be written. */
async function readWork(): Promise<{ readonly work: readonly Written[]; readonly cut: (text: string) => string }> {
  const path = join(import.meta.dirname, '../../../scenarios/samples', `${stem}.captures.yaml`);
  const text = await readFile(path, 'utf8');
  const from = text.search(/^ {2}- \{at: \d+, action: \{id: AI-1,/m);
  const { value } = readYaml(Buffer.from(`captures:\n${text.slice(from)}`));
  const { captures } = value as { readonly captures: readonly Record<string, unknown>[] };
  const verbs = ['action', 'runbook_change', 'rate', 'if_real', 'ask_leadership', 'sign'];
  const work = captures.flatMap((entry): Written[] => {
    const verb = verbs.find((known) => known in entry);
    if (verb === undefined) return [];
    const own = entry[verb];
    const { at: _, [verb]: __, ...beside } = entry;
    const fields = typeof own === 'object' ? { ...own } : { ...beside, own: String(own) };
    return [{ verb, fields: fields as Fields }];
  });
  return { work, cut: (whole) => whole.slice(0, whole.search(/^ {2}- \{at: \d+, action: \{id: AI-1,/m)) };
}

/** An action for each gap that needs one, every rating, and one of each other kind; what is left is counted by its length. */
function isPressed(one: Written, all: readonly Written[]): boolean {
  const { verb, fields } = one;
  if (verb === 'rate') return true;
  if (verb !== 'action') return all.find((other) => other.verb === verb) === one;
  return fields.gap !== 1 && all.find((other) => other.verb === verb && other.fields.gap === fields.gap) === one;
}

/** Counts what a hand does: characters typed, and every other key. */
function countKeys(page: Page) {
  const counted = { chars: 0, keys: 0, entries: 0 };
  const { keyboard } = page;
  const { type, insertText, press } = keyboard;
  keyboard.type = (text) => {
    counted.chars += text.length;
    return type.call(keyboard, text);
  };
  keyboard.insertText = (text) => {
    counted.chars += text.length; // as if it were typed
    return insertText.call(keyboard, text);
  };
  keyboard.press = (key) => {
    counted.keys += 1;
    return press.call(keyboard, key);
  };
  return {
    counted,
    minutes: () => (counted.chars * charSeconds + counted.keys * keySeconds + counted.entries * entrySeconds) / 60,
  };
}

async function fillIn(form: Locator, fields: Fields): Promise<void> {
  await form.waitFor(); // its fold may still be opening
  for (const [name, value] of Object.entries(fields)) {
    const control = form.locator(`[name="${name}"]`);
    if ((await control.count()) === 0) continue;
    if ((await control.evaluate((part) => part.tagName)) !== 'SELECT') {
      await typeInto(control, String(value));
      continue;
    }
    await tabTo(control);
    const steps = await control.evaluate((part, wanted) => {
      const { options, selectedIndex } = part as unknown as {
        options: Iterable<{ value: string }>;
        selectedIndex: number;
      };
      return [...options].findIndex((option) => option.value === wanted) - selectedIndex;
    }, String(value));
    for (let at = 0; at < Math.abs(steps); at += 1)
      await form.page().keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
    expect([name, await control.inputValue()]).toEqual([name, String(value)]);
  }
}

test('From a record as it stands at the end of play to FINAL takes a person at the keyboard less than an hour', async () => {
  const { work: whole, cut } = await readWork();
  const work = whole.filter((one) => isPressed(one, whole));
  const held = holdInMemory(await playSample(stem, cut));
  const page = await screens.open(held, `/review/2026-${stem}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const { counted, minutes } = countKeys(page);
  const side = page.getByRole('complementary');
  const goTo = (name: string) => pressAt(side.getByRole('button', { name: new RegExp(`^${name}`) }));
  const open = (name: string) => pressAt(page.locator('summary', { hasText: name }).last());
  const steps: Readonly<Record<string, string>> = {
    action: 'Actions',
    runbook_change: 'Runbook changes',
    rate: 'Objectives',
    if_real: 'For leadership',
    ask_leadership: 'For leadership',
    sign: 'Sign-off',
  };
  let step = '';
  for (const { verb, fields } of work) {
    const wanted = steps[verb] ?? '';
    if (wanted !== step) await goTo(wanted);
    step = wanted;
    const before = held.state.position;
    const { gap, own, id: _, ...rest } = fields;
    if (verb === 'action') {
      const form = page.getByRole('form', { name: `Agree an action, G${gap}` });
      if ((await form.count()) === 0) await open(`Add an action for G${gap}`);
      await fillIn(form, rest);
    } else if (verb === 'rate') {
      const form = page.getByRole('group', { name: `Final rating of ${own}` });
      await tabTo(form.getByRole('radio', { checked: true }).or(form.getByRole('radio').first()).first());
      for (
        let at = 0;
        at < 5 && !(await form.getByRole('radio', { name: new RegExp(`^${rest.rating}`) }).isChecked());
        at += 1
      )
        await page.keyboard.press('ArrowRight');
      if (rest.reason) await fillIn(page.locator(`section[id="at-${own}"] form`), { reason: rest.reason });
    } else {
      const verbOf = {
        runbook_change: 'propose_runbook_change',
        if_real: 'write_if_real',
        ask_leadership: 'ask_leadership',
        sign: 'sign_report',
      }[verb];
      const form = page.locator(`main form[data-verb="${verbOf}"]`);
      if ((await form.count()) === 0) await open('Ask for something');
      await fillIn(form, {
        ...rest,
        ...(gap === undefined ? {} : { gap: `G${gap}` }),
        ...(own === undefined ? {} : { text: own }),
      });
    }
    await save(page);
    counted.entries += 1;
    await expect
      .poll(() => held.state.position, { message: `${verb} ${JSON.stringify(fields)}` })
      .toBeGreaterThan(before);
  }
  await goTo('Sign-off');
  await expect.poll(() => side.getByRole('status').textContent()).toBe('0 left');
  await pressAt(page.getByRole('button', { name: 'Make final…' }));
  await pressAt(page.getByRole('button', { name: 'Yes, version 1.0 is final' }));
  await expect.poll(() => held.state.phase).toBe('final');
  expect(listStandingOf(held.state, 'action_agreed')).toHaveLength(work.filter(({ verb }) => verb === 'action').length);
  const rest = whole.filter((one) => !work.includes(one));
  const keysEach = counted.keys / counted.entries;
  counted.chars += rest.flatMap(({ fields }) => Object.values(fields)).join('').length;
  counted.keys += keysEach * rest.length;
  counted.entries += rest.length;
  expect(counted.entries).toBe(whole.length);
  expect(minutes(), JSON.stringify(counted)).toBeLessThan(60);
  await page.close();
}, 400_000);
