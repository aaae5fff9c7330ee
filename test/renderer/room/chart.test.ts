import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testCardPx } from '#core/scenario/vocabulary.ts';
import { artefactOf, decision, viewOf } from './pictures.ts';
import { launchBrowser, RoomWindow } from './room-window.ts';

let browser: Browser;
let room: RoomWindow;
beforeAll(async () => {
  browser = await launchBrowser();
  room = await RoomWindow.open(browser);
});
afterAll(() => browser.close());

const rows = [
  'Order API         error rate  0.3% -> 12% -> 60%  (16:55 / 16:59 / 17:03)',
  'Database writer   OFFLINE     volumes unmounted 16:58, 17:00, 17:01',
].join('\n');
const dashboard = (body: string) => artefactOf({ channel: 'dashboard', from: 'Service monitoring', body });

type Box = {
  readonly words: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

const readChart = (): Promise<readonly Box[]> =>
  room.page.evaluate(`[...document.querySelectorAll('main .sheet svg text')].map((one) => {
    const { left, top, right, bottom } = one.getBoundingClientRect();
    return { words: one.textContent, left, top, right, bottom };
  })`);

const overlap = (one: Box, other: Box) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

describe('The chart of a dashboard', () => {
  it.each(testCardPx)(
    'has its values written in, apart from each other, above the row that says them, at %i px',
    async (textPx) => {
      await room.show(viewOf({ artefact: dashboard(rows), textPx }));
      const words = await readChart();
      expect(words.map((one) => one.words)).toEqual(['0.3', '16:55', '12', '16:59', '60%', '17:03']);
      const sheet = await room.page.evaluate<Box>(
        `document.querySelector('main .sheet').getBoundingClientRect().toJSON()`,
      );
      for (const [at, one] of words.entries()) {
        expect([one.left >= sheet.left, one.right <= sheet.right, one.bottom <= sheet.bottom]).toEqual([
          true,
          true,
          true,
        ]);
        expect(words.slice(at + 1).filter((other) => overlap(one, other))).toEqual([]);
      }
      expect(await room.text()).toContain('0.3% -> 12% -> 60%');
    },
  );

  it('of eight figures, as large as they may be, keeps their words apart', async () => {
    const figures = Array.from({ length: 8 }, (_, at) => `${at + 1},240`).join(' -> ');
    const times = Array.from({ length: 8 }, (_, at) => `1${at}:15`).join(' / ');
    await room.show(viewOf({ artefact: dashboard(`Orders  ${figures} (${times})`) }));
    const words = await readChart();
    expect(words).toHaveLength(16);
    for (const [at, one] of words.entries())
      expect(words.slice(at + 1).filter((other) => overlap(one, other))).toEqual([]);
  });

  it('is not heard beside its row, and not drawn where it would be too small or nothing can be drawn', async () => {
    await room.show(viewOf({ artefact: dashboard(rows) }));
    expect(
      await room.page.evaluate(`document.querySelector('main .sheet svg').closest('[aria-hidden]') !== null`),
    ).toBe(true);
    await room.show(viewOf({ artefact: dashboard(rows), decision }));
    expect((await readChart()).every(({ right, left }) => right === left)).toBe(true);
    await room.show(viewOf({ artefact: dashboard(rows), beside: artefactOf({}) }));
    expect(await readChart()).toEqual([]);
    await room.show(viewOf({ artefact: dashboard('Order API  error rate  0.3% -> 60%') }));
    expect(await readChart()).toEqual([]);
    await room.show(viewOf({ artefact: dashboard(rows.split('\n').reverse().join('\n')) })); // its row would stand elsewhere
    expect(await readChart()).toEqual([]);
  });
});
