import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RoomPicture } from '#contract/room.ts';
import { channels, testCardPx } from '#core/scenario/vocabulary.ts';
import { artefactOf, cardOf, decision, listKinds, viewOf } from './pictures.ts';
import { launchBrowser, RoomWindow } from './room-window.ts';

let browser: Browser;
let room: RoomWindow;

beforeAll(async () => {
  browser = await launchBrowser();
  room = await RoomWindow.open(browser);
  await room.page.setViewportSize({ width: 1920, height: 1080 });
});
beforeEach(() => room.setTheme('light'));
afterEach(() => expect(room.problems).toEqual([]));
afterAll(() => browser.close());

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

function boxesOf(selector: string): Promise<readonly Box[]> {
  return room.page.evaluate(
    `[...document.querySelectorAll('main ${selector}')].map((one) => one.getBoundingClientRect().toJSON())`,
  );
}

/** Words of the watermark that are seen whole: painted words have no boxes, so they are set once more as words, and taken away again. */
function listWatermarks(): Promise<readonly Box[]> {
  return room.page.evaluate(`[...document.querySelectorAll('main [data-watermark]')].flatMap((mark) => {
    const painted = mark.firstElementChild;
    const rows = JSON.parse(getComputedStyle(painted, '::before').content.replaceAll('\\\\a ', '\\\\n'));
    const again = painted.cloneNode();
    again.dataset.again = '';
    document.adoptedStyleSheets = [new CSSStyleSheet()];
    document.adoptedStyleSheets[0].replaceSync('[data-again]::before { content: none !important; }');
    for (const part of rows.split(/(EXERCISE)/)) {
      const word = document.createElement(part === 'EXERCISE' ? 'span' : 'i');
      word.textContent = part;
      again.append(word);
    }
    mark.append(again);
    const sheet = mark.getBoundingClientRect();
    const covers = [...mark.parentElement.children].filter((one) => one.matches('[data-watermark] ~ *')).map((one) => one.getBoundingClientRect());
    const words = [...again.querySelectorAll('span')].map((span) => span.getBoundingClientRect().toJSON());
    again.remove();
    document.adoptedStyleSheets = [];
    return words.filter((word) => word.left >= sheet.left && word.right <= sheet.right && word.top >= sheet.top && word.bottom <= sheet.bottom
      && covers.every((over) => over.left >= word.right || over.top >= word.bottom));
  })`);
}

/** Words at the edges of the frame, those alone that are seen. */
function listEdgeWords(): Promise<readonly Box[]> {
  return room.page.evaluate(`[...document.querySelectorAll('main article > p')].flatMap((edge) => {
    const [text] = edge.childNodes;
    const box = edge.getBoundingClientRect();
    return [...text.data.matchAll(/EXERCISE/g)].map(({ index }) => {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + 8);
      return range.getBoundingClientRect().toJSON();
    }).filter((word) => word.left >= box.left - 2 && word.right <= box.right + 2 && word.top >= box.top - 2 && word.bottom <= box.bottom + 2);
  })`);
}

/** So few words a crop of a quarter of the picture holds whole, wherever it is taken. */
function leastInQuarter(words: readonly Box[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let left = 0; left <= 960; left += 40) {
    for (let top = 0; top <= 540; top += 20) {
      const inside = words.filter(
        (word) => word.left >= left && word.right <= left + 960 && word.top >= top && word.bottom <= top + 540,
      );
      least = Math.min(least, inside.length);
    }
  }
  return least;
}

const long = 'One line of words that is said.\n\n'.repeat(24);
const framed: Readonly<Record<string, RoomPicture>> = {
  ...Object.fromEntries(listKinds().map((artefact) => [artefact.channel, viewOf({ artefact })])),
  'a long meeting under a banner': viewOf({
    artefact: artefactOf({ channel: 'meeting', body: long }),
    decision: { ...decision, options: ['Contain now', 'Watch until noon', 'Ask the supplier first'] },
  }),
  'two side by side': viewOf({ artefact: artefactOf({ body: long }), beside: artefactOf({}) }),
  'the situation report': cardOf('sitrep'),
};

/** The middle between two sides. */
const middleOf = ({ left, right }: Box) => (left + right) / 2;

async function boxOf(selector: string): Promise<Box> {
  const [box] = await boxesOf(selector);
  if (!box) throw new Error(`nothing is ${selector}`);
  return box;
}

describe('EXERCISE', () => {
  it.each(Object.entries(framed))('stands whole in every crop of a quarter: %s', async (_, picture) => {
    await room.show(picture);
    const marks = await listWatermarks();
    const others = [...(await boxesOf('header > p:first-child')), ...(await listEdgeWords())];
    expect(leastInQuarter([...marks, ...others])).toBeGreaterThan(0);
  });
});

