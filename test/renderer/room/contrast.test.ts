import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tlpLabels } from '#core/scenario/vocabulary.ts';
import { measureContrast } from '../../support/measure-contrast.ts';
import { attachedPictures } from './attached.ts';
import { artefactOf, listPictures, viewOf } from './pictures.ts';
import { launchBrowser, RoomWindow } from './room-window.ts';

const themes = ['light', 'dark'] as const;
let browser: Browser;
let room: RoomWindow;
beforeAll(async () => {
  browser = await launchBrowser();
  room = await RoomWindow.open(browser);
  await room.page.setViewportSize({ width: 1920, height: 1080 });
});
afterAll(() => browser.close());

/** Its colour and its ground are those of the standard. Source: FIRST, TLP 2.0, colours. */
const red = 'TLP:RED';
const redOnBlack = 5.6;

const pictures = {
  ...listPictures(),
  ...attachedPictures,
  ...Object.fromEntries(tlpLabels.map((tlp) => [tlp, viewOf({ tlp, artefact: artefactOf({ tlp }) })])),
};

describe('What the room reads', () => {
  it('stands out from its ground by 7 to 1 or more, the frame’s words too, on every kind and card in both themes', async () => {
    const rows: string[] = [];
    const faint: string[] = [];
    for (const [name, picture] of Object.entries(pictures)) {
      const figures: string[] = [];
      for (const theme of themes) {
        await room.setTheme(theme);
        await room.show(picture);
        const found = await measureContrast(room.page);
        expect(found.length, name).toBeGreaterThan(0);
        faint.push(
          ...found
            .filter(({ words, ratio }) => ratio < (words === red ? redOnBlack : 7))
            .map(({ words, ratio }) => `${name}, ${theme}: ${ratio} ${words}`),
        );
        figures.push(...[found.find(({ isBody }) => isBody), found[0]].map((one) => one?.ratio.toFixed(1) ?? ''));
      }
      rows.push(`| ${name.replaceAll('_', ' ')} | ${figures.join(' | ')} |`);
    }
    expect(faint).toEqual([]);
    await expect(`${[...head, ...rows].join('\n')}\n`).toMatchFileSnapshot('../../../docs/room-contrast.md');
  });

  it('stays as it was measured where the system has colours of its own', async () => {
    await room.setTheme('light');
    await room.show(viewOf({ artefact: artefactOf({}) }));
    const before = await room.page.screenshot();
    await room.page.emulateMedia({ forcedColors: 'active' });
    expect(before.equals(await room.page.screenshot())).toBe(true);
    await room.page.emulateMedia({ forcedColors: 'none' });
  });

  it('is measured by a ruler that finds faint words', async () => {
    await room.setTheme('light');
    await room.show(viewOf({ artefact: artefactOf({}) }));
    await room.page.evaluate("document.querySelector('[data-watermark]').remove()");
    await room.page.evaluate(
      "Object.assign(document.querySelector('article').style, { color: 'rgb(118 118 118)', background: 'white' }); null",
    );
    await room.page.evaluate("for (const one of document.querySelectorAll('article *')) one.style.color = 'inherit'");
    await room.page.evaluate("for (const one of document.querySelectorAll('article *')) one.style.background = 'none'");
    expect((await measureContrast(room.page))[0]?.ratio).toBe(4.54);
    await room.page.reload();
  });
});

const head = [
  '# How words stand out in the room',
  '',
  'The faintest words of each picture at 1920 × 1080, as a ratio to their ground (WCAG 2.2: 4.5 is asked for, 7 is "enhanced"; Muster asks',
  'for 7 of all of them but the mark TLP:RED, whose red on black is the standard’s), where the watermark lies over them. Measured in',
  'Chromium by `test/renderer/room/contrast.test.ts`, which keeps this page.',
  '',
  '| picture | light: artefact | light: all | dark: artefact | dark: all |',
  '|---|---|---|---|---|',
];
