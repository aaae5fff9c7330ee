import type { Locator, Page } from 'playwright-core';
import { pressInARow } from '../press-in-a-row.ts';

/** The page may still be loading when the first Tab is pressed. */
const tabbingMs = 40_000;
/** Pressed one after the other before anybody looks where they led. */
const tabsAtOnce = 12;

const keyByKey = 2;

export type Direction = 'Tab' | 'Shift+Tab';
const back = { Tab: 'Shift+Tab', 'Shift+Tab': 'Tab' } as const;

/** Somebody at the console who has a keyboard and no mouse. */
export function facilitatorAt(page: Page) {
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const keys = (letters: string) => page.keyboard.type(letters);
  /** Its first letters key by key, which is how one that is no letter here would be noticed; the rest in one go. */
  async function type(words: string): Promise<void> {
    await keys(words.slice(0, keyByKey));
    if (words.length > keyByKey) await page.keyboard.insertText(words.slice(keyByKey));
  }
  const sees = (words: string | RegExp, timeout = 20_000) => page.getByText(words).first().waitFor({ timeout });

  /** Tab by Tab to what has this name, as the screen reader says it. */
  async function tabTo(name: RegExp, key: Direction = 'Tab'): Promise<void> {
    if (name.test((await passedBy()).focused)) return;
    const seen = new Set<string>();
    for (const end = Date.now() + tabbingMs; Date.now() < end; ) {
      await pressInARow(page, key, tabsAtOnce);
      const { passed } = await passedBy();
      for (const one of passed) seen.add(one);
      const at = passed.findLastIndex((one) => name.test(one));
      if (at < 0) continue;
      await pressInARow(page, back[key], passed.length - 1 - at);
      if (await goBack(name, back[key])) return;
    }
    throw new Error(`no Tab leads to ${name}, but to: ${[...seen].join(' | ')}`);
  }

  /** It was passed by: some steps in the other direction. */
  async function goBack(name: RegExp, key: Direction): Promise<boolean> {
    for (let steps = 0; steps <= tabsAtOnce; steps += 1) {
      if (name.test((await passedBy()).focused)) return true;
      await press(key);
    }
    return false;
  }

  const focused = async () => (await passedBy()).focused;
  const passedBy = async () => (await page.evaluate(tellFocused)) as { passed: readonly string[]; focused: string };

  async function choose(name: RegExp, key: Direction = 'Tab'): Promise<void> {
    await page.locator('body').waitFor();
    await tabTo(name, key);
    await press('Enter');
  }

  /** An act by its name, from the palette. */
  async function act(name: string): Promise<void> {
    await press('Control+k');
    await page.getByRole('dialog', { name: 'Find' }).waitFor();
    await type(name);
    await press('Enter');
  }

  /** What lies over the console, by its name. */
  const dialog = (name: string | RegExp) => page.getByRole('dialog', { name });

  /** Ctrl Enter in a form; done when it is gone: a key that comes before that is the form's. */
  async function send(form: Locator): Promise<void> {
    await press('Control+Enter');
    await form.waitFor({ state: 'detached' });
  }

  /** The exercise in the address. */
  const standsAt = async () => String(await page.evaluate('location.hash.split("/")[2]'));

  const feed = () => page.getByLabel('Feed, newest first');
  const readsInFeed = (words: string | RegExp) => feed().getByText(words).first().waitFor({ timeout: 20_000 });

  /** Done when the feed shows it: then it is on the disk. */
  async function capture(key: string, words: string): Promise<void> {
    await press(key);
    await type(words);
    await press('Control+Enter');
    await readsInFeed(words);
  }

  /** The next inject, also before its time: a second Enter confirms that. */
  async function release(): Promise<void> {
    const releases = feed().getByText(/released/);
    const oneMore = releases.nth(await releases.count());
    await press('r');
    const early = dialog(/^Preview/);
    await early.or(oneMore).first().waitFor({ timeout: 20_000 });
    if (await early.isVisible()) await press('Enter');
    await oneMore.waitFor({ timeout: 20_000 });
  }

  /** Where the browser cannot know how many displays there are, the console asks first. */
  async function keepNotesOpen(): Promise<void> {
    const question = dialog('Is this screen shown to the room?');
    const readable = feed().getByText(/^Exercise started/); // hidden as long as it is not known
    await question.or(readable).first().waitFor({ timeout: 20_000 });
    if (await question.isVisible()) await choose(/^No, only I see it/);
  }

  return {
    page,
    press,
    keys,
    type,
    sees,
    tabTo,
    focused,
    choose,
    act,
    dialog,
    send,
    feed,
    readsInFeed,
    capture,
    release,
    keepNotesOpen,
    standsAt,
  };
}

export type Facilitator = ReturnType<typeof facilitatorAt>;

/** Runs in the page, as text: the project of the tests knows no DOM. What had the focus since it last ran, and what has it now. */
const tellFocused = String.raw`(() => {
  const wordsOf = (at) => at.getAttribute('aria-label') || at.labels?.[0]?.innerText || at.innerText || at.value || '';
  const nameOf = (at) => (at ? wordsOf(at).replace(/\s+/g, ' ').trim() : '');
  if (!window.passedByTab) {
    window.passedByTab = [];
    document.addEventListener('focusin', ({ target }) => window.passedByTab.push(nameOf(target)));
  }
  return { passed: window.passedByTab.splice(0), focused: nameOf(document.activeElement) };
})()`;
