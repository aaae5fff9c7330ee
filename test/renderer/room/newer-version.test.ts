import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RoomPicture } from '#contract/room.ts';
import type { CardOver } from '#core/exercise/views/room-view.ts';
import type { channels } from '#core/scenario/vocabulary.ts';
import { artefactOf, cardOf, viewOf } from './pictures.ts';
import { launchBrowser, RoomWindow } from './room-window.ts';

let browser: Browser;
let room: RoomWindow;
beforeAll(async () => {
  browser = await launchBrowser();
  room = await RoomWindow.open(browser);
});
beforeEach(() => room.show(viewOf({ artefact: artefactOf({ body: 'What was released' }) })));
afterAll(() => browser.close());

const channel = 'hologram' as (typeof channels)[number];
const line = { channel, storylineTime: '2026-02-17T09:50', from: 'The carrier', subject: null };

/** What the eye finds in the middle of the window, and what stands there. */
function inFront(): Promise<{ isCurtain: boolean; words: string }> {
  return room.page.evaluate(`(() => {
    const front = document.elementFromPoint(640, 360).closest('.curtain, main');
    return { isCurtain: front?.className === 'curtain', words: front?.textContent ?? '' };
  })()`);
}

describe('A picture of a newer version', () => {
  it('has a piece of a kind that is not known shown as a plain one', async () => {
    const artefact = artefactOf({ channel, body: 'The line is down.' });
    const enlarged = { name: 'a.txt', kind: 'text', content: null } as const;
    for (const change of [{}, { enlarged }, { artefact: { ...artefact, body: null } }]) {
      await room.show(viewOf({ artefact, story: [line], ...change }));
      expect(await inFront()).toMatchObject({ isCurtain: false, words: expect.stringContaining('EXERCISE') });
      expect(await room.text()).toContain('09:50 Document');
    }
    await room.show(viewOf({ artefact, story: [line] }));
    expect(await room.bodyText()).toContain('The line is down.');
    await room.show(viewOf({ card: { show: 'story', minutes: null, sinceMinutes: 0, until: null }, story: [line] }));
    expect(await room.text()).toContain('Document, The carrier');
    expect(room.problems).toEqual([]);
  });

  it('is a blank where its card is not known', async () => {
    await room.show(cardOf('hologram' as CardOver));
    expect(await inFront()).toEqual({ isCurtain: true, words: 'EXERCISETLP:AMBER+STRICT' });
    expect(await room.text()).not.toContain('What was released');
  });

  it.each([
    ['cannot be drawn', viewOf({ artefact: artefactOf({ from: {} as string }), tlp: 'TLP:RED' }), 'EXERCISETLP:RED'],
    ['lacks what it should have', { show: 'view', view: {} } as RoomPicture, 'EXERCISE'],
    ['is no picture at all', null as unknown as RoomPicture, 'EXERCISE'],
  ])('that %s leaves a blank, and the next one is drawn', async (_, picture, words) => {
    await room.show(picture).catch(() => room.page.waitForTimeout(350)); // what else looks at it may give up
    expect(await inFront()).toEqual({ isCurtain: true, words });
    expect(await room.text()).toContain(words);
    await room.show(viewOf({ artefact: artefactOf({ body: 'Another text' }) }));
    expect((await inFront()).words).toContain('Another text');
  });
});
