import { test } from 'vitest';
import { serveScreens } from './open-screen.ts';
import { playSample } from './play-sample.ts';
import { holdInMemory } from './review-bridge.ts';

test('shots', async () => {
  const screens = await serveScreens();
  const held = holdInMemory(await playSample('q3-insider-threat'));
  for (const [theme, width, height] of [
    ['light', 1280, 800],
    ['dark', 1280, 800],
    ['light', 1920, 1080],
  ] as const) {
    const page = await screens.open(held, '/review/2026-q3-insider-threat', { theme, width, height });
    page.on('console', (m) => console.log(m.text()));
    page.on('pageerror', (m) => console.log(m));
    await page.waitForTimeout(1500);
    const steps = page.getByRole('complementary').getByRole('listitem');
    const names = [
      'Timeline',
      'Gaps',
      'Objectives',
      'Actions',
      'Runbook',
      'Strengths',
      'Parked',
      'Previous',
      'Feedback',
      'For leadership',
      'Sign-off',
    ];
    for (const [i, name] of names.entries()) {
      if (theme === 'dark' && i !== 1 && i !== 2) continue;
      await page
        .getByRole('button', { name: new RegExp('^' + name) })
        .first()
        .click();
      await page.waitForTimeout(150);
      await page.screenshot({ path: `/tmp/shots/review-${theme}-${width}-${i}.png`, fullPage: true });
    }
    await page.goto(page.url().replace('review/', 'report/'));
    await page.waitForTimeout(600);
    await page.screenshot({ path: `/tmp/shots/report-${theme}-${width}.png` });
    await page.close();
  }
  await screens.close();
});
