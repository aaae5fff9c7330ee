import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, launchDesktop, startChromium } from '../support/launch-desktop.ts';

let chromium: Chromium;
beforeAll(async () => {
  chromium = await startChromium();
});
afterAll(() => chromium.close());

const workspace = () => mkdtempSync(join(tmpdir(), 'muster-desktop-'));

describe('The desktop', () => {
  it('opens', async () => {
    const desktop = await launchDesktop(chromium, { workspace: workspace(), displays: [{width:1280,height:800},{width:1920,height:1080}] });
    const page = await desktop.consolePage();
    console.log(page.url(), (await page.evaluate('document.body.innerText')), await desktop.order('windows'), await desktop.order('told'));
    const room = await desktop.roomPage();
    await room.waitForTimeout(500);
    console.log(await room.evaluate('document.body.innerText'), desktop.output());
    expect(await desktop.close()).toBe(0);
  });
});
