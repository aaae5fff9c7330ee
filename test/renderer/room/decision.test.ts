import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoomView } from '#core/exercise/views/room-view.ts';
import { quarterScripts, readQuarter } from '../../support/quarter-scripts.ts';
import { artefactOf, viewOf } from './pictures.ts';
import { launchBrowser, RoomWindow } from './room-window.ts';

let browser: Browser;
let room: RoomWindow;
beforeAll(async () => {
  browser = await launchBrowser();
  room = await RoomWindow.open(browser);
});
afterAll(() => browser.close());

const card = { show: 'decision', minutes: null, sinceMinutes: 0, until: null } as const;
const artefact = artefactOf({ body: 'What was released' });
const about = { owner: 'IC', openMinutes: 3 };

/** What every page of the card shows whole, as places of its text. */
async function readPages(changes: Partial<RoomView>, textPx = 46) {
  const shown = { artefact, card, textPx, ...changes };
  await room.show(viewOf(shown));
  const count = await room.countPages();
  const seen: Awaited<ReturnType<RoomWindow['listSeen']>>[] = [];
  for (let page = 0; page < count; page += 1) {
    await room.show(viewOf(shown, page));
    seen.push(await room.listSeen());
  }
  const all = seen.flat();
  const unread = all.filter(({ key }) => !all.some((one) => one.key === key && one.seen === 'whole'));
  const covered = await room.page.evaluate(`(() => {
    const mark = [...document.querySelectorAll('main p')].find((one) => /^Page \\d/.test(one.textContent));
    const words = document.createRange();
    words.selectNodeContents([...document.querySelectorAll('main p')].find((one) => one.textContent.startsWith('Decides')));
    return mark !== undefined && words.getBoundingClientRect().right > mark.parentElement.getBoundingClientRect().left;
  })()`);
  expect(covered).toBe(false);
  return { count, unread, cut: all.filter((one) => one.seen === 'cut') };
}

describe('Options in front of the room', () => {
  it('are read whole, each of every bundled decision, on one page or two at the usual size', async () => {
    const scripts = await Promise.all(quarterScripts.map(readQuarter));
    const decisions = scripts.flatMap(({ injects }) => injects.flatMap(({ decision }) => decision ?? []));
    expect(decisions.length).toBeGreaterThan(20);
    for (const { question, options } of decisions) {
      const read = await readPages({ decision: { ...about, question, options } });
      expect({ question, ...read }).toMatchObject({ question, unread: [], cut: [] });
      expect(read.count).toBeLessThanOrEqual(2);
    }
  });

  it.each([32, 64])('go on another page where one does not hold them, at %i px', async (textPx) => {
    const options = Array.from(
      { length: 9 },
      (_, at) => `${at + 1}. ${'Wait until somebody has looked at it, '.repeat(5)}`,
    );
    const question = 'What do we tell whom, and who says it? '.repeat(8);
    const read = await readPages({ decision: { ...about, question, options } }, textPx);
    expect(read.count).toBeGreaterThan(1);
    expect([read.unread, read.cut]).toEqual([[], []]);
  });

  it('are not in the banner over an artefact, which keeps its place', async () => {
    const options = ['Contain now', 'Watch until noon'];
    await room.show(viewOf({ artefact, decision: { ...about, question: 'What now?', options } }));
    expect(await room.text()).toContain('What was released');
    expect(await room.text()).not.toContain('Contain now');
  });

  it.each([40, 100, 200, 239])('have a question of %i letters whole where it stands alone', async (letters) => {
    const question = `${'What do we tell whom and '.repeat(10).slice(0, letters - 1)}?`;
    await room.show(viewOf({ artefact, card, decision: { ...about, question, options: null } }));
    const cut = `(() => {
      const { top, bottom } = document.querySelector('main h2[dir]').getBoundingClientRect();
      const box = document.querySelector('main .sheet').getBoundingClientRect();
      const [above, below] = [...document.querySelectorAll('main .sheet p')].filter((one) => one.textContent.match(/To decide|Decides/));
      return top >= above.getBoundingClientRect().bottom && bottom <= below.getBoundingClientRect().top && bottom < box.bottom;
    })()`;
    expect(await room.page.evaluate(cut)).toBe(true);
  });
});

/** Whether the parts of a card stand one below the other, inside the sheet. */
const stacked = `(() => {
  const sheet = document.querySelector('main .sheet').getBoundingClientRect();
  let last = sheet.top;
  for (const part of document.querySelector('main .sheet > div').children) {
    const { top, bottom, left, right } = part.getBoundingClientRect();
    if (top < last - 1 || bottom > sheet.bottom || left < sheet.left || right > sheet.right || part.scrollWidth > part.clientWidth + 1) return part.tagName + ' from ' + top + ' to ' + bottom;
    last = bottom;
  }
  return 'whole';
})()`;

describe('While the room talks', () => {
  const talk = [
    ['discuss', 'What do we do now, who does it, and who has to know?', null, 0],
    ['discuss', 'What do we do now, who does it, and who has to know?', 10, 10],
    ['timer', 'minutes left', 10, 3],
    ['timer', 'Time is up. Say where you stand.', 10, 10],
  ] as const;

  it.each(talk)(
    'the %s card says what is to be decided, and every word of it is seen',
    async (show, _, minutes, sinceMinutes) => {
      const scripts = await Promise.all(quarterScripts.map(readQuarter));
      const bundled = scripts.flatMap(({ injects }) => injects.flatMap(({ decision }) => decision?.question ?? []));
      const long = [70, 130, 240].map((letters) => 'What do we tell whom and '.repeat(10).slice(0, letters));
      for (const question of [...bundled, ...long]) {
        await room.show(
          viewOf({
            artefact,
            card: { show, minutes, sinceMinutes, until: null },
            decision: { ...about, question, options: null },
          }),
        );
        expect({ question, told: await room.page.evaluate(stacked) }).toEqual({ question, told: 'whole' });
        if (question.length <= 240) expect(await room.text()).toContain(question.trim());
      }
    },
  );

  it.each(talk)(
    'the %s card has its own words where nothing is open, or where that is too long for a card: %s',
    async (show, words, minutes, sinceMinutes) => {
      const card = { show, minutes, sinceMinutes, until: null };
      await room.show(viewOf({ artefact, card }));
      expect(await room.text()).toContain(words);
      await room.show(
        viewOf({ artefact, card, decision: { ...about, question: 'What now? '.repeat(30), options: null } }),
      );
      expect(await room.text()).toContain(words);
      expect(await room.text()).not.toContain('What now?');
    },
  );
});
