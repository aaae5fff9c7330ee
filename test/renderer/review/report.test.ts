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

/** Runs in the page: what stands there for a moment only is noted when it does. */
const noteProgress = `(count) => {
  window.progress = { bar: null, count: null };
  new MutationObserver(() => {
    const bar = document.querySelector('[role=progressbar], progress');
    if (bar) window.progress.bar ??= bar.getAttribute('aria-label');
    if (document.body.textContent.includes(count)) window.progress.count = count;
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
}`;

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
    const { page, held } = await openReport();
    await page.getByText('No document is written yet.').waitFor();
    await page.getByRole('heading', { name: 'For customers' }).waitFor();
    await page.getByText('DRAFT, not for customers: not approved yet by Communications and Legal.').waitFor();
    await page.evaluate(`(${noteProgress})(${JSON.stringify(`2 of ${names.length}`)})`);
    await pressAt(page.getByRole('button', { name: 'Write all documents' }));
    await expect
      .poll(() => page.evaluate('window.progress'))
      .toEqual({ bar: 'Documents written', count: `2 of ${names.length}` });
    await page.getByText(`${names.length} lie in the folder`).waitFor();
    for (const name of names) await page.getByText(name, { exact: true }).waitFor();
    expect(held.asked).toEqual(['write_documents']);
    await page.getByText('The report: page one for leadership').waitFor();
    await pressAt(page.getByRole('button', { name: 'Open folder' }));
    await page.getByText(`Its path: /home/ops/Muster/exercises/2026-${stem}/documents`).waitFor();
    await page.close();
  });

  test('writes the report as a PDF too and the binder, and is stopped on the way by keyboard: nothing is lost', async () => {
    const { page, held } = await openReport();
    held.isEndless = true;
    await pressAt(page.getByRole('button', { name: 'Write the evidence binder' }));
    await pressAt(page.getByRole('button', { name: 'Stop' }));
    await page.getByText('Stopped as asked. Nothing was written; what was there before is as it was.').waitFor();
    await page.getByText('No document is written yet.').waitFor();
    held.isEndless = false;
    await page.getByRole('checkbox', { name: 'The report as a PDF too' }).check();
    await pressAt(page.getByRole('button', { name: 'Write all documents' }));
    await page.getByText(`${names.length} lie in the folder`).waitFor();
    expect(held.asked).toEqual(['write_binder with PDF', 'write_documents with PDF']);
    await page.close();
  });

  test('says that a summary approved over a year ago may not be handed out, and that PDF needs LibreOffice', async () => {
    const { page, held } = await openReport();
    for (const role of ['COMMS', 'LEGAL'])
      await held.answer('give_command', {
        command: { type: 'approve_summary', role, name: 'Noa Berg', on: '2026-11-25' },
      });
    await page.getByText('Approved, TLP:GREEN. May be handed out until 25 November 2027.').waitFor();
    held.documents = { ...held.documents, today: '2027-11-26', canPdf: false };
    await page.reload();
    await page.getByText('Expired on 25 November 2027: do not hand it out.').waitFor();
    await page.getByText('No PDF: LibreOffice was not found on this computer.').waitFor();
    expect(await page.getByRole('checkbox').count()).toBe(0);
    await page.close();
  });

  test('keeps what was written before when writing fails, and says why', async () => {
    const { page, held } = await openReport();
    held.documents = { ...held.documents, files: [{ name: 'timeline.csv', bytes: 2048 }] };
    held.writeProblem = 'post-mortem.docx is open in another program.';
    await page.reload();
    await page.getByText('2 kB').waitFor();
    await page.getByRole('button', { name: 'Write all documents' }).click();
    await page.getByRole('alert').filter({ hasText: 'is open in another program' }).waitFor();
    expect(await page.getByText('2 kB').count()).toBe(1);
    held.documents = { ...held.documents, files: [] };
    await page.getByRole('button', { name: 'Write all documents' }).click();
    await page.getByText('2 kB').waitFor({ state: 'detached' }); // somebody moved the folder meanwhile
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
