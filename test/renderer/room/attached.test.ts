import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RoomView } from '#core/exercise/views/room-view.ts';
import { attachedPictures, csv, gone, image, log, picture, tableOf, textOf } from './attached.ts';
import { decision, hostileTexts, viewOf, wordsOf } from './pictures.ts';
import { launchBrowser, RoomWindow } from './room-window.ts';

let browser: Browser;
let room: RoomWindow;
beforeAll(async () => {
  browser = await launchBrowser();
  room = await RoomWindow.open(browser);
});
beforeEach(async () => {
  room.problems.length = 0;
  await room.setTheme('light');
});
afterEach(() => expect(room.problems).toEqual([]));
afterAll(() => browser.close());

/** The head of a table stands on each page, so its places count once a page. */
async function listPagesSeen(change: Partial<RoomView>) {
  await room.show(viewOf(change));
  const count = await room.countPages();
  const pages = [];
  for (let page = 0; page < count; page += 1) {
    await room.show(viewOf(change, page));
    pages.push(await room.listSeen());
  }
  return pages;
}

describe('An attachment large in the room', () => {
  it.each([
    ['a log', textOf(log), log],
    ['a text without a space', textOf(hostileTexts['a body without a space'] ?? ''), ''],
    ['a text from right to left', textOf(hostileTexts['right to left'] ?? ''), ''],
  ])('has every line whole on one page: %s', async (_, change, text) => {
    const pages = await listPagesSeen({ ...change, decision });
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flat().filter(({ seen }) => seen === 'cut')).toEqual([]);
    const whole = new Set(pages.flatMap((seen) => seen.filter((line) => line.seen === 'whole').map(({ key }) => key)));
    expect(pages[0]?.filter(({ key }) => !whole.has(key))).toEqual([]);
    expect(wordsOf(await room.bodyText())).toContain(wordsOf(text));
    expect(await room.listOverflow()).toEqual([]);
  });

  it('turns a table over row by row, its head on every page and its figures at the right', async () => {
    const rows = csv.split('\n').length - 1;
    const pages = await countRows(tableOf(csv));
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.map(({ heads }) => heads)).toEqual(pages.map(() => 5));
    expect(pages.reduce((sum, page) => sum + page.rows, 0)).toBe(rows);
    expect(pages.map(({ cut }) => cut)).toEqual(pages.map(() => 0));
    const align = 'getComputedStyle(document.querySelector("td:nth-child(3)")).textAlign';
    expect(await room.page.evaluate(align)).toBe('end');
  });

  it('says how much of a long table it does not show', async () => {
    const long = `${csv}\n${'more,,1,1 %,quiet\n'.repeat(960)}`;
    await room.show(viewOf(tableOf(long)));
    expect(await room.bodyText()).toContain('This is the first 500 of 1000 rows.');
  });

  it('fits a picture into the frame, under the mark of an exercise and the marking of its artefact', async () => {
    await room.show(viewOf(picture), image);
    await expect.poll(() => room.page.evaluate('document.querySelector("img").naturalWidth')).toBe(320);
    const inside = `(() => {
      const img = document.querySelector('img').getBoundingClientRect();
      const sheet = document.querySelector('.sheet').getBoundingClientRect();
      return img.width > 300 && img.top > sheet.top && img.bottom <= sheet.bottom && img.right <= sheet.right;
    })()`;
    expect(await room.page.evaluate(inside)).toBe(true);
    expect(await room.text()).toContain('TLP:RED');
    expect(await room.page.getByText(/^EXERCISE( EXERCISE)*$/).count()).toBeGreaterThan(3);
  });

  it('is a plain mark where it is gone, and where its picture cannot be drawn', async () => {
    await room.show(viewOf(picture), { id: image.id, url: 'data:image/png;base64,iVBORw0KGgo=' });
    await room.page.getByText('This attachment cannot be shown.').waitFor();
    await room.show(viewOf(textOf('One line.')));
    await room.show(viewOf(gone));
    expect(await room.text()).toContain('This attachment cannot be shown.');
    expect(await room.countPages()).toBe(1);
  });

  it.each(['light', 'dark'] as const)('has no barrier, in %s', async (theme) => {
    await room.setTheme(theme);
    for (const [name, shown] of Object.entries(attachedPictures)) {
      await room.show(shown, image);
      expect(await room.listBarriers(), name).toEqual([]);
    }
  });
});

type Counted = { readonly heads: number; readonly rows: number; readonly cut: number };

/** Head cells and rows that each page shows, and rows of which one part lies beyond it. */
async function countRows(change: Partial<RoomView>): Promise<readonly Counted[]> {
  await room.show(viewOf(change));
  const count = await room.countPages();
  const pages: Counted[] = [];
  for (let page = 0; page < count; page += 1) {
    await room.show(viewOf(change, page));
    pages.push(
      await room.page.evaluate(`(() => {
        const box = document.querySelector('[data-room-body]').parentElement.getBoundingClientRect();
        const within = (rect) => rect.left >= box.left - 2 && rect.right <= box.right + 2;
        const seen = (cell) => [...cell.getClientRects()].some((rect) => within(rect) && rect.height > 0);
        const rows = [...document.querySelectorAll('tbody tr')];
        return {
          heads: document.elementFromPoint(box.left + 10, box.top + 10).closest('tr')?.children.length ?? 0,
          rows: rows.filter((row) => seen(row.cells[0])).length,
          cut: rows.filter((row) => seen(row) && row.getClientRects().length > 1).length,
        };
      })()`),
    );
  }
  return pages;
}
