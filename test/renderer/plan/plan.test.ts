import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerFrom, heldQ1, type Memory, makeMemory } from './memory-answers.ts';
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

async function open(hash: string): Promise<PlanWindow['page']> {
  window = await PlanWindow.open(browser, answerFrom(memory), size, hash);
  return window.page;
}
const saved = () => memory.plans.get('q2-ransomware');

/** By how much the ring around the title, 4 pixels wide, runs into the line above. */
const ringOverLabel = `(() => {
  const title = document.activeElement;
  const above = title.previousElementSibling.getBoundingClientRect();
  return above.bottom - (title.getBoundingClientRect().top - 4);
})()`;

describe('The plan', () => {
  it('saves what is typed by itself and shows it again after a reload', async () => {
    const page = await open('#/plan/q2-ransomware');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Fährwerk Überlingen GmbH');
    await page
      .getByRole('group', { name: 'Legal' })
      .getByRole('button', { name: /Add a person/ })
      .click();
    await page.getByRole('textbox', { name: 'Name, Legal' }).fill('ليلى حداد');
    await page.getByRole('textbox', { name: 'For whom ليلى حداد stands in' }).fill('Priya Nair ');
    await page.getByRole('textbox', { name: 'Health customer' }).fill('Klinikum Süd');
    const date = page.getByLabel('Date in the room');
    await date.fill('02/03/2026');
    await page.getByText('02/03/2026 can be 2 March 2026 or 3 February 2026').waitFor();
    await date.fill('31 OCT');
    await date.press('Tab');
    await page.getByText('31 OCT is no day that can be read').waitFor();
    await date.fill('1.12.2026');
    await page.getByText('Tuesday 1 December 2026').waitFor();
    await date.press('Tab');
    expect(await date.inputValue()).toBe('2026-12-01');
    await page.getByText('Write the time as well').waitFor();
    await page.getByLabel('Time there').fill('25:00');
    await page.getByText('25:00 is no time of day').waitFor();
    await page.getByLabel('Time there').fill('9.05');
    await page.getByLabel('Time there').press('Tab');
    expect(await page.getByLabel('Time there').inputValue()).toBe('09:05');
    await page.getByRole('status').getByText('Saved').waitFor();
    expect(saved()).toMatchObject({
      starts_at: '2026-12-01T09:05',
      organisation: { name: 'Fährwerk Überlingen GmbH' },
      placeholders: { 'customer.health': 'Klinikum Süd' },
      participants: [{ name: 'ليلى حداد', role: 'LEGAL', stands_in_for: 'Priya Nair' }],
    });
    await page.reload();
    await expectValue('Name, Legal', 'ليلى حداد');
    await expectValue('For whom ليلى حداد stands in', 'Priya Nair');
    await expectValue('Health customer', 'Klinikum Süd');
  });

  it('keeps what was typed a moment before a reload, even where it cannot be saved', async () => {
    const page = await open('#/plan/q2-ransomware');
    await page.getByRole('combobox', { name: 'Time zone' }).fill('Berlim');
    await page.getByRole('textbox', { name: 'Newspaper' }).fill('{{org.name}} Post');
    await page.getByRole('textbox', { name: 'Mail domain' }).pressSequentially('muster.example');
    await page.reload();
    await page.getByText('Write a time zone such as').waitFor();
    expect(await page.getByRole('combobox', { name: 'Time zone' }).inputValue()).toBe('Berlim');
    await expectValue('Newspaper', '{{org.name}} Post');
    await page.getByText('2 fields are not saved').waitFor();
    const kept = { organisation: { time_zone: 'UTC', domain: 'muster.example' }, placeholders: {} };
    await expect.poll(saved).toMatchObject(kept);
  });

  it('shows the script’s organisation as an example, takes one’s own, and knows a zone by its city', async () => {
    const page = await open('#/plan/q2-ransomware');
    const name = page.getByRole('textbox', { name: 'Name', exact: true });
    const example = memory.scenarios.get('q2-ransomware')?.placeholders['org.name'] ?? '';
    expect([await name.inputValue(), await name.getAttribute('placeholder')]).toEqual(['', example]);
    await name.fill(example);
    expect(await name.inputValue()).toBe(example);
    await name.fill('Fährwerk');
    await page.getByRole('combobox', { name: 'Time zone' }).fill('berlin');
    await page.keyboard.press('Tab');
    await expect.poll(saved).toMatchObject({ organisation: { name: 'Fährwerk', time_zone: 'Europe/Berlin' } });
    expect(await page.getByRole('combobox', { name: 'Time zone' }).inputValue()).toBe('Europe/Berlin');
    await name.fill('');
    await expect.poll(() => saved()?.organisation.name).toBe(example);
  });

  it('saves the last words when another screen is opened', async () => {
    const page = await open('#/plan/q2-ransomware');
    await page.getByRole('textbox', { name: 'Product or service' }).fill('Ledger');
    await page.evaluate('location.hash = "#/"');
    await page.getByRole('heading', { name: 'Programme 2026' }).waitFor();
    await expect.poll(() => saved()?.organisation.product).toBe('Ledger');
  });

  it('says why it cannot save, and saves on demand', async () => {
    const page = await open('#/plan/q2-ransomware');
    memory.refusal = { code: 'unwritable', message: 'The folder cannot be written.', hint: 'Free some space.' };
    await page.getByRole('textbox', { name: 'Product or service' }).fill('Ledger');
    await page.getByRole('alert').getByText('The folder cannot be written.').waitFor();
    await page.getByRole('status').getByText('Not saved').waitFor();
    memory.refusal = null;
    await page.getByRole('button', { name: 'Save again' }).click();
    await page.getByRole('status').getByText('Saved').waitFor();
    expect(saved()?.organisation.product).toBe('Ledger');
  });

  it('says what a length keeps, and what to drop where the musts do not fit', async () => {
    const page = await open('#/plan/q2-ransomware');
    await page.getByText('10 of 15 injects, 100 min.').waitFor();
    expect(await page.getByRole('radio', { name: / min/ }).count(), 'lengths that fit').toBe(2);
    await page.getByLabel('Or your own minutes').fill('90');
    await page.getByText('the musts need').waitFor();
    await page.getByRole('button', { name: /^Leave out O3/ }).click();
    expect(await focused()).toMatch(/^\d+ of 15 injects/);
    await page.getByText('Nothing is left out.').or(page.getByText('left out.')).first().waitFor();
    await expect
      .poll(() => saved()?.plan)
      .toMatchObject({ length_min: 90, objectives: ['O1', 'O2', 'O4', 'O5', 'O6'] });
    await page.getByLabel('Or your own minutes').fill('two hours');
    await page.getByText('Write whole minutes from 1 to 9999, such as 120. 90 is kept until then.').waitFor();
    await page.getByLabel('Or your own minutes').fill('120');
    await page.keyboard.press('Tab');
    await expect.poll(() => saved()?.plan.length_min).toBe(120);
  });

  it('follows one’s own minutes while they are typed, and Tab goes on from there', async () => {
    const page = await open('#/plan/q2-ransomware');
    const own = page.getByLabel('Or your own minutes');
    await own.fill('');
    await page.keyboard.type('180');
    await page.getByText('15 of 15 injects').waitFor();
    await page.getByText('At 180 min').waitFor();
    expect(await page.getByRole('radio', { name: /180 min/ }).isChecked()).toBe(true);
    await own.fill('30');
    await page.getByText('the musts need').waitFor();
    expect(await focused()).toBe('Or your own minutes');
    await page.keyboard.press('Tab');
    expect(await focused()).toMatch(/^Take \d+ min$/);
    const choose = (minutes: number) => page.getByRole('radio', { name: `${minutes} min` }).check({ force: true });
    await own.fill('soon');
    await choose(105);
    expect(await own.inputValue()).toBe('105');
    await own.fill('soon');
    await choose(180);
    await choose(105);
    expect(await own.inputValue()).toBe('105');
  });

  it('offers no objective to leave out where none alone is enough, and says so', async () => {
    const page = await open('#/plan/q2-ransomware');
    await page.getByLabel('Or your own minutes').fill('30');
    await page.getByText('Leaving out one objective is not enough').waitFor();
    expect(await page.getByRole('button', { name: /^Leave out O/ }).count()).toBe(0);
    await page.getByRole('button', { name: /^Take \d+ min$/ }).press('Enter');
    expect(await focused()).toMatch(/^\d+ of 15 injects/);
  });

  it('is opened with the keyboard at its title, so that Tab goes to what can be done first', async () => {
    const page = await open('#/');
    await page.getByRole('link', { name: 'Plan Cold Restore' }).press('Enter');
    await expect.poll(focused).toBe('Plan: Cold Restore');
    expect(await page.evaluate(ringOverLabel), 'the ring lies on no words').toBeLessThanOrEqual(0);
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Read the script');
  });

  it('flags functions nobody holds, and says what each seat costs before it is chosen', async () => {
    const page = await open('#/plan/q2-ransomware');
    await page.getByText(/Legal is not invited; you will have to play them in \d+ injects/).waitFor();
    const both = page.getByRole('radio', { name: 'I do both' });
    await expect(both.evaluate(describedText)).resolves.toContain('not rated');
    await both.check();
    await expect.poll(() => saved()?.plan.seat).toBe('both');
  });

  it('starts with one press, and puts a refusal in words at the top', async () => {
    await answerFrom(memory).fill_plan?.({ script: 'q2-ransomware' });
    const page = await open('#/plan/q2-ransomware');
    const start = page.getByRole('button', { name: 'Start in the room' });
    await start.waitFor();
    memory.refusal = { code: 'already_live', message: 'Another exercise is running.', hint: 'End it first.' };
    await start.click();
    await expect
      .poll(() => page.evaluate('document.activeElement.textContent'))
      .toContain('Another exercise is running.');
    memory.refusal = null;
    await start.click();
    await page.waitForURL(/#\/live\/2026-q2-ransomware$/);
    expect(memory.started).toEqual(['q2-ransomware']);
  });

  it('asks once before a start that would stand for ever, and Enter again starts', async () => {
    const page = await open('#/plan/q2-ransomware');
    await page.getByLabel('Date in the room').fill('2026-11-24');
    await page.getByLabel('Time there').fill('10:00');
    await page.getByText('This day has passed.').waitFor();
    const start = page.getByRole('button', { name: 'Start in the room' });
    await start.press('Enter');
    const asked = page.getByRole('group', { name: /^Start now\?/ });
    await asked.getByText('Nobody is invited').waitFor();
    await asked.getByText('The plan is for Tuesday 24 November 2026').waitFor();
    await page.keyboard.press('Escape');
    await asked.waitFor({ state: 'detached' });
    expect(memory.started).toEqual([]);
    await page.keyboard.press('Enter');
    await asked.waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/live\/2026-q2-ransomware$/);
    expect(memory.started).toEqual(['q2-ransomware']);
  });

  it('names the exercise that is under way, leads to it, and asks nothing that could not be done', async () => {
    memory.exercises = [{ ...heldQ1, phase: 'paused' }];
    memory.refusal = { code: 'already_going_on', message: 'Not started: only one can be.', hint: 'End it.' };
    const page = await open('#/plan/q2-ransomware/start');
    await page.getByText('Quiet Export is under way.').waitFor();
    expect(await page.getByRole('link', { name: /^Console\s*Quiet Export/ }).getAttribute('href')).toMatch(
      /^#\/live\//,
    );
    await page.getByRole('button', { name: 'Start in the room' }).press('Enter');
    await page.getByRole('alert').getByText('Not started: only one can be.').waitFor();
    expect(await page.getByRole('group', { name: /^Start now\?/ }).count()).toBe(0);
    await page.getByRole('link', { name: 'Open its console' }).press('Enter');
    await page.waitForURL(/#\/live\/2026-q1-data-breach$/);
  });

  it('offers Start again once the other exercise has ended in another window', async () => {
    memory.exercises = [{ ...heldQ1, phase: 'running' }];
    const page = await open('#/plan/q2-ransomware');
    const underWay = page.getByText('Quiet Export is under way.');
    await underWay.waitFor();
    memory.exercises = [heldQ1];
    await page.evaluate("window.dispatchEvent(new Event('focus'))");
    await underWay.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Start in the room' }).press('Enter');
    await page.getByRole('group', { name: /^Start now\?/ }).waitFor();
  });

  it('moves the story by whole weeks and notes runbooks, marking and the previous exercise', async () => {
    memory.exercises = [heldQ1];
    const page = await open('#/plan/q2-ransomware');
    await page.getByRole('button', { name: 'A week later' }).click();
    await page.getByText('Friday 29 May 2026, 16:40').waitFor();
    await page.getByRole('textbox', { name: 'Version of RB-07' }).fill('1.3');
    await page.getByRole('combobox', { name: 'Traffic light (TLP)' }).selectOption('TLP:GREEN');
    await page.getByRole('combobox', { name: 'Previous exercise' }).selectOption('2026-q1-data-breach');
    await page
      .getByText(/What applies to you in law/)
      .first()
      .click();
    await page.getByRole('checkbox', { name: 'We have cyber insurance' }).check();
    await expect
      .poll(() => saved())
      .toMatchObject({
        organisation: { profile: ['cyber_policy'] },
        plan: {
          storyline_start: '2026-05-29T16:40',
          tlp: 'TLP:GREEN',
          previous: '2026-q1-data-breach',
          runbooks: [{ id: 'RB-07', version: '1.3' }],
        },
      });
  });

  it('shows the last row a test card, and takes the line it can read for the height of text', async () => {
    const asked: (string | null)[] = [];
    const roomOf = (tlp: string | null) => ({
      type: 'room_picture' as const,
      exercise: null,
      picture: tlp === null ? { show: 'waiting' as const } : { show: 'test_card' as const, tlp },
      isCurtainDown: false,
    });
    const answers = {
      ...answerFrom(memory),
      show_test_card: async ({ tlp }: { readonly tlp: string | null }) => {
        asked.push(tlp);
        void window.tell(roomOf(tlp));
        return { ok: true as const, value: {} };
      },
    };
    window = await PlanWindow.open(browser, answers, size, '#/plan/q2-ransomware');
    const { page } = window;
    await page.getByRole('button', { name: 'Show the test card in the room' }).press('Enter');
    const taken = page.getByRole('button', { name: 'Take the test card away' });
    await taken.press('Enter');
    await page.getByRole('button', { name: 'Show the test card in the room' }).waitFor();
    expect(asked).toEqual(['TLP:AMBER+STRICT', null]);
    const line = page.getByRole('combobox', { name: /first line the last row can read/ });
    await line.selectOption({ label: 'Line 5: 64 px, to 11.7 m' });
    await expect.poll(() => saved()?.plan.room_text_px).toBe(64);
    await line.selectOption({ index: 0 });
    await expect.poll(() => saved()?.plan.room_text_px).toBeUndefined();
  });

  it('keeps the keyboard in place where a press takes its own button away', async () => {
    const page = await open('#/plan/q2-ransomware');
    await page.getByRole('button', { name: 'A week later' }).press('Enter');
    await page.getByRole('button', { name: 'As in the script' }).press('Enter');
    await page.getByText('Friday 22 May 2026, 16:40').waitFor();
    expect(await focused()).toBe('A week earlier');
    await page.locator('summary').filter({ hasText: 'What applies to you in law' }).press('Enter');
    await page.getByRole('checkbox', { name: 'We have cyber insurance' }).press('Space');
    await page.getByRole('button', { name: /^Leave it open/ }).press('Enter');
    expect(await focused()).toMatch(/^What applies to you in law: not said/);
  });

  it('tells in words that there is no such script', async () => {
    const page = await open('#/plan/nothing');
    await page.getByRole('alert').getByText('There is no such script.').waitFor();
  });
});

/** The label of the field that has the focus, or the words of what has it. */
function focused(): Promise<string> {
  return window.page.evaluate(
    '(({ labels, textContent }) => labels?.[0]?.textContent ?? textContent)(document.activeElement)',
  );
}

async function expectValue(name: string, value: string) {
  await expect.poll(() => window.page.getByRole('textbox', { name, exact: true }).inputValue()).toBe(value);
}

/** Run in the page. */
function describedText(field: { getAttribute: (name: string) => string | null; ownerDocument: unknown }): string {
  const page = field.ownerDocument as { getElementById: (id: string) => { textContent: string } | null };
  return page.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent ?? '';
}
