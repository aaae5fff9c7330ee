import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RoomArtefact } from '#core/exercise/views/room-view.ts';
import { channels } from '#core/scenario/vocabulary.ts';
import { artefactOf, decision, hostileTexts, listKinds, viewOf, wordsOf } from './pictures.ts';
import { launchBrowser, RoomWindow } from './room-window.ts';

let browser: Browser;
let room: RoomWindow;
beforeAll(async () => {
  browser = await launchBrowser();
  room = await RoomWindow.open(browser);
});
beforeEach(() => {
  room.problems.length = 0;
});
afterEach(() => expect(room.problems).toEqual([]));
afterAll(() => browser.close());

const short = artefactOf({ channel: 'chat', body: 'One line.', tlp: 'TLP:GREEN' });
const long = 'Please state whether personal data were affected. '.repeat(30);

/** Turns every page at the left: the text is all there, each line of it whole on one page. */
async function checkPages(beside: RoomArtefact) {
  await room.show(viewOf({ artefact: short, beside }));
  const count = await room.countPages();
  expect(wordsOf(await room.bodyText()), beside.channel).toContain(wordsOf(beside.body ?? ''));
  expect(await room.listOverflow(), beside.channel).toEqual([]);
  const unseen = new Set((await room.listSeen()).map(({ key }) => key));
  for (let page = 0; page < count; page += 1) {
    await room.show(viewOf({ artefact: short, beside }, 0, page));
    const seen = await room.listSeen();
    const cut = seen.filter((line) => line.seen === 'cut');
    expect(cut, `${beside.channel}, page ${page + 1} of ${count}`).toEqual([]);
    for (const { key, seen: how } of seen) if (how === 'whole') unseen.delete(key);
  }
  expect([...unseen], `${beside.channel}: on no page`).toEqual([]);
}

const marks = () => room.page.getByText(/^Page \d+ of \d+$/).allTextContents();
const sizeIn = (side: string) =>
  room.page.evaluate(`getComputedStyle(document.querySelector('[aria-label^="${side}"] [data-room-body] p')).fontSize`);

describe('Two artefacts side by side', () => {
  it('show every line of every kind whole over the pages of its half', async () => {
    for (const artefact of listKinds()) await checkPages(artefact);
  });

  it('hold their layout under hostile texts and the banner of a decision', async () => {
    const texts = Object.values(hostileTexts);
    for (const [index, channel] of channels.entries()) {
      const body = texts[index % texts.length] ?? '';
      const words = body.slice(0, 300);
      const beside = artefactOf({ channel, body, subject: body, from: words, to: words });
      await room.show(viewOf({ artefact: beside, beside, decision: { ...decision, question: body } }));
      expect(await room.listOverflow(), channel).toEqual([]);
      expect(wordsOf(await room.bodyText()), channel).toContain(wordsOf(body));
    }
  });

  it('keep the size of the text, and turn each its own pages', async () => {
    const [beside, artefact] = [artefactOf({ body: long }), artefactOf({ body: `${long}${long}` })];
    await room.show(viewOf({ artefact }));
    const alone = await room.page.evaluate("getComputedStyle(document.querySelector('[data-room-body] p')).fontSize");
    await room.show(viewOf({ artefact, beside }, 3, 1));
    expect([await sizeIn('Earlier'), await sizeIn('Now')]).toEqual([alone, alone]);
    expect(await marks()).toEqual([expect.stringMatching(/^Page 2 of \d+$/), expect.stringMatching(/^Page 4 of \d+$/)]);
  });

  it('say which one is from before, and go by the stricter marking of the two', async () => {
    await room.show(viewOf({ artefact: short, beside: artefactOf({ tlp: 'TLP:RED' }) }));
    expect(await room.page.getByRole('region').allTextContents()).toEqual([
      expect.stringMatching(/^Earlier Tue 10:20, E-mail/),
      expect.stringMatching(/^Now Tue 10:20, Chat/),
    ]);
    expect(await room.page.locator('main header').textContent()).toContain('TLP:RED');
  });

  it('give a sender two lines, an e-mail all of its address, and the time once, above the frame', async () => {
    for (const artefact of listKinds()) {
      const from =
        artefact.channel === 'email'
          ? 'Code-hosting platform, secret scanning <noreply@codehost.invalid>'
          : 'Cloud audit and artefact registry';
      const shown = {
        ...artefact,
        from,
        storylineTime: '2026-02-17T10:20',
        to: null,
        attachments: [],
        body: 'One line.',
      };
      await room.show(viewOf({ artefact: shown, beside: shown }));
      const half = room.page.getByRole('region', { name: /^Earlier/ });
      expect(await half.innerText(), artefact.channel).not.toMatch(/10:20[\s\S]*10:20/);
      const cut = await half
        .getByText(from)
        .evaluateAll((names) =>
          names
            .filter((name) => name.scrollHeight > name.clientHeight + 16 && name.clientHeight > 0)
            .map(({ innerHTML }) => innerHTML),
        );
      expect(cut, artefact.channel).toEqual([]);
    }
  });
});
