import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { replay } from '#core/exercise/evolve.ts';
import { listLog } from '#core/exercise/log.ts';
import { type ExerciseState, listStandingOf } from '#core/exercise/state.ts';
import { reviewPlaces, reviewSteps } from '#core/review/review-places.ts';
import { listCutRings } from '../../support/list-cut-rings.ts';
import { lookAtPage } from '../../support/look-at-page.ts';
import { pressAt, save, tabTo, typeInto } from './keyboard.ts';
import { type Screens, serveScreens } from './open-screen.ts';
import { type Edit, playSample } from './play-sample.ts';
import { holdInMemory, type InMemory } from './review-bridge.ts';

const stem = 'q3-insider-threat';
const path = `/review/2026-${stem}`;

let screens: Screens;
beforeAll(async () => {
  screens = await serveScreens();
});
afterAll(() => screens.close());

async function openReview(edit?: Edit): Promise<{ page: Page; held: InMemory }> {
  const held = holdInMemory(await playSample(stem, edit));
  const page = await screens.open(held, path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { page, held };
}

function beforeTheEnd(state: ExerciseState): ExerciseState {
  const events = listLog(state.log);
  return replay(
    state.source,
    events.slice(
      0,
      events.findIndex(({ type }) => type === 'exercise_ended'),
    ),
  );
}

const step = (page: Page, name: string) =>
  page.getByRole('complementary').getByRole('button', { name: new RegExp(`^${name}`) });
const left = (page: Page) => page.getByRole('complementary').getByRole('status');
const isFocused = (target: Locator) => target.evaluate((part) => part === part.ownerDocument.activeElement);
async function withdraw(page: Page, gap: string): Promise<void> {
  await pressAt(page.locator('summary', { hasText: `Withdraw ${gap}` }));
  await typeInto(page.getByRole('form', { name: /^Withdraw / }).getByLabel('Reason'), 'Said twice');
  await save(page);
}
const hasPassed = async (page: Page, text: string) => page.getByText(text).first().waitFor();

describe('The review of a draft, by keyboard alone', () => {
  test('goes from what blocks FINAL to FINAL, and opens a revision after it', async () => {
    const { page, held } = await openReview();
    expect(await left(page).textContent()).toBe('4 left');
    await pressAt(page.getByRole('button', { name: 'AI-3 No owner is named' }));
    await pressAt(page.getByRole('button', { name: 'Change AI-3' }));
    await typeInto(page.getByRole('form', { name: 'Change AI-3' }).getByLabel('Owner, by name'), 'Helen Strand');
    await save(page);
    await hasPassed(page, '3 left');
    await pressAt(page.getByRole('complementary').getByRole('button', { name: 'G5 No severity is set' }));
    await typeInto(page.getByLabel('so: the effect seen in the exercise'), 'the copy could not be traced');
    await pressAt(page.getByRole('group', { name: 'Evidence' }).getByRole('checkbox').first(), 'Space');
    await tabTo(page.getByRole('radio', { name: 'Critical' }));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await save(page);
    await hasPassed(page, '1 left');
    await pressAt(page.getByRole('complementary').getByRole('button', { name: 'O2 No final rating' }));
    await tabTo(page.getByRole('group', { name: 'Final rating of O2' }).getByRole('radio').first());
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await save(page);
    await hasPassed(page, '0 left');
    await pressAt(page.locator('main > header').getByRole('button', { name: 'Make final' }));
    await pressAt(page.getByRole('button', { name: 'Make final…' }));
    await pressAt(page.getByRole('button', { name: 'Yes, version 1.0 is final' }));
    await hasPassed(page, 'FINAL, version 1.0');
    expect(held.state.phase).toBe('final');
    await typeInto(page.getByLabel('Why it is opened again'), 'Legal corrected a time');
    await save(page);
    await hasPassed(page, 'Draft of 2.0');
    expect(listStandingOf(held.state, 'gap_recorded').at(-1)?.data).toMatchObject({
      severity: 'medium',
      effect: 'the copy could not be traced',
    });
    await page.close();
  });

  test('enters a form from paper, digit by digit', async () => {
    const { page, held } = await openReview();
    await pressAt(step(page, 'Feedback forms'));
    await tabTo(page.getByLabel('Objectives were clear'));
    await page.keyboard.type('344225344541');
    await tabTo(page.getByLabel('Objectives were clear'));
    await page.keyboard.type('5x45443344545'); // over what stands there, one digit of it the same, and a slip
    await save(page);
    await hasPassed(page, 'Saved');
    expect(listStandingOf(held.state, 'feedback_given').at(-1)?.data.scores).toEqual([
      5, 4, 5, 4, 4, 3, 3, 4, 4, 5, 4, 5,
    ]);
    await page.close();
  });
});

describe('An entry that is corrected by keyboard', () => {
  test('takes the focus into its form, gives it back, and passes it on when it is withdrawn', async () => {
    const { page, held } = await openReview();
    await pressAt(step(page, 'Strengths'));
    const change = page.getByRole('button', { name: 'Change OB4' });
    await pressAt(change);
    await typeInto(page.getByRole('form', { name: 'Change OB4' }).getByLabel('What was seen or heard'), 'Half a sen');
    await page.keyboard.press('Escape');
    await expect.poll(() => isFocused(change)).toBe(true);
    expect(await page.getByRole('form', { name: 'Change OB4' }).count()).toBe(0);
    await page.keyboard.press('Enter');
    const words = page.getByRole('form', { name: 'Change OB4' }).getByLabel('What was seen or heard');
    await expect.poll(() => words.inputValue()).toBe('Half a sen');
    await save(page);
    await expect.poll(() => isFocused(change)).toBe(true);
    await pressAt(page.getByRole('button', { name: 'Withdraw OB4' }));
    await page.keyboard.type('Said twice');
    await save(page);
    await change.waitFor({ state: 'detached' });
    expect(listStandingOf(held.state, 'observation_recorded').map(({ data }) => data.observation)).not.toContain('OB4');
    await expect.poll(() => page.evaluate('document.activeElement.matches("main li, #step-title")')).toBe(true);
    await page.close();
  });

  test('leads on to the next gap, and a withdrawn one leaves its place to it', async () => {
    const { page } = await openReview((text) =>
      text.replace(/^.*An entry of the evidence log.*$/m, (line) =>
        [line, line.replace('An entry', 'A page')].join('\n'),
      ),
    );
    const at = (words: string) => page.getByRole('heading', { level: 3, name: words });
    await step(page, 'Gaps').click();
    await at('Gap 1 of 6').waitFor();
    await page.getByRole('complementary').getByRole('button', { name: 'G5 No severity' }).click();
    await at('Gap 5 of 6').waitFor();
    await typeInto(page.getByRole('form', { name: 'Change G5' }).getByLabel('Title'), 'The log names nobody');
    await save(page);
    await expect.poll(() => isFocused(page.getByRole('button', { name: 'Next gap' }))).toBe(true);
    await page.getByRole('button', { name: 'Previous', exact: true }).click();
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await withdraw(page, 'G5');
    await at('Gap 5 of 5: A page').waitFor();
    await expect.poll(() => isFocused(page.locator('#at-G6'))).toBe(true);
    await withdraw(page, 'G6');
    await at('Gap 4 of 4').waitFor();
    await expect.poll(() => isFocused(page.locator('#at-G4'))).toBe(true);
    await page.close();
  });

  test('with a day that the calendar does not have says so, and takes one in the order it is said', async () => {
    const { page, held } = await openReview();
    await pressAt(step(page, 'Actions'));
    await pressAt(page.getByRole('button', { name: 'Change AI-3' }));
    const due = page.getByRole('form', { name: 'Change AI-3' }).getByLabel('Due on');
    await tabTo(due);
    await page.keyboard.type('02/03/2027');
    await page.getByText('02/03/2027 can be 2 March 2027 or 3 February 2027').waitFor();
    await due.press('Control+a');
    await page.keyboard.type('30 Feb 2027');
    await save(page);
    await page.getByRole('alert').getByText('Due on: There is no 30 February 2027').waitFor();
    expect(await isFocused(due)).toBe(true);
    expect(held.given).toEqual([]);
    await due.press('Control+a');
    await page.keyboard.type('28 feb 2027');
    await page.keyboard.press('Tab');
    expect(await due.inputValue()).toBe('2027-02-28');
    await save(page);
    await expect.poll(() => held.given).toMatchObject([{ type: 'amend_entry', with: { due_on: '2027-02-28' } }]);
    await page.close();
  });
});

describe('What is recorded after the end', () => {
  test('has its place on the screen that the table names', async () => {
    const { page, held } = await openReview(
      (text) => `${text.trimEnd()}\n  - {at: 300, observation: "The analyst should have called.", kind: fact}\n`,
    );
    for (const [verb, { step: at }] of Object.entries(reviewPlaces)) {
      if (verb === 'open_revision') continue; // after FINAL, in the test above
      await step(page, reviewSteps.find((known) => known.step === at)?.name ?? '').click();
      if (verb === 'amend_entry')
        await page
          .getByRole('button', { name: /^Change / })
          .first()
          .click();
      if (verb === 'withdraw_entry')
        await page
          .getByRole('button', { name: /^Withdraw / })
          .first()
          .click();
      if (verb === 'acknowledge_wording') await page.getByRole('button', { name: /^Keep it / }).click();
      await page.evaluate('document.querySelectorAll("main details").forEach((part) => { part.open = true; })');
      await page.locator(`main [data-verb="${verb}"]`).first().waitFor();
      expect(await page.locator(`main [data-verb="${verb}"]`).count(), verb).toBeGreaterThan(0);
    }
    expect(held.given).toEqual([]);
    await page.close();
  });
});

describe('A refusal', () => {
  test('is said beside the form and keeps what was typed', async () => {
    const { page } = await openReview();
    await step(page, 'Previous actions').click();
    await page.getByText('Status of AI-2026-B1').click();
    const form = page.getByRole('form', { name: 'Change the status, 2026-q2-ransomware/AI-1' });
    await form.getByLabel('Status').selectOption('verified');
    await form.getByLabel('Evidence').fill('Seen on 12 August');
    await form.getByRole('button', { name: 'Change the status' }).click();
    await form.getByText('A verified action needs evidence and who verified it').waitFor();
    expect(await form.getByLabel('Evidence').inputValue()).toBe('Seen on 12 August');
    await page.close();
  });

  test('of a change to a gap with an action offers the way out, and the action keeps its words', async () => {
    const { page, held } = await openReview();
    await step(page, 'Gaps').click();
    await page.getByRole('button', { name: 'Next gap' }).waitFor();
    await page.getByLabel('Title').first().fill('Security is told too late');
    await page.getByRole('button', { name: 'Save this gap' }).click();
    await page.getByRole('alert').filter({ hasText: 'Another entry refers to this one' }).waitFor();
    for (;;) {
      const takeBack = page.getByRole('button', { name: /^Take back/ });
      const many = await takeBack.count();
      if (many === 0) break;
      await takeBack.first().click();
      await expect.poll(() => takeBack.count()).toBe(many - 1);
    }
    await page.getByRole('button', { name: 'Save this gap' }).click();
    await hasPassed(page, 'Saved');
    await step(page, 'Actions').click();
    const again = page.getByRole('form', { name: 'Agree an action, G1' });
    expect(await again.getByLabel('Title').inputValue()).toBe(
      'Add a notice from HR to Security when a privileged role ends or changes',
    );
    await again.getByRole('button', { name: 'Agree the action' }).click();
    await hasPassed(page, 'AI-5');
    expect(listStandingOf(held.state, 'gap_recorded')[0]?.data.title).toBe('Security is told too late');
    await page.close();
  });
});

describe('What is being typed', () => {
  test('comes back after a reload and is forgotten once it is saved', async () => {
    const { page, held } = await openReview();
    await step(page, 'Strengths').click();
    await page.getByText('Record a strength').first().click();
    await page.getByLabel('What worked').fill('The cell met in six minutes');
    await expect.poll(() => held.drafts.get('record_strength')).toBeDefined();
    await page.reload();
    expect(await page.getByLabel('What worked').inputValue()).toBe('The cell met in six minutes');
    await page.getByLabel('What worked').press('Control+Enter');
    await hasPassed(page, 'Saved');
    await expect.poll(() => held.drafts.has('record_strength')).toBe(false);
    expect(await page.getByLabel('What worked').inputValue()).toBe('');
    await page.close();
  });
});

describe('The review of an exercise', () => {
  test('that still runs says so, takes a gap and no rating', async () => {
    const held = holdInMemory(beforeTheEnd(await playSample(stem)));
    const page = await screens.open(held, path);
    await page.getByText('The exercise has not ended.').waitFor();
    expect(await page.getByRole('link', { name: 'Go to the console' }).getAttribute('href')).toBe(
      `#/live/2026-${stem}`,
    );
    await step(page, 'Objectives').click();
    expect(await page.getByRole('button', { name: 'Rate O1' }).isDisabled()).toBe(true);
    await step(page, 'Gaps').click();
    await page.getByText('Record another gap').click();
    const form = page.getByRole('form', { name: 'Record another gap' });
    await form.getByLabel('Title').fill('Nobody knows the deputy');
    await form.getByRole('button', { name: 'Record the gap' }).click();
    await expect
      .poll(() => listStandingOf(held.state, 'gap_recorded').at(-1)?.data.title)
      .toBe('Nobody knows the deputy');
    await page.close();
  });

  test('says once what was not seen weighs', async () => {
    const { page } = await openReview((text) => text.replace(/action_observed: a(3|7|13),/g, 'action_observed: a4,'));
    await step(page, 'Objectives').click();
    await page.getByText('It does not lower the suggested rating').waitFor();
    expect(await page.getByText('Not seen', { exact: true }).count()).toBeGreaterThan(1);
    expect(await page.getByText(/lowers? /).count()).toBe(1);
    await page.close();
  });

  test('nobody could watch says that it is not rated', async () => {
    const { page } = await openReview((text) => text.replace('seat: someone_else', 'seat: both'));
    await step(page, 'Objectives').click();
    await page.getByText('Not rated: facilitator and Incident Commander were one person').waitFor();
    expect(await page.getByRole('button', { name: 'Rate O1' }).count()).toBe(0);
    await page.close();
  });

  test('that is damaged names the file and the line and takes nothing', async () => {
    const held = holdInMemory(await playSample(stem));
    held.readOnly = 'journal-0001.jsonl, line 41: the line was changed after it was written.';
    const page = await screens.open(held, path);
    await page.getByText('journal-0001.jsonl, line 41').waitFor();
    await step(page, 'Gaps').click();
    expect(await page.getByRole('button', { name: 'Save this gap' }).isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: /^Go on/ }).count()).toBe(0);
    await page.close();
  });

  test('that can go on says what becomes of the rest, and asks once', async () => {
    const held = holdInMemory(await playSample(stem));
    held.readOnly = 'journal-0001.jsonl, line 41: the line was changed after it was written.';
    held.salvaged = 3;
    const page = await screens.open(held, path);
    await page.getByRole('button', { name: 'Go on from the last whole entry…' }).press('Enter');
    await page.getByText('3 captures can still be read: they are kept as observations').waitFor();
    await page.getByRole('button', { name: 'Go on', exact: true }).press('Enter');
    await page.getByText('Open for reading only').waitFor({ state: 'detached' });
    await page.close();
  });
});

const hostile = [
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsprotokollführung',
  'لم يكن أحد يعرف من يملك صلاحية عزل الخدمات خارج ساعات العمل',
  '<img src=x onerror=alert(1)><b>bold</b> {{actor}}',
  'A long sentence that goes on and on. '.repeat(40).trim(),
];

/** Titles of gaps, then of strengths, one after the other. */
const writeHostile: Edit = (text) => {
  let at = 0;
  return text.replaceAll(/(gap: \{title: |strength: \{what: )"[^"]*"/g, (_, start) => {
    return `${start}${JSON.stringify(hostile[at++ % hostile.length])}`;
  });
};

describe('Every step of the review', () => {
  test('holds any text and is accessible, light and dark, small and large', async () => {
    const { page } = await openReview(writeHostile);
    for (const { name } of reviewSteps) {
      await step(page, name).click();
      await page.evaluate("for (const folded of document.querySelectorAll('main details')) folded.open = true");
      expect(await listCutRings(page), name).toEqual([]);
      expect(await lookAtPage(page), name).toEqual([]);
      expect(await page.locator('main img').count()).toBe(0);
    }
    await page.close();
  }, 120_000);
});
