import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SavedEvent } from '#core/exercise/events.ts';
import { replay } from '#core/exercise/evolve.ts';
import type { ExerciseState } from '#core/exercise/state.ts';
import { roomView } from '#core/exercise/views/room-view.ts';
import type { Act } from '#renderer/console/screens/live/act.ts';
import { listActs } from '#renderer/console/screens/live/acts.ts';
import { isEvil, markup, writeHostile } from '../../support/hostile-text.ts';
import { openConsoles } from '../../support/open-console.ts';
import { launchBrowser, RoomWindow } from '../room/room-window.ts';

let consoles: Awaited<ReturnType<typeof openConsoles>>;
let browser: Browser;
beforeAll(async () => {
  [consoles, browser] = await Promise.all([openConsoles(), launchBrowser()]);
});
afterAll(async () => {
  await consoles?.close();
  await browser?.close();
});

const eventsOf = async (page: Page): Promise<readonly SavedEvent[]> => {
  const kept = await page.evaluate(() => sessionStorage.getItem('kept-in-memory'));
  return JSON.parse(kept ?? '{"events":[]}').events;
};
const stateOf = async (page: Page): Promise<ExerciseState> => replay(consoles.q2, await eventsOf(page));

const isWritten = (field: Act['fields'][number]) => field.kind === 'line' || field.kind === 'text';
/** Acts with something to write. Those that stop play come last, because nothing else can be done then. */
const stopping = ['pause', 'suspend', 'real-world'];
const listWritten = (state: ExerciseState) =>
  listActs({ state })
    .filter(({ fields }) => fields.some(isWritten))
    .sort((a, b) => stopping.indexOf(a.id) - stopping.indexOf(b.id));

async function openAct(page: Page, { name }: Act): Promise<Locator> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(name);
  await page.locator('[role=option] > span:first-child').getByText(name, { exact: true }).first().click();
  return page.locator(`dialog[open] form, form[aria-label="${name}"]`).first();
}

/** Every line and text of the form. Gives what was typed, by field. */
async function fill(form: Locator, { id, fields }: Act): Promise<ReadonlyMap<string, string>> {
  for (const more of await form.locator('summary').all()) await more.click();
  const typed = new Map<string, string>();
  for (const field of fields) {
    const choice = form.locator(`select[name="${field.name}"]`);
    if (field.kind === 'choice' && field.isNeeded && (await choice.inputValue()) === '')
      await choice.selectOption({ index: 1 });
    if (field.kind === 'many') await form.getByRole('checkbox').first().check();
    if (!isWritten(field)) continue;
    const text = writeHostile(`${id}.${field.name}`);
    await form.locator(`[name="${field.name}"]`).fill(text);
    typed.set(field.name, text);
  }
  return typed;
}

async function submit(page: Page, form: Locator, { fields }: Act): Promise<'saved' | string> {
  const before = (await eventsOf(page)).length;
  const first = fields.find(isWritten)?.name;
  const alerts = page.locator('[role=alert]');
  const read = async () => (await alerts.allInnerTexts()).join(' ').trim();
  const toldBefore = await read(); // stands until this try is answered
  await form.locator(`[name="${first}"]`).press('Control+Enter');
  let told = '';
  await expect
    .poll(async () => {
      told = await read();
      return (await eventsOf(page)).length > before || (told !== '' && told !== toldBefore);
    })
    .toBe(true);
  return (await eventsOf(page)).length > before ? 'saved' : told;
}

async function checkPage(page: Page, what: string): Promise<void> {
  const size = '[document.documentElement.scrollWidth, document.documentElement.scrollHeight]';
  expect(await page.evaluate(size), what).toEqual([1280, 800]);
  expect(await page.evaluate(isEvil), what).toBe(false);
}

describe('Ten thousand characters of markup, right to left and emoji', () => {
  it('in every field of every act stand as text in console and room, or are refused with the limit and kept', async () => {
    const { page, problems, close } = await consoles.open();
    const room = await RoomWindow.open(browser);
    await room.page.setViewportSize({ width: 1280, height: 800 });
    await page.getByText('Due now').first().waitFor();
    await page.keyboard.press('r');
    await page.getByText(/In the room, 0 of/).waitFor();
    const done = new Set<string>();
    const refused: string[] = [];
    for (;;) {
      const act = listWritten(await stateOf(page)).find(({ id }) => !done.has(id));
      if (!act) break;
      done.add(act.id);
      const form = await openAct(page, act);
      const typed = new Map(await fill(form, act));
      await checkPage(page, `${act.id}, typed`);
      for (let told = await submit(page, form, act); told !== 'saved'; told = await submit(page, form, act)) {
        const [, label, most] = /^(.*): at most (\d+) characters, and this has 10000\. Shorten it/.exec(told) ?? [];
        const field = act.fields.find((one) => one.label === label);
        expect(field?.name, `${act.id}: ${told.slice(0, 300)}`).toBeDefined();
        const line = form.locator(`[name="${field?.name}"]`);
        expect(await line.inputValue()).toHaveLength(10_000);
        refused.push(`${act.id}.${field?.name} ${most}`);
        typed.set(field?.name ?? '', writeHostile(act.id, Number(most)));
        await line.fill(typed.get(field?.name ?? '') ?? '');
      }
      const saved = JSON.stringify(await eventsOf(page));
      for (const [name, text] of typed)
        expect(saved.includes(JSON.stringify(text).slice(1, -1)), `${act.id}.${name}`).toBe(true);
      await page.locator('dialog[open]').waitFor({ state: 'detached' });
      await checkPage(page, `${act.id}, saved`);
      const state = await stateOf(page);
      await room.show({
        show: 'view',
        view: roomView(state, (await eventsOf(page)).at(-1)?.m ?? 0),
        page: 0,
        pageBeside: 0,
      });
      expect(await room.listOverflow(), act.id).toEqual([]);
      expect(await room.page.evaluate(isEvil), act.id).toBe(false);
      if (state.phase !== 'running') await resume(page);
    }
    for (const stop of stopping) expect([...done]).toContain(stop);
    expect(done.size).toBeGreaterThan(20);
    expect(refused).toEqual(['capture-action.title 100', 'arrived.name 200']);
    expect(await page.locator('body').innerText()).toContain(markup);
    expect(problems).toEqual([]);
    await close();
  }, 120_000);
});

async function resume(page: Page): Promise<void> {
  const [act] = listActs({ state: await stateOf(page) }).filter(({ verb }) => verb === 'resume_exercise');
  if (!act) throw new Error('it cannot be resumed');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(act.name);
  await page.keyboard.press('Enter');
  if (act.isConfirmed) await page.locator('dialog[open] form [type=submit]').click();
  await expect.poll(async () => (await stateOf(page)).phase).toBe('running');
}