describe('The sheet', () => {
  it.each(channels)('leaves room below the last line of what has one page: %s', async (channel) => {
    await room.show(viewOf({ artefact: artefactOf({ channel }) }));
    const [body, sheet] = [await boxOf('[data-room-body]'), await boxOf('.sheet')];
    expect(sheet.bottom - body.bottom).toBeGreaterThanOrEqual(28);
  });

  it.each([3, 12, 24])('has a page mark with as much beside its words on either side: %i pages', async (pages) => {
    await room.show(viewOf({ artefact: artefactOf({ body: 'One line.\n\n'.repeat(5 * pages) }) }));
    const mark = await boxOf('article > div:last-child');
    const inside = (await boxesOf('article > div:last-child > *')).filter((one) => one.right > one.left);
    const left = Math.min(...inside.map((one) => one.left)) - mark.left;
    expect(mark.right - Math.max(...inside.map((one) => one.right))).toBeCloseTo(left, 0);
  });

  it('keeps who speaks in a meeting and the page mark apart', async () => {
    const from = 'Head of customer operations and of whatever else there is in the north';
    for (const body of [long.slice(0, 330), long, long.repeat(5)]) {
      await room.show(viewOf({ artefact: artefactOf({ channel: 'meeting', from, body }), decision }));
      const [plate, mark] = [await boxOf('.sheet > p:last-child bdi'), await boxOf('article > div:last-child')];
      expect(mark.left - plate.right).toBeGreaterThanOrEqual(20);
      expect(plate.right - plate.left).toBeGreaterThan(900); // and a name is not cut early
    }
  });

  it('has the name of a newspaper in its middle', async () => {
    await room.show(viewOf({ artefact: artefactOf({ channel: 'news_article', from: 'The Daily Ledger' }) }));
    expect(middleOf(await boxOf('.sheet strong'))).toBeCloseTo(middleOf(await boxOf('.sheet')), 0);
  });
});

describe('A card', () => {
  it.each(testCardPx)('with the situation report runs into nothing at %i px', async (textPx) => {
    const card = { show: 'sitrep', minutes: null, sinceMinutes: 0, until: null } as const;
    await room.show(viewOf({ card, textPx }));
    expect(await room.listOverflow()).toEqual([]);
    const [sections, words] = [await boxesOf('.sheet section'), await boxesOf('.sheet section p')];
    expect(words).toHaveLength(4);
    for (const [index, word] of words.entries()) {
      expect((sections[index]?.bottom ?? 0) - word.bottom).toBeGreaterThanOrEqual(8);
      expect(sections[index + 2]?.top ?? 1080).toBeGreaterThanOrEqual(sections[index]?.bottom ?? 1080);
    }
  });

  it.each([46, 64])('with the story keeps day and time on one line at %i px', async (textPx) => {
    const card = { show: 'story', minutes: null, sinceMinutes: 0, until: null } as const;
    await room.show(viewOf({ card, textPx, story: story('2026-02-18T08:48') }));
    const [time, words] = [await boxOf('.sheet time'), await boxOf('.sheet li p')];
    const lines = await room.page.evaluate(`(() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector('main .sheet time'));
      return range.getClientRects().length;
    })()`);
    expect(lines).toBe(1);
    expect(time.right).toBeLessThan(words.left);
  });

  it('says when a break is over, and in how many minutes; only these where no clock is known', async () => {
    await room.show(cardOf('break', 5, 1));
    expect(await room.text()).toContain('Break. Back at10:354 minutes left. The story waits.');
    await room.show(viewOf({ card: { show: 'break', minutes: 5, sinceMinutes: 4, until: null } }));
    expect(await room.text()).toContain('Break. Back in1minute');
  });

  it('says when something real stopped the exercise', async () => {
    await room.show(viewOf({ phase: 'real_world', stoppedAt: '10:07' }));
    expect(await room.text()).toContain('Listen to the facilitator. Stopped at 10:07');
  });

  it.each(['light', 'dark'] as const)(
    'before an exercise tests a mark that is there to be seen, in %s',
    async (theme) => {
      await room.setTheme(theme);
      await room.show({ show: 'test_card', tlp: 'TLP:AMBER' });
      const square = await boxOf('svg');
      const shot = (
        await room.page.screenshot({ clip: { x: square.left + 4, y: square.top + 4, width: 66, height: 66 } })
      ).toString('base64');
      const tones: readonly number[] = await room.page.evaluate(`(async () => {
      const image = new Image();
      image.src = 'data:image/png;base64,${shot}';
      await image.decode();
      const canvas = document.createElement('canvas').getContext('2d');
      canvas.drawImage(image, 0, 0);
      const greens = canvas.getImageData(0, 0, 66, 66).data.filter((_, index) => index % 4 === 1);
      return [Math.min(...greens), Math.max(...greens)];
    })()`);
      expect((tones[1] ?? 0) - (tones[0] ?? 0)).toBeGreaterThanOrEqual(12);
    },
  );
});

describe('The story strip', () => {
  it('says another day where it begins', async () => {
    const strip = () => room.page.evaluate("document.querySelector('main footer').textContent");
    await room.show(
      viewOf({ artefact: artefactOf({}), story: story('2026-02-17T18:40', '2026-02-18T11:30', '2026-02-18T12:00') }),
    );
    expect(await strip()).toBe('Story so far18:40 ReportWed 11:30 Report12:00 Report');
    const hidden = Array.from({ length: 4 }, () => '2026-02-17T18:40');
    await room.show(
      viewOf({
        artefact: artefactOf({}),
        story: story(...hidden, '2026-02-18T11:30', ...hidden.slice(1).map(() => '2026-02-18T12:00')),
      }),
    );
    expect(await strip()).toContain('+4 earlierWed 11:30 Report12:00 Report');
  });
});

function story(...times: readonly string[]) {
  return times.map(
    (storylineTime) => ({ storylineTime, channel: 'report', from: 'Somebody', subject: 'A find' }) as const,
  );
}
