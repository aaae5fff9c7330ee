import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openConsoles, passMinutes } from '../../support/open-console.ts';

let consoles: Awaited<ReturnType<typeof openConsoles>>;
beforeAll(async () => {
  consoles = await openConsoles();
});
afterAll(() => consoles?.close());

/** Presses one key after the other and waits for what the feed or the screen then says. A chord such as Ctrl Enter is one. */
type Act = { readonly keys: readonly string[]; readonly text?: string; readonly says: string | RegExp };

const acts: readonly (readonly [what: string, most: number, before: readonly Act[], act: Act])[] = [
  ['releasing what is due', 2, [], { keys: ['r'], says: /^In the room, 0 of/ }],
  [
    'releasing before its time',
    2,
    [{ keys: ['r'], says: /^In the room/ }],
    { keys: ['r', 'Enter'], says: 'Released: ' },
  ],
  ['a decision', 3, [], { keys: ['d', '', 'Control+Enter'], text: 'Declare P1', says: 'Declare P1' }],
  ['a gap', 4, [], { keys: ['g', '', 'Control+Enter'], text: 'No deputy', says: 'No deputy' }],
  ['undoing', 1, [{ keys: ['r'], says: /^In the room/ }], { keys: ['Control+z'], says: 'Taken back: ' }],
];

async function perform(page: Page, { keys, text = '', says }: Act): Promise<number> {
  for (const key of keys) await (key === '' ? page.keyboard.insertText(text) : page.keyboard.press(key));
  await page.getByText(says).first().waitFor();
  return keys.filter((key) => key !== '').length;
}

it.each(acts)('%s takes at most %i keystrokes besides its text', async (_, most, before, act) => {
  const { page, close } = await consoles.open();
  await page.getByText('Due now').first().waitFor();
  for (const earlier of before) await perform(page, earlier);
  await passMinutes(page, 0.1);
  expect(await perform(page, act)).toBeLessThanOrEqual(most);
  await close();
});
