import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RoomPicture } from '#contract/room.ts';
import { artefactOf, cardOf, viewOf } from './pictures.ts';
import { launchBrowser, RoomWindow } from './room-window.ts';

let browser: Browser;
let room: RoomWindow;

beforeAll(async () => {
  browser = await launchBrowser();
  room = await RoomWindow.open(browser);
});
beforeEach(() => room.show(released('What was released')));
afterEach(() => expect(room.problems).toEqual([]));
afterAll(() => browser.close());

const released = (body: string) => viewOf({ artefact: artefactOf({ body }) });
const blank: RoomPicture = { show: 'blank', tlp: 'TLP:RED' };

type Seen = { readonly behind: string; readonly isCovered: boolean; readonly curtain: string };

/** What stands in the window in the very turn in which it was told the last of these: nothing was painted in between. */
function told(...pictures: readonly RoomPicture[]): Promise<Seen> {
  return room.page.evaluate(`(() => {
    for (const picture of ${JSON.stringify(pictures)}) globalThis.showPicture(picture, null);
    const points = [[0, 0], [640, 0], [640, 360], [1279, 719], [300, 200]];
    return {
      behind: document.querySelector('main').textContent,
      isCovered: points.every(([x, y]) => document.elementFromPoint(x, y)?.closest('.curtain') != null),
      curtain: document.querySelector('.curtain').textContent,
    };
  })()`);
}

const behind = () => room.text();

describe('A blank', () => {
  it.each([
    ['by the panic key', blank],
    ['that was recorded', cardOf('blank')],
  ])('%s covers the whole window before anything else is drawn', async (_, picture) => {
    const seen = await told(picture);
    expect(seen.isCovered).toBe(true);
    expect(seen.behind).toContain('What was released');
  });

  it('says that this is an exercise and who may know it, and nothing else', async () => {
    expect((await told(blank)).curtain).toBe('EXERCISETLP:RED');
    expect((await told({ show: 'blank', tlp: null })).curtain).toBe('EXERCISE');
  });

  it('has what was shown taken out behind it', async () => {
    await told(blank);
    await expect.poll(behind).not.toContain('What was released');
    expect(await behind()).toContain('TLP:RED');
  });

  it.each([
    ['what is released by then', released('Another text')],
    ['nothing, where it was taken back', viewOf({ artefact: null })],
    ['what is real', viewOf({ artefact: artefactOf({ body: 'What was released' }), phase: 'real_world' })],
    ['the beginning', { show: 'waiting' }],
  ] as const)('rises over %s, and never over what stood there before', async (_, picture) => {
    const seen = await told(blank, picture);
    expect(seen.isCovered).toBe(false);
    expect(seen.behind).not.toContain('What was released');
    await told(blank);
    await expect.poll(behind).not.toContain('What was released');
    expect((await told(picture)).isCovered).toBe(false);
  });

  it('does not come back by itself over what was shown since', async () => {
    await told(blank, released('Another text'));
    const curtain = () => room.page.evaluate("document.querySelector('.curtain').textContent");
    await expect.poll(curtain).toContain('TLP:AMBER'); // made ready for the next time
    await room.page.evaluate('new Promise((wake) => setTimeout(wake, 500))'); // longer than anything is put off
    expect(await behind()).toContain('Another text');
  });

  it('stays down over what is drawn late', async () => {
    const seen = await told(blank, released('Another text'), blank);
    expect(seen.isCovered).toBe(true);
    await expect.poll(behind).not.toContain('Another text');
    expect((await told(blank)).isCovered).toBe(true);
  });
});
