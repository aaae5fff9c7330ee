import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, type Desktop, launchDesktop, startChromium } from '../support/launch-desktop.ts';
import { newWorkspace } from '../support/open-muster.ts';

const laptop = { width: 1280, height: 800 };
const projector = { width: 1920, height: 1080 };
const steps = 40;
const seed = Number(process.env.FAULTS_SEED ?? Date.now() % 1_000_000);

let chromium: Chromium;
let desktop: Desktop;
beforeAll(async () => {
  chromium = await startChromium();
  desktop = await launchDesktop(chromium, { workspace: await newWorkspace(), displays: [laptop, projector] });
  await desktop.consolePage();
  await desktop.roomPage();
}, 120_000);
afterAll(async () => {
  await desktop?.kill();
  await chromium?.close();
});

/** Mulberry32: the same numbers for the same seed. */
function numbersFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const displayAt = (x: number) => (x + 1 > laptop.width ? 1 : 0);

describe('Row 18, displays that come and go', () => {
  it(`never leave the room on the facilitator's display, nor out of sight where there is one for it (seed ${seed})`, async () => {
    const next = numbersFrom(seed);
    let isPlugged = true;
    const done: string[] = [];
    for (let step = 0; step < steps; step += 1) {
      const choice = next();
      if (choice < 0.4) {
        isPlugged = !isPlugged;
        done.push(isPlugged ? 'plugged' : 'unplugged');
        await desktop.order('plugDisplays', isPlugged ? [laptop, projector] : [laptop]);
        if (!isPlugged) await desktop.order('moveWindow', 'console', 0); // the system brings what was there back
      } else {
        const x = isPlugged && next() < 0.5 ? laptop.width : 0;
        done.push(`console at ${x}`);
        await desktop.order('moveWindow', 'console', x);
      }
      const windows = await desktop.order('windows');
      const [console, room] = ['console', 'room'].map((role) =>
        windows.find(({ url }) => url.startsWith(`app://${role}`)),
      );
      const why = done.join(', ');
      expect(room?.is.visible, why).toBe(isPlugged);
      expect(room?.is.fullScreen, why).toBe(isPlugged);
      if (isPlugged) expect(displayAt(room?.bounds.x ?? 0), why).not.toBe(displayAt(console?.bounds.x ?? 0));
    }
  }, 120_000);
});
