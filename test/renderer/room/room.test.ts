import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RoomArtefact } from '#core/exercise/views/room-view.ts';
import { channels, testCardPx, usualTextPx } from '#core/scenario/vocabulary.ts';
import { artefactOf, decision, hostileTexts, listKinds, listPictures, viewOf, wordsOf } from './pictures.ts';
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
  await room.page.setViewportSize({ width: 1280, height: 720 });
});
afterEach(() => expect(room.problems).toEqual([]));
afterAll(() => browser.close());

/** Turns every page: the text is all there, each line of it whole on one page. */
async function checkPages(artefact: RoomArtefact, textPx = usualTextPx) {
  await room.show(viewOf({ artefact, textPx }));
  const count = await room.countPages();
  expect(wordsOf(await room.bodyText()), artefact.channel).toContain(wordsOf(artefact.body ?? ''));
  expect(await room.listOverflow(), artefact.channel).toEqual([]);
  const unseen = new Set((await room.listSeen()).map(({ key }) => key));
  for (let page = 0; page < count; page += 1) {
    await room.show(viewOf({ artefact, textPx }, page));
    const seen = await room.listSeen();
    expect(
      seen.filter((line) => line.seen === 'cut'),
      `${artefact.channel}, page ${page + 1} of ${count}`,
    ).toEqual([]);
    for (const { key, seen: how } of seen) if (how === 'whole') unseen.delete(key);
  }
  expect([...unseen], `${artefact.channel}: on no page`).toEqual([]);
}

describe('The room', () => {
  it.each([
    [1920, 1080],
    [390, 220],
  ])('shows every line of every kind whole over its pages at %i × %i', async (width, height) => {
    await room.page.setViewportSize({ width, height });
    for (const artefact of listKinds()) await checkPages(artefact);
  });

  it('draws what has no subject without an empty headline, and without a rule that parts nothing', async () => {
    for (const channel of channels.filter((kind) => kind !== 'memo')) {
      const artefact = artefactOf({
        channel,
        subject: null,
        from: 'The carrier',
        body: 'The line is down.\n\nWho calls?',
      });
      await room.show(viewOf({ artefact }));
      expect(await room.listEmptyRules(), channel).toEqual([]);
      expect(await room.page.getByRole('heading').filter({ hasNotText: /\S/ }).count(), channel).toBe(0);
    }
  });

  it.each([testCardPx[0], testCardPx.at(-1)])(
    'keeps every line whole where the last row chose text of %i px',
    async (textPx) => {
      for (const artefact of listKinds()) await checkPages(artefact, textPx);
    },
  );

  it('asks the last row, before an exercise, which line it can read', async () => {
    for (const theme of ['light', 'dark'] as const) {
      await room.setTheme(theme);
      await room.show({ show: 'test_card', tlp: 'TLP:AMBER' });
      expect(await room.listBarriers()).toEqual([]);
    }
    expect(await room.text()).toContain('which is the first line you can read');
    for (const words of ['TLP:AMBER', '24 px', 'to 4.4 m', '64 px', 'to 11.7 m'])
      expect(await room.text()).toContain(words);
    expect(await room.listOverflow()).toEqual([]);
  });

  it('holds its layout under hostile texts', async () => {
    const texts = Object.values(hostileTexts);
    for (const [index, channel] of channels.entries()) {
      const body = texts[index % texts.length] ?? '';
      const artefact = artefactOf({ channel, body, subject: body, from: body.slice(0, 300), to: body.slice(0, 300) });
      await room.show(viewOf({ artefact, decision: { ...decision, question: body } }));
      expect(await room.listOverflow(), channel).toEqual([]);
      expect(wordsOf(await room.bodyText()), channel).toContain(wordsOf(body));
    }
  });

  it('turns no page between a name in a chat and its words, nor between a line and what goes on below it', async () => {
    const messages = Array.from(
      { length: 9 },
      (_, at) => `09:3${at}  admin.k   one more shard is back, and one is not`,
    );
    for (const first of [0, 1, 2, 3]) {
      const body = ['x '.repeat(25 * first), ...messages].join('\n').trim(); // so that a page ends elsewhere each time
      for (const [channel, words] of [
        ['chat', body],
        ['log_extract', body.replaceAll('   ', '\n          ')],
      ] as const) {
        await room.show(viewOf({ artefact: artefactOf({ channel, body: words }), decision }));
        expect(await room.countPages(), channel).toBeGreaterThan(1);
        expect(await room.countParted(), `${channel}, ${first}`).toBe(0);
      }
    }
  });

  it.each([
    [1366, 768],
    [853, 480],
  ])('leaves no dark line along the edge at %i × %i', async (width, height) => {
    await room.page.setViewportSize({ width, height });
    await room.show(viewOf({ artefact: artefactOf({}) }));
    const stage = await room.page.evaluate<Record<'left' | 'top' | 'right' | 'bottom', number>>(
      "document.querySelector('main > div > div').getBoundingClientRect().toJSON()",
    );
    expect(Math.max(stage.left, stage.top)).toBeLessThanOrEqual(0);
    expect(Math.min(stage.right - width, stage.bottom - height)).toBeGreaterThanOrEqual(-0.001);
  });

  it('keeps to the last page when asked for one beyond it', async () => {
    await room.show(viewOf({ artefact: artefactOf({ body: 'One line.\n\n'.repeat(40) }) }, 99));
    const count = await room.countPages();
    expect(count).toBeGreaterThan(1);
    expect(await room.text()).toContain(`Page ${count} of ${count}`);
  });

  it('says who speaks, and no more, while the facilitator reads', async () => {
    const artefact = artefactOf({
      channel: 'phone_call',
      from: 'Support engineer',
      to: null,
      subject: null,
      body: null,
    });
    await room.show(viewOf({ artefact }));
    expect(await room.text()).toContain('Support engineer');
    expect(await room.page.title()).toBe('Muster room');
  });

  it.each(['light', 'dark'] as const)('has no barrier on any kind or card, in %s', async (theme) => {
    await room.setTheme(theme);
    for (const [name, picture] of Object.entries(listPictures())) {
      await room.show(picture);
      expect(await room.listBarriers(), name).toEqual([]);
    }
  });
});
