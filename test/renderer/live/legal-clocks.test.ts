import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notLegalAdvice } from '#core/clocks/legal-clocks.ts';
import type { AskedCommand } from '#core/exercise/commands.ts';
import { clockOf } from '#core/report/script-words.ts';
import { lookAtPage } from '../../support/look-at-page.ts';
import { openConsoles, setupFor } from '../../support/open-console.ts';

let consoles: Awaited<ReturnType<typeof openConsoles>>;
beforeAll(async () => {
  consoles = await openConsoles();
});
afterAll(() => consoles?.close());

const exercise = '2026-q2-cold-restore';
const profile = ['eu_personal_data', 'controller', 'processor', 'nis2_entity', 'cyber_policy'] as const;
const organisation = { name: 'Wexcombe Systems', time_zone: 'Europe/Berlin', profile: [...profile] };

/** Q2 with its ransom note released, which starts clocks of incident, insurer and contract. */
async function openAfterTheNote(plan?: Partial<ReturnType<typeof setupFor>['plan']>) {
  const setup = { organisation, plan: { ...setupFor(consoles.q2).plan, ...plan } };
  const opened = await consoles.open({ setup });
  await opened.page.getByText('Due now').first().waitFor();
  await give(opened.page, { type: 'release_inject', inject: 'Q2-040' });
  await opened.page.getByText('“The note” released').waitFor();
  return opened;
}

const give = (page: Page, command: AskedCommand) =>
  page.evaluate(`window.muster.give_command(${JSON.stringify({ exercise, command, pressedM: null })})`);

async function find(page: Page, words: string) {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  return page.getByRole('dialog');
}

const closed = (page: Page) => page.locator('dialog[open]').waitFor({ state: 'detached' });
const card = (page: Page, name: string) =>
  page.getByRole('dialog', { name: 'Legal clocks' }).getByRole('listitem', { name });
const optionsOf = (page: Page) =>
  page.getByRole('combobox', { name: 'Legal clock' }).getByRole('option').allTextContents();

describe('Legal clocks, by keyboard alone', () => {
  it('are recognised, shown with deadline and basis, filed, and followed by the next', async () => {
    const { page, problems, close } = await openAfterTheNote();
    const form = await find(page, 'legal clock r');
    expect(await optionsOf(page)).toEqual([
      'NIS2 Art. 23(4)(a) early warning',
      'NIS2 Art. 23(4)(b) incident notification',
      'GDPR Art. 33(1) supervisory authority',
      'GDPR Art. 33(2) processor to controller',
      'Cyber insurer notice',
      'Litigation hold',
    ]);
    await page.keyboard.type('NIS2 Art. 23(4)(b)');
    await page.keyboard.press('Control+Enter');
    await form.getByText('NIS2-IN runs only where this holds: “The incident is significant”.').waitFor();
    await page.getByRole('checkbox', { name: 'The incident is significant' }).press('Space');
    await page.keyboard.press('Control+Enter');
    await closed(page);
    await page.getByRole('button', { name: /^NIS2 notification.*3 d 0 h left/ }).press('Enter');
    const notification = card(page, 'NIS2 Art. 23(4)(b) incident notification');
    for (const words of ['“The note”, Q2-040; Fri 17:11, T+0', 'Mon 25 May, 17:11', 'grade A, text or several'])
      await notification.getByText(words).waitFor();
    await page.getByRole('dialog').getByText(notLegalAdvice).waitFor();
    expect(await lookAtPage(page)).toEqual([]);
    await page.keyboard.press('Enter'); // Filed… of the card that was opened
    await page.keyboard.type('Portal, 4711');
    await page.keyboard.press('Control+Enter');
    await closed(page);
    await find(page, 'legal clocks');
    await notification.getByText('filed with 3 d 0 h left').waitFor();
    const report = card(page, 'NIS2 Art. 23(4)(d) final report');
    for (const words of ['NIS2-IN was filed; Fri 17:11, T+0', 'the end of Mon 22 Jun', 'Not recognised yet'])
      await report.getByText(words).waitFor();
    expect(problems).toEqual([]);
    await close();
  });
});

describe('What is said wrongly of a legal clock', () => {
  it('is answered in its form, and what was typed stays', async () => {
    const { page, close } = await openAfterTheNote();
    await give(page, { type: 'recognise_clock', clock: 'INSURER', by: 'LEGAL' });
    await page.getByText(`Clock recognised: ${clockOf('INSURER')}`).waitFor();
    const twice = await find(page, 'legal clock r');
    await page.keyboard.type('Cyber insurer');
    await page.keyboard.press('Control+Enter');
    await twice.getByText('INSURER is recognised already: Legal, T+0. The first time counts').waitFor();
    await page.keyboard.press('Escape');
    const wrong = await find(page, 'does not apply');
    await page.keyboard.type('Not us');
    await page.getByRole('combobox', { name: 'Decided by' }).selectOption('IC');
    await page.keyboard.press('Control+Enter');
    await wrong.getByText('Legal decides whether a clock applies, not IC. Ask Legal').waitFor();
    expect(await page.getByRole('textbox', { name: 'Reason' }).inputValue()).toBe('Not us');
    await page.getByRole('combobox', { name: 'Decided by' }).selectOption('LEGAL');
    await page.keyboard.press('Control+Enter');
    await page.getByText(`Clock ${clockOf('NIS2-EW')} does not apply: Not us`).waitFor();
    await find(page, 'legal clock f');
    expect(await page.getByRole('combobox', { name: 'Legal clock' }).inputValue()).toBe('INSURER');
    expect((await optionsOf(page)).join()).not.toContain('does not apply');
    await close();
  });
});

describe('A player at the console', () => {
  it('reads no clock that nobody has recognised, and no room reads any', async () => {
    const { page, close } = await openAfterTheNote({ seat: 'both' });
    await give(page, { type: 'recognise_clock', clock: 'INSURER', by: 'LEGAL' });
    await page.getByRole('button', { name: /^Insurer notice/ }).waitFor();
    await find(page, 'legal clocks');
    const cards = page.getByRole('dialog', { name: 'Legal clocks' }).getByRole('listitem');
    expect(await cards.count()).toBe(1);
    await page.keyboard.press('Escape');
    await find(page, 'hide notes');
    await page.getByRole('button', { name: /^Insurer notice/ }).waitFor({ state: 'detached' });
    await find(page, 'legal clocks');
    await page.getByText('The room sees this screen, so legal clocks are hidden.').waitFor();
    expect(await cards.count()).toBe(0);
    await close();
  });
});
