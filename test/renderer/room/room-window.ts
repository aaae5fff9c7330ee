import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { RoomImage, RoomPicture } from '#contract/room.ts';
import { ownFile } from '#services/own-files.ts';
import { launchChromium } from '../../../build/chromium.mjs';
import { listBarriers } from '../../support/list-barriers.ts';

const origin = 'https://room.invalid';
const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};
const csp =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; form-action 'none'";

/** The room's page in Chromium, under the policy it is shipped with, shown pictures by the test. */
export class RoomWindow {
  readonly page: Page;
  readonly problems: string[] = [];
  private constructor(page: Page) {
    this.page = page;
  }

  /** `script` runs before anything of the page; usually it keeps the page from getting ready behind what is shown. */
  static async open(browser: Browser, script = 'globalThis.requestIdleCallback = () => 0;') {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    const page = await context.newPage();
    const window = new RoomWindow(page);
    page.on('console', (message) => {
      if (message.type() === 'error') window.problems.push(message.text());
    });
    page.on('pageerror', (error) => window.problems.push(String(error)));
    await page.route(`${origin}/**`, async (route) => {
      const file = ownFile('dist/renderer', new URL(route.request().url()).pathname);
      const body = await readFile(file).catch(() => null);
      if (body === null) return route.fulfill({ status: 404 });
      const contentType = kinds[extname(file)] ?? 'text/plain';
      await route.fulfill({ body, contentType, headers: { 'content-security-policy': csp } });
    });
    await page.addInitScript(
      'globalThis.musterRoom = { onPicture: (listener) => { globalThis.showPicture = listener; } };',
    );
    await page.addInitScript(script);
    await page.goto(`${origin}/room.html`);
    await page.evaluate(
      'Promise.all([\'500 40px "Inter Variable"\', \'500 40px "Source Serif 4 Variable"\', \'500 40px "JetBrains Mono Variable"\'].map((font) => document.fonts.load(font)))',
    );
    return window;
  }

  /** Seen with the next picture. */
  setTheme(theme: 'light' | 'dark'): Promise<void> {
    return this.page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
  }

  async show(picture: RoomPicture, image: RoomImage | null = null) {
    await this.page.evaluate(`globalThis.showPicture(${JSON.stringify(picture)}, ${JSON.stringify(image)})`);
    await this.page.evaluate(
      'document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))))',
    );
    // Behind a curtain the room is drawn a quarter of a second later.
    if (await this.page.evaluate("document.documentElement.dataset.curtain === 'down'"))
      await this.page.waitForTimeout(350);
  }

  /** As the page mark says; without one there is one. */
  async countPages(): Promise<number> {
    const marks = await this.page.getByText(/^Page \d+ of \d+$/).allTextContents();
    return Number(/of (\d+)/.exec(marks[0] ?? 'of 1')?.[1]);
  }

  text(): Promise<string> {
    return this.page.evaluate("document.querySelector('main').textContent");
  }

  bodyText(): Promise<string> {
    return this.page.evaluate("document.querySelector('[data-room-body]').textContent");
  }

  /** Messages or lines of the body of which one part stands on another page. */
  countParted(): Promise<number> {
    return this.page.evaluate(`(() => {
      const flow = document.querySelector('[data-room-body]');
      const pieces = flow.querySelector('ol') ?? flow;
      return [...pieces.children].filter((piece) => piece.getClientRects().length > 1).length;
    })()`);
  }

