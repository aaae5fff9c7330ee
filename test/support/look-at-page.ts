import type { Page } from 'playwright-core';
import { listBarriers } from './list-barriers.ts';

const sizes = {
  small: { width: 1280, height: 800 },
  large: { width: 1920, height: 1080 },
  /** 200 % on a screen of 1024 × 768. */
  enlarged: { width: 512, height: 384 },
};

/**
 * Where axe looks; it takes a second each time. Colours depend on the theme and what is drawn on the size, so a screen is looked at
 * in `all` four ways once and at 200 % in both themes otherwise; other words in the same screen need it `once`.
 */
type Care = 'once' | 'enlarged' | 'all';
const looksOf: Readonly<Record<Care, Readonly<Record<keyof typeof sizes, readonly string[]>>>> = {
  once: { small: [], large: [], enlarged: ['light'] },
  enlarged: { small: [], large: [], enlarged: ['light', 'dark'] },
  all: { small: ['light', 'dark'], large: [], enlarged: ['light', 'dark'] },
};

/**
 * What keeps somebody from reading and pressing what stands on the page: barriers, parts that stick out at the right of a small, large
 * or enlarged window, and at 200 % controls that lie under something or cannot be scrolled to.
 */
export async function lookAtPage(page: Page, care: Care = 'enlarged'): Promise<readonly string[]> {
  const found: string[] = [];
  await page.emulateMedia({ reducedMotion: 'reduce' }); // a colour on its way from one theme to the other is neither
  for (const name of ['large', 'small', 'enlarged'] as const) {
    await page.setViewportSize(sizes[name]);
    found.push(...(await listTooWide(page)).map((part) => `${name}: ${part}`));
    if (name === 'enlarged') found.push(...(await listUnreachable(page)));
    for (const theme of looksOf[care][name]) {
      await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
      found.push(...(await listBarriers(page)).map((barrier) => `${name}, ${theme}: ${barrier}`));
    }
  }
  await page.setViewportSize(sizes.small);
  return found;
}

/** What sticks out of the page at the right, if the page is wider than its window. */
export function listTooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('#root *')].filter((part) => part.getBoundingClientRect().right > clientWidth);
    return ['too wide by ' + (scrollWidth - clientWidth), ...wide.slice(-3).map((part) => part.outerHTML.slice(0, 200))];
  })()`);
}

/** Controls that, once scrolled to, lie beside the window or under something else. */
function listUnreachable(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(() => {
    const within = document.querySelector('dialog[open]') ?? document;
    const controls = within.querySelectorAll('a[href], button, summary, select, textarea, input:not(.sr)');
    const found = [];
    for (const control of controls) {
      if (!control.checkVisibility({ visibilityProperty: true })) continue;
      control.scrollIntoView({ block: 'center', inline: 'nearest' });
      const box = control.getClientRects()[0];
      if (!box || box.width <= 1) continue;
      const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      const isHit = hit !== null && (control.contains(hit) || hit.contains(control));
      if (!isHit || box.left < 0 || box.right > innerWidth + 1) {
        found.push('not to be reached at 200 %: ' + control.outerHTML.slice(0, 160) + ' under ' + hit?.outerHTML.slice(0, 100));
      }
    }
    scrollTo(0, 0);
    return found.slice(0, 5);
  })()`);
}
