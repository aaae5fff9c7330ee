import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WindowCommand } from '#core/exercise/commands.ts';
import { lookAtPage } from '../../support/look-at-page.ts';
import { handClock, need, newWorkspace, openMuster } from '../../support/open-muster.ts';
import { type Answers, launchBrowser, PlanWindow } from '../plan/plan-window.ts';

const runbook =
  '# Credential revocation\n\n1. Block sign-in.\n2. Revoke keys of everybody.\n3. Tell everybody by telephone.\n';

/** The screen over the real application, in a workspace whose one exercise proposed a change to RB-03. */
async function openScreen(browser: Browser) {
  const workspace = await newWorkspace();
  const muster = await openMuster(workspace, handClock().clock);
  const file = join(workspace, 'RB-03.md');
  await writeFile(file, runbook);
  const script = 'q1-data-breach';
  const filled = need(await muster.ask.fill_plan({ script }));
  const tested = { ...filled.plan, runbooks: [{ id: 'RB-03', version: '2.1' }] };
  need(await muster.ask.save_plan({ plan: { ...filled, sample: false, plan: tested } }));
  const { exercise } = need(await muster.ask.start_exercise({ script }));
  const change = {
    ...{ runbook: 'RB-03', step: '2', type: 'change' as const, proposer: 'Dana Ortiz' },
    ...{ old: 'Revoke keys of everybody.', new: 'Revoke keys of everybody at once.' },
  };
  const commands: readonly WindowCommand[] = [{ type: 'propose_runbook_change', change }, { type: 'end_exercise' }];
  for (const command of commands) need(await muster.ask.give_command({ exercise, command, pressedM: null }));
  const window = await PlanWindow.open(browser, muster.ask as Answers, { width: 1280, height: 800 }, '#/runbooks');
  return { window, page: window.page, muster, file, exercise };
}

describe('The screen of runbooks, by keyboard alone', () => {
  let browser: Browser;
  let screen: Awaited<ReturnType<typeof openScreen>>;
  beforeAll(async () => {
    browser = await launchBrowser();
    screen = await openScreen(browser);
    screen.page.setDefaultTimeout(8_000);
  }, 60_000);
  afterAll(async () => {
    expect(screen.window.violations).toEqual([]);
    await screen.muster.close();
    await browser.close();
  });

  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await screen.page.keyboard.press(key);
  };
  const fill = async (label: string, text: string) => {
    await screen.page.getByLabel(label, { exact: true }).focus();
    await screen.page.keyboard.insertText(text);
  };
  const pressButton = async (name: string) => {
    await screen.page.getByRole('button', { name, exact: true }).focus();
    await press('Enter');
  };

  const focusedText = () => screen.page.evaluate<string>('document.activeElement.innerText');

  test('names a runbook that an exercise wants to change and nobody took in', async () => {
    await screen.page.getByText('An exercise proposed a change to it').waitFor();
    expect(await screen.page.getByRole('navigation', { name: 'Runbooks' }).innerText()).toContain('1 open change');
  });

  test('says what is missing before anything is taken in', async () => {
    await pressButton('Take a runbook in');
    await pressButton('Take it in');
    await screen.page.getByText('No file is named').waitFor();
    await fill('Or its whole path', screen.file);
    await fill('Id', 'RB-03');
    await pressButton('Take it in');
    await screen.page.getByText('The version is missing.').waitFor();
  });

  test('takes a file in and shows its steps', async () => {
    await fill('Version', '2.1');
    await fill('Owner', 'Security');
    await press('Enter');
    await screen.page.getByText('RB-03 2.1 is taken in; 3 steps recognised.').waitFor();
    const row = screen.page.getByRole('row', { name: /Revoke keys of everybody/ });
    expect(await row.innerText()).toContain('not yet');
    expect(await focusedText()).toContain('RB-03 2.1 is taken in');
  });

  test('hands over a file that was chosen, and guesses id and version from its name', async () => {
    await pressButton('Take a runbook in');
    const buffer = Buffer.from('1. Cut off.\n');
    const picker = screen.page.locator('input[type=file]');
    await picker.setInputFiles({ name: 'RB-07 isolation 1.3.md', mimeType: 'text/markdown', buffer });
    await pressButton('Take it in');
    await screen.page.getByText('RB-07 1.3 is taken in; 1 step recognised.').waitFor();
  });

  test('asks who decides, refuses who proposed it, and takes the word of another', async () => {
    await screen.page.getByRole('link', { name: /RB-03/ }).focus();
    await press('Enter');
    await pressButton('Accept RC-1');
    await screen.page.getByText('RC-1 is not decided yet: nobody is named.').waitFor();
    await fill('Decided by', 'Dana Ortiz');
    await pressButton('Accept RC-1');
    await screen.page.getByText('Dana Ortiz proposed RC-1 and cannot approve it.').waitFor();
    await screen.page.getByLabel('Decided by').focus();
    await press('Control+A');
    await screen.page.keyboard.insertText('Sam Reyes');
    await pressButton('Accept RC-1');
    await screen.page.getByText('Accepted by Sam Reyes').waitFor();
    await expect.poll(focusedText).toContain('Accepted by Sam Reyes');
  });

  test('leads back from a decision, and puts nothing that decides in the place of what was pressed', async () => {
    expect(await screen.page.getByRole('button', { name: /^Reject/ }).count()).toBe(0);
    await pressButton('Open it again RC-1');
    await expect.poll(focusedText).toContain('Proposed');
    await pressButton('Reject RC-1');
    await screen.page.getByText('Rejected by Sam Reyes').waitFor();
    await pressButton('Open it again RC-1');
    await pressButton('Accept RC-1');
    await screen.page.getByText('Accepted by Sam Reyes').waitFor();
  });

  test('can be read and pressed at every size and in both themes', async () => {
    expect(await lookAtPage(screen.page, 'all')).toEqual([]);
  });

  test('publishes the new text as a version of its own', async () => {
    await fill('New version', '2.2');
    await fill('Approved by', 'Sam Reyes');
    await pressButton('Publish');
    await screen.page.getByText('RB-03 is not published yet: the day from which it is in force is missing').waitFor();
    await screen.page.getByLabel('In force from').fill('2026-04-01');
    await pressButton('Publish');
    await screen.page.getByText('RB-03 2.2 is published with 1 change.').waitFor();
    const row = screen.page.getByRole('row', { name: /Revoke keys of everybody at once\./ });
    expect(await row.innerText()).toContain('not yet');
    expect(await screen.page.getByText('Published in 2.2').isVisible()).toBe(true);
  });
});