  /** Places of text in the body that this page shows whole, shows in part, and does not show. */
  listSeen(): Promise<{ readonly key: string; readonly seen: 'whole' | 'cut' | 'out' }[]> {
    return this.page.evaluate(`(() => {
      const flow = document.querySelector('[data-room-body]');
      const box = flow.parentElement.getBoundingClientRect();
      const walker = document.createTreeWalker(flow, NodeFilter.SHOW_TEXT);
      const found = [];
      for (let at = 0; walker.nextNode(); at += 1) {
        const range = document.createRange();
        range.selectNodeContents(walker.currentNode);
        [...range.getClientRects()].forEach((rect, line) => {
          if (rect.width < 0.5) return;
          const middle = (rect.top + rect.bottom) / 2;
          const inside = rect.left >= box.left - 2 && rect.right <= box.right + 2 && middle > box.top && middle < box.bottom;
          const outside = rect.right <= box.left + 2 || rect.left >= box.right - 2;
          const cut = inside && (rect.top < box.top - 14 || rect.bottom > box.bottom + 14);
          found.push({ key: at + ':' + line, seen: cut ? 'cut' : inside ? 'whole' : outside ? 'out' : 'cut' });
        });
      }
      return found;
    })()`);
  }

  /** Elements of the picture that run out of it, and whether the window could be scrolled. */
  listOverflow(): Promise<string[]> {
    return this.page.evaluate(`(() => {
      const found = [];
      const page = document.documentElement;
      if (page.scrollWidth > innerWidth || page.scrollHeight > innerHeight) found.push('the window scrolls');
      for (const part of document.querySelectorAll('main :is(header > *, footer li, article, aside, .sheet > *)')) {
        const rect = part.getBoundingClientRect();
        const room = (part.closest('.sheet') ?? document.querySelector('main > div')).getBoundingClientRect();
        const over = Math.max(rect.right - room.right, rect.bottom - room.bottom, room.left - rect.left, room.top - rect.top);
        if (over > 1) found.push(part.tagName + '.' + part.className + ' by ' + Math.round(over));
      }
      return found;
    })()`);
  }

  /** Rules of the head with no words between them and what lies above: another rule, or the top of the sheet. */
  listEmptyRules(): Promise<readonly string[]> {
    return this.page.evaluate(`(() => {
      const sheet = document.querySelector('.sheet');
      const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
      const lines = [];
      while (walker.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(walker.currentNode);
        for (const { left, right, top, bottom } of range.getClientRects()) lines.push({ left, right, y: (top + bottom) / 2 });
      }
      const rules = [{ of: 'the sheet', ...spanOf(sheet), y: sheet.getBoundingClientRect().top }];
      for (const part of sheet.querySelectorAll(':not([data-room-body] *)')) {
        const { borderTopWidth, borderBottomWidth, borderLeftWidth } = getComputedStyle(part);
        const { top, bottom } = part.getBoundingClientRect();
        if (parseFloat(borderLeftWidth) > 0) continue; // a frame or a plate
        if (parseFloat(borderTopWidth) > 0) rules.push({ of: part.className, ...spanOf(part), y: top });
        if (parseFloat(borderBottomWidth) > 0) rules.push({ of: part.className, ...spanOf(part), y: bottom });
      }
      function spanOf(part) { const { left, right } = part.getBoundingClientRect(); return { left, right }; }
      const over = (a, b) => a.left < b.right && b.left < a.right;
      return rules.flatMap((rule, at) => rules.slice(0, at).filter((above) => over(above, rule) && above.y <= rule.y)
        .filter((above) => !lines.some((line) => over(line, rule) && line.y > above.y && line.y < rule.y))
        .map((above) => rule.of + ' below ' + above.of));
    })()`);
  }

  /**
   * Without the watermark, under which axe judges no contrast; it is drawn the same in every picture. Another theme has other colours
   * and the same words.
   */
  async listBarriers(): Promise<readonly string[]> {
    const mark = (display: string) =>
      this.page.evaluate(
        `for (const mark of document.querySelectorAll('[data-watermark]')) mark.style.display = '${display}'`,
      );
    const theme = await this.page.evaluate('document.documentElement.dataset.theme');
    await mark('none');
    const found = await listBarriers(this.page, theme === 'dark' ? 'colours' : 'all');
    await mark('');
    return found;
  }
}

export function launchBrowser(): Promise<Browser> {
  return launchChromium();
}
