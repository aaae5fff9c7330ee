import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pressAt } from './keyboard.ts';
import { type Look, type Screens, serveScreens } from './open-screen.ts';
import { playSample } from './play-sample.ts';
import { holdInMemory, names } from './review-bridge.ts';

const stem = 'q3-insider-threat';

let screens: Screens;
beforeAll(async () => {
  screens = await serveScreens();
}, 120_000);
afterAll(() => screens.close());

async function openReport(look?: Look) {
  const held = holdInMemory(await playSample(stem));
  const page = await screens.open(held, `/report/2026-${stem}`, look);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { page, held };
}

describe('The report of a draft', () => {
  test('says what blocks FINAL, leads there, and shows what the document says now', async () => {
    const { page } = await openReport();
    const link = page.getByRole('link', { name: '4 points block FINAL' });
    expect(await link.getAttribute('href')).toBe(`#/review/2026-${stem}`);
    await page.getByText('If this had been real, the logs of the first day').waitFor();
    await pressAt(page.getByRole('button', { name: /Runbook changes/ }));
    expect(await page.evaluate('document.activeElement.id')).toBe('section-6');
    await page.close();
  });

  test('writes all documents with progress, by keyboard, and says where they are', async () => {
    const { page } = await openReport();
    await page.getByText('No document is written yet.').waitFor();
    await pressAt(page.getByRole('button', { name: 'Write all documents' }));
    await page.getByRole('progressbar', { name: 'Documents written' }).waitFor();
    await page.getByText('2 of 5').waitFor();
    for (const name of names) await page.getByText(name, { exact: true }).waitFor();
    await page.getByText('The report: page one for leadership').waitFor();
    await pressAt(page.getByRole('button', { name: 'Open folder' }));
    await page.getByText(`Its path: /home/ops/Muster/exercises/2026-${stem}/documents`).waitFor();
    await page.close();
  });

  test('keeps what was written before when writing fails, and says why', async () => {
    const { page, held } = await openReport();
    held.documents = { folder: '/home/ops', files: [{ name: 'timeline.csv', bytes: 2048 }] };
    held.writeProblem = 'post-mortem.docx is open in another program.';
    await page.reload();
    await page.getByText('timeline.csv').waitFor();
    await page.getByRole('button', { name: 'Write all documents' }).click();
    await page.getByRole('alert').filter({ hasText: 'is open in another program' }).waitFor();
    expect(await page.getByText('timeline.csv').count()).toBe(1);
    expect(await page.getByRole('button', { name: 'Write all documents' }).isEnabled()).toBe(true);
    await page.close();
  });

  test.each([
    { theme: 'light', width: 1280, height: 800 },
    { theme: 'dark', width: 1920, height: 1080 },
  ] as const)(
    'is accessible and fits, $theme at $width wide',
    async (look) => {
      const { page } = await openReport(look);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      await page.close();
    },
    120_000,
  );
});
