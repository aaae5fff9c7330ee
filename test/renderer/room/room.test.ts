import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoomArtefact } from '#core/exercise/views/room-view.ts';
import { channels } from '#core/scenario/vocabulary.ts';
import { artefactOf, cardOf, decision, hostileTexts, listKinds, viewOf, wordsOf } from './pictures.ts';
import { buildRoom, launchBrowser, RoomWindow } from './room-window.ts';

const timeoutMs = 300_000;
let browser: Browser;
let pages: string;

beforeAll(async () => {
  [pages, browser] = await Promise.all([buildRoom(), launchBrowser()]);
});
afterAll(() => browser.close());

/** Turns every page: the text is all there, each line of it whole on one page. */
async function checkPages(window: RoomWindow, artefact: RoomArtefact) {
  await window.show(viewOf({ artefact }));
  const count = await window.countPages();
  expect(wordsOf(await window.bodyText()), artefact.channel).toContain(wordsOf(artefact.body ?? ''));
  expect(await window.listOverflow(), artefact.channel).toEqual([]);
  const unseen = new Set((await window.listSeen()).map(({ key }) => key));
  for (let page = 0; page < count; page += 1) {
    await window.show(viewOf({ artefact }, page));
    const seen = await window.listSeen();
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
  ])(
    'shows every line of every kind whole over its pages at %i × %i',
    { timeout: timeoutMs },
    async (width, height) => {
      const window = await RoomWindow.open(browser, pages, { width, height });
      for (const artefact of listKinds()) await checkPages(window, artefact);
      expect(window.problems).toEqual([]);
      await window.close();
    },
  );

  it('holds its layout under hostile texts', { timeout: timeoutMs }, async () => {
    const window = await RoomWindow.open(browser, pages, { width: 1280, height: 720 });
    const texts = Object.values(hostileTexts);
    for (const [index, channel] of channels.entries()) {
      const body = texts[index % texts.length] ?? '';
      const artefact = artefactOf({ channel, body, subject: body, from: body.slice(0, 300), to: body.slice(0, 300) });
      await window.show(viewOf({ artefact, decision: { ...decision, question: body } }));
      expect(await window.listOverflow(), channel).toEqual([]);
      expect(wordsOf(await window.bodyText()), channel).toContain(wordsOf(body));
    }
    expect(window.problems).toEqual([]);
    await window.close();
  });

  it('keeps to the last page when asked for one beyond it', { timeout: timeoutMs }, async () => {
    const window = await RoomWindow.open(browser, pages, { width: 1280, height: 720 });
    await window.show(viewOf({ artefact: artefactOf({ body: 'One line.\n\n'.repeat(40) }) }, 99));
    const count = await window.countPages();
    expect(count).toBeGreaterThan(1);
    expect(await window.text()).toContain(`Page ${count} of ${count}`);
    await window.close();
  });

  it('says who speaks, and no more, while the facilitator reads', { timeout: timeoutMs }, async () => {
    const window = await RoomWindow.open(browser, pages, { width: 1280, height: 720 });
    const artefact = artefactOf({
      channel: 'phone_call',
      from: 'Support engineer',
      to: null,
      subject: null,
      body: null,
    });
    await window.show(viewOf({ artefact }));
    expect(await window.text()).toContain('Support engineer');
    expect(await window.page.title()).toBe('Muster room');
    await window.close();
  });

  it('has no barrier axe can find on a kind or a card', { timeout: timeoutMs }, async () => {
    const window = await RoomWindow.open(browser, pages, { width: 1280, height: 720 });
    const cards = (['welcome', 'discuss', 'timer', 'sitrep', 'break', 'story', 'end'] as const).map((c) =>
      cardOf(c, 5, 1),
    );
    const kinds = listKinds().map((artefact) => viewOf({ artefact }));
    for (const picture of [...cards, ...kinds, viewOf({ decision }), viewOf({ phase: 'real_world' })]) {
      await window.show(picture);
      expect(await window.listAxeViolations()).toEqual([]);
    }
    await window.close();
  });
});
