import type { Page } from 'playwright-core';

/** The page may still be loading when the first Tab is pressed. */
const tabbingMs = 40_000;

/** Somebody at the console who has a keyboard and no mouse. */
export function facilitatorAt(page: Page) {
  const press = (key: string) => page.keyboard.press(key);
  const type = (words: string) => page.keyboard.type(words);
  const sees = (words: string | RegExp, timeout = 20_000) => page.getByText(words).first().waitFor({ timeout });

  /** Tab by Tab to what has this name, as the screen reader says it. */
  async function tabTo(name: RegExp): Promise<void> {
    for (const end = Date.now() + tabbingMs; Date.now() < end; ) {
      const focused = await page.evaluate(focusedName);
      if (typeof focused === 'string' && name.test(focused)) return;
      await press('Tab');
    }
    throw new Error(`no Tab leads to ${name}`);
  }

  async function choose(name: RegExp): Promise<void> {
    await page.locator('body').waitFor();
    await tabTo(name);
    await press('Enter');
  }

  /** An act by its name, from the palette. */
  async function act(name: string): Promise<void> {
    await press('Control+k');
    await page.getByRole('dialog').waitFor();
    await type(name);
    await press('Enter');
  }

  const feed = () => page.getByLabel('Feed, newest first');

  /** Done when the feed shows it: then it is on the disk. */
  async function capture(key: string, words: string): Promise<void> {
    await press(key);
    await type(words);
    await press('Control+Enter');
    await feed().getByText(words).waitFor({ timeout: 20_000 });
  }

  /** The next inject, also before its time: a second Enter confirms that. */
  async function release(): Promise<void> {
    const before = await feed()
      .getByText(/released/)
      .count();
    await press('r');
    const early = page.getByRole('dialog');
    await Promise.race([early.waitFor({ timeout: 5_000 }).catch(() => {}), releasedMore(before)]);
    if (await early.isVisible()) await press('Enter');
    await releasedMore(before);
  }

  async function releasedMore(before: number): Promise<void> {
    await feed()
      .getByText(/released/)
      .nth(before)
      .waitFor({ timeout: 20_000 });
  }

  /** Where the browser cannot know how many displays there are, the console asks first. */
  async function keepNotesOpen(): Promise<void> {
    const question = page.getByRole('button', { name: 'No, only I see it' });
    const isAsked = await question.waitFor({ timeout: 12_000 }).then(
      () => true,
      () => false,
    );
    if (isAsked) await choose(/^No, only I see it/);
  }

  return { page, press, type, sees, tabTo, choose, act, feed, capture, release, keepNotesOpen };
}

export type Facilitator = ReturnType<typeof facilitatorAt>;

/** Runs in the page, as text: the project of the tests knows no DOM. */
const focusedName = `(() => {
  const at = document.activeElement;
  return at ? (at.getAttribute('aria-label') || at.innerText || at.value || '').trim() : '';
})()`;
