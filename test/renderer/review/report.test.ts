import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lookAtPage } from '../../support/look-at-page.ts';
import { pressAt } from './keyboard.ts';
import { type Screens, serveScreens } from './open-screen.ts';
import { playSample } from './play-sample.ts';
import { holdInMemory, names } from './review-bridge.ts';

const stem = 'q3-insider-threat';

let screens: Screens;
beforeAll(async () => {
  screens = await serveScreens();
});
afterAll(() => screens.close());

async function openReport() {
  const held = holdInMemory(await playSample(stem));
  const page = await screens.open(held, `/report/2026-${stem}`);
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
    held.documents = { folder: '/home/ops', files: [] };
    await page.getByRole('button', { name: 'Write all documents' }).click();
    await page.getByText('timeline.csv').waitFor({ state: 'detached' }); // somebody moved the folder meanwhile
    expect(await page.getByRole('button', { name: 'Write all documents' }).isEnabled()).toBe(true);
    await page.close();
  });

  test('of an exercise that can only be read leads to no signature', async () => {
    const { page, held } = await openReport();
    held.readOnly = 'journal-0001.jsonl, line 41: the line was changed after it was written.';
    await page.reload();
    await page.getByText('Open for reading only.').waitFor();
    expect(await page.getByRole('link', { name: /FINAL/ }).count()).toBe(0);
    await page.close();
  });

  test('is accessible and fits, light and dark, small and large', async () => {
    const { page } = await openReport();
    await page.getByText('If this had been real, the logs of the first day').waitFor();
    expect(await lookAtPage(page)).toEqual([]);
    await page.close();
  });
});