describe('The runbook step of the review', () => {
  test('fills in the text of the step that is chosen, and says what was changed since', async () => {
    const browser = await launchBrowser();
    const { window, page, muster, file, exercise } = await openScreen(browser);
    const add = (version: string, path: string) =>
      muster.ask.add_runbook({ about: { id: 'RB-03', version }, file: { path } });
    need(await add('2.1', file));
    await writeFile(file, runbook.replace('by telephone', 'by radio'));
    need(await add('2.2', file));
    await page.goto(String(new URL(`#/review/${exercise}`, page.url())));
    await page.getByRole('button', { name: /^Runbook changes/ }).click();
    const form = page.locator('form[data-verb="propose_runbook_change"]');
    await form.getByLabel('Runbook', { exact: false }).first().selectOption('RB-03');
    await form.getByLabel('Step of RB-03 2.1').selectOption('3');
    expect(await form.getByLabel('Old text').inputValue()).toBe('Tell everybody by telephone.');
    expect(await form.getByLabel('New text').inputValue()).toBe('Tell everybody by telephone.');
    await form.getByText('Changed since: version 2.2 of RB-03').waitFor();
    expect(await form.getByLabel('Step of RB-03 2.1').inputValue()).toBe('3');
    expect(await form.locator('[name="step"]').count()).toBe(0); // chosen once, and nowhere else
    await form.getByLabel('New text').fill('Tell everybody by telephone and radio.');
    await form.getByLabel('Step of RB-03 2.1').selectOption('1');
    expect(await form.getByLabel('New text').inputValue()).toBe('Tell everybody by telephone and radio.');
    await form.getByLabel('Step of RB-03 2.1').selectOption({ label: 'Another one, or a new one: write its number' });
    await form.getByLabel('Its number, such as 5a').pressSequentially('3a'); // on the way it is 3, which is there
    expect(await form.getByLabel('Old text').inputValue()).toBe('');
    expect(await form.getByLabel('New text').inputValue()).toBe('Tell everybody by telephone and radio.');
    expect(window.violations).toEqual([]);
    await muster.close();
    await browser.close();
  });
});
