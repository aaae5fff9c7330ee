import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookAtPage } from '../../support/look-at-page.ts';
import { openConsoles, passMinutes } from '../../support/open-console.ts';

let consoles: Awaited<ReturnType<typeof openConsoles>>;
beforeAll(async () => {
  consoles = await openConsoles();
});
afterAll(() => consoles?.close());

const seen = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();

describe('R', () => {
  it('looks first at what was put on the stage, held or from the pocket, and Enter releases that', async () => {
    const { page, close } = await consoles.open();
    await seen(page, 'Due now');
    await page.keyboard.press('h');
    await page.keyboard.type('until Legal is back');
    await page.keyboard.press('Control+Enter');
    const order = page.getByLabel('Running order', { exact: true });
    const held = order.getByRole('button', { name: /until Legal is back/ });
    await held.click();
    await page.keyboard.press('r');
    await page.getByRole('dialog', { name: 'Preview: An MFA reset that does not add up' }).waitFor();
    await page.keyboard.press('Enter');
    await seen(page, /^In the room, 0 of/);
    await page.keyboard.press('F9');
    await seen(page, /^Behind the blank, 0 of/);
    await page.getByRole('button', { name: /Contingency pocket/ }).click();
    await page
      .getByText(consoles.q2.contingency[0]?.title ?? '')
      .first()
      .click();
    await page.keyboard.press('r');
    await page.getByRole('dialog', { name: `Preview: ${consoles.q2.contingency[0]?.title}` }).waitFor();
    await page.keyboard.press('Escape');
    const next = page.getByLabel('Next three').getByRole('button', { name: /^Release/ });
    expect(await next.textContent()).toBe('Release '); // R is for what lies on the stage
    await page.getByRole('button', { name: 'Preview… R' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Preview… R' }).waitFor({ state: 'detached' });
    expect(await next.textContent()).toBe('Release R');
    await page.getByRole('button', { name: /Contingency pocket/ }).click();
    await page.keyboard.press('r'); // the next one
    await page.getByRole('dialog', { name: /^Preview/ }).waitFor();
    await page.keyboard.press('Enter');
    await order
      .locator('[aria-current=step]')
      .getByText(/^Behind the blank, 0 of/)
      .waitFor();
    await order.locator('[aria-current=step]', { hasText: 'MFA' }).waitFor({ state: 'detached' });
    await order.getByRole('button', { name: /An MFA reset/ }).click();
    await page.keyboard.press('r'); // one the room had earlier is looked at, and shown again
    const again = page.getByRole('dialog', { name: 'Preview: An MFA reset that does not add up' });
    await again.getByRole('button', { name: 'Show again' }).waitFor();
    await close();
  });
});

describe('Finish by', () => {
  it('shows what still fits until a time of day, and leaves out the rest once it is agreed, by keyboard', async () => {
    const { page, close } = await consoles.open();
    await seen(page, 'Due now');
    await page.keyboard.press('r');
    await page.keyboard.press('f');
    const dialog = page.getByRole('dialog', { name: 'Finish by…' });
    await dialog.getByText('Nothing is left out').waitFor();
    const anHourAgo = await page.evaluate<string>('new Date(Date.now() - 3_600_000).toTimeString().slice(0, 5)');
    await page.getByLabel('Play ends at').fill(anHourAgo);
    await dialog.getByText('That time has passed. Write a later one.').waitFor();
    await page.keyboard.press('Control+Enter');
    await dialog.getByRole('button', { name: 'No time left to agree on' }).waitFor();
    await page.getByLabel('Play ends at').fill('25:00');
    await dialog.getByText('25:00 is no time of day').waitFor();
    await dialog.getByRole('button', { name: 'No time left to agree on' }).waitFor();
    const inHalfAnHour = await page.evaluate<string>('new Date(Date.now() + 1_800_000).toTimeString().slice(0, 5)');
    await page.getByLabel('Play ends at').fill(inHalfAnHour);
    await dialog.getByText('In 30 minutes').waitFor();
    await dialog.getByText('Left out', { exact: true }).waitFor();
    await dialog.getByText('Would not be exercised').waitFor();
    expect(await lookAtPage(page)).toEqual([]);
    await page.getByLabel('Play ends at').press('Control+Enter');
    await page.getByLabel('Feed, newest first').getByText(`Finish by ${inHalfAnHour}`).waitFor();
    await seen(page, 'Left, as agreed');
    await seen(page, '30 min');
    await page.keyboard.press('f');
    await dialog.getByText('Nothing is left out').waitFor();
    await dialog.getByRole('button', { name: 'Close: everything fits' }).waitFor();
    await close();
  });
});

describe('A scribe’s notes', () => {
  it('are looked through line by line, recorded at their own minute, and what cannot be stays to be mended', async () => {
    const { page, close } = await consoles.open();
    await seen(page, 'Due now');
    await page.keyboard.press('r');
    await passMinutes(page, 12);
    await page.getByRole('button', { name: 'Paste notes…' }).click();
    await page.keyboard.insertText(
      'T+3 G no list of deputies – LEGAL\nD99 who pays\nT+5 D declare P1 – IC\nT+99 O too late',
    );
    await page.getByText('2 lines can be recorded, 2 cannot.').waitFor();
    await page.getByText('T+99 lies behind the end').waitFor();
    expect(await lookAtPage(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await expect
      .poll(() => page.getByLabel('Notes, a line each').inputValue())
      .toBe('T+3 D99 who pays\nT+99 O too late');
    await page.keyboard.press('Escape');
    const feed = page.getByLabel('Feed, newest first');
    await feed.locator('li', { hasText: 'no list of deputies' }).getByText('T+3').waitFor();
    await feed.locator('li', { hasText: 'declare P1' }).getByText('T+5').waitFor();
    await page.getByRole('button', { name: 'Paste notes…' }).click();
    expect(await page.getByLabel('Notes, a line each').inputValue()).toBe('T+3 D99 who pays\nT+99 O too late');
    await close();
  });

  it('pasted by mistake are taken back together, and the record keeps that they were there', async () => {
    const { page, close } = await consoles.open();
    await seen(page, 'Due now');
    await page.keyboard.press('r');
    await passMinutes(page, 12);
    await page.getByRole('button', { name: 'Paste notes…' }).click();
    await page.keyboard.insertText(
      Array.from({ length: 60 }, (_, at) => `T+3 O line ${at} of the wrong day`).join('\n'),
    );
    await page.getByText('60 lines can be recorded').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('60 lines recorded.').waitFor();
    await page.keyboard.press('Escape'); // later is not too late
    await page.getByRole('button', { name: 'Paste notes…' }).click();
    const feed = page.getByLabel('Feed, newest first');
    await feed.getByText('line 59 of the wrong day', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Take back 60 lines' }).press('Enter');
    await page.getByText('60 lines taken back.').waitFor();
    await expect.poll(() => feed.getByText('of the wrong day').count()).toBe(0);
    await close();
  });
});

describe('An entry that is amended', () => {
  it('gets new words and another function in one form', async () => {
    const { page, close } = await consoles.open();
    await seen(page, 'Due now');
    await page.keyboard.press('g');
    await page.keyboard.type('no list of deputies');
    await page.keyboard.press('Control+Enter');
    const feed = page.getByLabel('Feed, newest first');
    await feed.getByText('no list of deputies').waitFor();
    await feed.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('Amend an entry').click();
    await page.getByLabel('New words').fill('no list of deputies at night');
    await page.getByRole('dialog').getByRole('combobox').last().selectOption('LEGAL');
    await page.keyboard.press('Control+Enter');
    await feed.locator('li', { hasText: 'no list of deputies at night' }).getByText('Legal').waitFor();
    await close();
  });
});

describe('A question that was promised an answer', () => {
  it('stands first among all questions until it is answered there', async () => {
    const { page, close } = await consoles.open();
    await seen(page, 'Due now');
    await page.keyboard.press('r');
    for (const [asked, how] of [
      ['Who is on call?', 'unknown'],
      ['Is the carrier told?', 'promised'],
    ] as const) {
      await page.getByRole('button', { name: 'Another question…' }).click();
      await page.getByLabel('Question', { exact: true }).fill(asked);
      await page.getByRole('dialog').getByRole('combobox').first().selectOption(how);
      await page.keyboard.press('Control+Enter');
      await page.getByLabel('Feed, newest first').getByText(asked).waitFor();
    }
    await page.getByRole('button', { name: 'All questions, 1 promised' }).press('Enter');
    const rows = page.getByRole('dialog').getByRole('listitem');
    await rows.first().getByText('Is the carrier told?').waitFor();
    expect(await lookAtPage(page)).toEqual([]);
    await page.getByLabel('Answer to: Is the carrier told?').fill('Yes, at ten');
    await page.keyboard.press('Enter');
    await rows.filter({ hasText: 'Is the carrier told?' }).getByText('Answered', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'All questions', exact: true }).waitFor();
    await close();
  });
});

describe('What the script suggests', () => {
  it('where the room does something is offered with what it would release, and looked at first', async () => {
    const [first, ...rest] = consoles.q2.injects;
    const pocket = consoles.q2.contingency[0];
    const branch = [{ if: 'nobody calls the carrier', goto: pocket?.id ?? '' }];
    const scenario = { ...consoles.q2, injects: [{ ...first, branch }, ...rest] as typeof consoles.q2.injects };
    const { page, close } = await consoles.open({ scenario });
    await seen(page, 'Due now');
    await page.keyboard.press('r');
    await seen(page, 'nobody calls the carrier:');
    await page.getByRole('button', { name: `${pocket?.title}…` }).press('Enter');
    await page.getByRole('dialog', { name: `Preview: ${pocket?.title}` }).waitFor();
    await close();
  });
});

describe('The palette', () => {
  const first = (page: Page) => page.getByRole('option').first();
  const find = async (page: Page, words: string) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(words);
  };

  it('finds what has a button or a key by the words people type, first of all', async () => {
    const { page, close } = await consoles.open();
    await seen(page, 'Due now');
    const wanted: readonly (readonly [typed: string, name: string | RegExp])[] = [
      ['undo', /^Undo: nothing to take back yet/],
      ['help', /^Keys: all of them/],
      ['late', /^Somebody arrives or stands in/],
      ['attendance', /^Somebody arrives or stands in/],
      ['projector', /^Open room/],
      ['theme', /^Light or dark/],
      ['improvise', /^Ad-hoc inject/],
      ['ad hoc', /^Ad-hoc inject/],
      ['end', /^End exercise/],
      ['end card', /^Room: End card/],
      ['blank', /^Blank the room/],
    ];
    for (const [typed, name] of wanted) {
      await find(page, typed);
      expect(await first(page).innerText(), typed).toMatch(name);
      await page.keyboard.press('Escape');
    }
    await close();
  });

  it('leads to a held-back fact and an expected action of what is in the room', async () => {
    const { page, close } = await consoles.open();
    await seen(page, 'Due now');
    await page.keyboard.press('r');
    await seen(page, /^In the room, 0 of/);
    const [inject] = consoles.q2.injects;
    await find(page, inject?.held_back[0]?.asked ?? '');
    await page.keyboard.press('Enter');
    await page.locator('details[open] > summary:focus', { hasText: inject?.held_back[0]?.asked ?? '' }).waitFor();
    await find(page, inject?.expect[0]?.do ?? '');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Expected action seen' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page
      .getByLabel('Feed, newest first')
      .getByText(/^Observed: /)
      .waitFor();
    await close();
  });
});

describe('The feed', () => {
  it('says what came above while it was scrolled, and is back at its top once the focus leaves it', async () => {
    const { page, close } = await consoles.open();
    await seen(page, 'Due now');
    const feed = page.getByLabel('Feed, newest first');
    const note = async (words: string) => {
      await page.keyboard.press('o');
      await page.keyboard.insertText(words);
      await page.keyboard.press('Control+Enter');
      await feed.getByText(words).waitFor();
    };
    for (const at of [1, 2, 3]) await note(`${at} ${'a long note '.repeat(60)}`);
    const top = () => page.evaluate<number>('document.querySelector("ol[aria-label^=Feed]").scrollTop');
    await feed.hover();
    await page.mouse.wheel(0, 400);
    await expect.poll(top).toBeGreaterThan(100);
    await note('Came while reading');
    await page.getByRole('button', { name: '1 newer above' }).click();
    await expect.poll(top).toBeLessThan(2); // it glides there
    await page.getByRole('button', { name: '1 newer above' }).waitFor({ state: 'detached' });
    await feed.focus();
    await page.keyboard.press('End');
    const below = 'document.querySelector("ol[aria-label^=Feed]")';
    const left = () => page.evaluate<number>(`${below}.scrollHeight - ${below}.clientHeight - ${below}.scrollTop`);
    await expect.poll(left).toBeLessThan(2); // it glides there
    await page.keyboard.press('g');
    await page.getByRole('textbox', { name: 'What was missing' }).waitFor();
    await expect.poll(top).toBeLessThan(2); // it glides there
    await close();
  });
});

describe('A form that lacks something', () => {
  it('says in its own words what, goes there, and sends nothing; with every inject out the console says what is left', async () => {
    const { page, close } = await consoles.open();
    await seen(page, 'Due now');
    const dialog = page.getByRole('dialog');
    const alert = dialog.getByRole('alert');
    await page.getByRole('button', { name: 'Leave out…' }).press('Enter');
    await page.keyboard.press('Control+Enter');
    expect(await alert.innerText()).toBe('Tick at least one inject.');
    const ticks = dialog.getByRole('checkbox');
    expect(await ticks.first().evaluate((tick) => tick.matches(':focus'))).toBe(true);
    for (const tick of await ticks.all()) await tick.press('Space');
    await page.keyboard.press('Control+Enter');
    await seen(page, /^The room sees the welcome. Every inject is left out/);
    const improvise = page.getByRole('button', { name: 'Improvise or end…' });
    const words = page.getByText('Nothing left in the script.');
    const [button, line] = [await improvise.boundingBox(), await words.boundingBox()];
    expect(line?.x ?? 0, 'beside each other').toBeLessThan(button?.x ?? 0);
    await improvise.press('Enter');
    await dialog.getByRole('button', { name: /^Ad-hoc inject/ }).press('Enter');
    await page.keyboard.press('Control+Enter');
    expect(await alert.innerText()).toBe('From: something is needed here. Spaces alone are nothing.');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('does not know');
    await page.keyboard.press('Enter');
    await dialog.getByLabel('Question', { exact: true }).fill('Who speaks?');
    await dialog.getByLabel('Target, minutes').fill('99999');
    await page.keyboard.press('Control+Enter');
    expect(await alert.innerText()).toMatch(/^Target, minutes: a number from 0 to 10000, and this is 99999\./);
    await close();
  });
});

/** The first inject that asks for a decision is in the room and on the stage. */
async function releaseToDecision(page: Page): Promise<void> {
  await seen(page, 'Due now');
  const inject = consoles.q2.injects.find(({ decision }) => decision)?.id;
  const command = { type: 'release_inject', inject, already_done: false };
  await page.evaluate(`window.muster.give_command(${JSON.stringify({ exercise: '', command, pressedM: null })})`);
  await seen(page, /^In the room, 0 of/);
}

describe('The number of an option', () => {
  it('records it in two keystrokes while its decision is on the stage, and does nothing once that is made', async () => {
    const { page, close } = await consoles.open();
    await releaseToDecision(page);
    const [asked] = consoles.q2.injects.flatMap(({ decision }) => decision ?? []);
    await page.getByText(`${asked?.options[1]} 2`, { exact: true }).waitFor();
    await page.keyboard.press('9');
    await page.keyboard.press('2');
    await page.keyboard.press('Control+Enter');
    await page.getByLabel('Feed, newest first').getByText(`Decided: ${asked?.options[1]}`).first().waitFor();
    await page.keyboard.press('2');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await close();
  });
});

describe('D', () => {
  it('asks for a question of its own only where it answers none of the script', async () => {
    const { page, close } = await consoles.open();
    await releaseToDecision(page);
    await page.keyboard.press('d');
    const form = page.getByRole('form', { name: 'Decision' });
    const question = form.getByRole('textbox', { name: /^The question it answers/ });
    await form.getByRole('textbox', { name: 'What was decided' }).waitFor();
    expect(await question.count()).toBe(0);
    await form.getByRole('combobox', { name: 'Decision' }).selectOption({ label: 'Something else' });
    await question.fill('Who pays?');
    await form.getByRole('textbox', { name: 'What was decided' }).fill('The insurer');
    await page.keyboard.press('Control+Enter');
    await page.getByLabel('Feed, newest first').getByText('Who pays?').first().waitFor();
    await close();
  });
});
