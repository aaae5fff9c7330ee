import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, type Desktop, launchDesktop, startChromium } from '../support/launch-desktop.ts';
import { newWorkspace, openMuster } from '../support/open-muster.ts';

let chromium: Chromium;
let desktop: Desktop;
beforeAll(async () => {
  chromium = await startChromium();
}, 120_000);
afterAll(async () => {
  await desktop?.kill();
  await chromium?.close();
});

describe('Row 16, a window that hangs', () => {
  it('takes neither the clock nor a capture along: the main process keeps both, and offers to load it again', async () => {
    const workspace = await newWorkspace();
    desktop = await launchDesktop(chromium, { workspace });
    const page = await desktop.consolePage();
    const started = `window.muster.fill_plan({ script: 'q2-ransomware' })
      .then(() => window.muster.start_exercise({ script: 'q2-ransomware' }))`;
    const { value } = (await page.evaluate(started)) as { value: { exercise: string } };
    const { exercise } = value;
    void page.evaluate('while (true) {}').catch(() => {}); // it never answers again
    const sender = { window: 'console' } as const;
    const command = { type: 'record_gap', title: 'Captured beside a window that hangs' };
    const asked = { exercise, command, pressedM: null };
    expect(await desktop.order('invokeAs', sender, 'muster:ask', 'give_command', asked)).toMatchObject({ ok: true });
    await desktop.order('hang', 'console');
    expect(await desktop.order('openDialogs')).toMatchObject([{ options: { buttons: ['Wait', 'Reload the window'] } }]);
    await desktop.order('answerDialog', { response: 0 });
    await desktop.kill();
    const again = await openMuster(workspace);
    const opened = await again.ask.open_exercise({ exercise });
    expect(JSON.stringify(opened)).toContain('Captured beside a window that hangs');
    await again.close();
  }, 120_000);
});
