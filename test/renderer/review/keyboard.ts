import type { Locator, Page } from 'playwright-core';
import { pressInARow } from '../../support/press-in-a-row.ts';

/** More than any screen has stops; what is not reached by then cannot be reached. */
const mostStops = 400;
/** So many stops before it the hand looks where it is. */
const looksBefore = 3;
/** So many letters key by key, which is how one that is no letter here would be noticed; the rest in one go. */
const keyByKey = 2;

/** Presses Tab until the focus is there, as a person without a mouse does. */
export async function tabTo(target: Locator): Promise<void> {
  const page = target.page();
  await target.waitFor({ state: 'attached' });
  const sure = (await target.evaluate(countStops)) - looksBefore;
  await pressInARow(page, 'Tab', Math.max(0, sure));
  for (let stop = 0; stop < mostStops; stop++) {
    if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${target} is not reached with Tab`);
}

type Part = {
  readonly ownerDocument: { readonly activeElement: unknown; querySelectorAll: (selector: string) => Iterable<Part> };
  readonly tabIndex: number;
  checkVisibility: () => boolean;
};

/** At least so many stops lie between the focus and this, in the order of the document; a group of radio buttons is at most one. */
function countStops(element: unknown): number {
  const target = element as Part;
  const { activeElement, querySelectorAll } = target.ownerDocument;
  const stops = [
    ...querySelectorAll.call(
      target.ownerDocument,
      'a[href], button:enabled, input:enabled:not([type=radio]), select:enabled, textarea:enabled, summary',
    ),
  ].filter((part) => part.tabIndex >= 0 && part.checkVisibility());
  const [from, to] = [stops.indexOf(activeElement as Part), stops.indexOf(target)];
  return to < 0 ? 0 : from < to ? to - from : 0;
}

export async function pressAt(target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.press(key);
}

export async function typeInto(target: Locator, text: string): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.press('ControlOrMeta+a');
  await target.page().keyboard.type(text.slice(0, keyByKey));
  if (text.length > keyByKey) await target.page().keyboard.insertText(text.slice(keyByKey));
}

export function save(page: Page): Promise<void> {
  return page.keyboard.press('Control+Enter');
}
