import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { playDemo } from '#services/exercise/play-demo.ts';

const run = promisify(execFile);
const exercises = ['2026-q1-data-breach', '2026-q2-ransomware', '2026-q3-insider-threat', '2026-q4-supply-chain'];

/** The pages of a document as LibreOffice sets them, each as its text. */
async function readPages(pdf: string): Promise<readonly string[]> {
  const { stdout } = await run('pdftotext', ['-layout', pdf, '-']);
  return stdout.split('\f').slice(0, -1);
}

describe('The documents of the demo, set by LibreOffice', () => {
  let folder: string;
  const pages = new Map<string, readonly string[]>();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'muster-rendered-'));
    const demo = await playDemo(folder, () => {});
    if ('problems' in demo) throw new Error(demo.problems.join('\n'));
    const profile = `-env:UserInstallation=file://${join(folder, 'office')}`;
    for (const exercise of exercises) {
      const at = join(folder, exercise);
      const documents = ['post-mortem', 'runbook-changes'].map((name) => join(at, `${name}.docx`));
      await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', at, ...documents]);
      for (const name of ['post-mortem', 'runbook-changes'])
        pages.set(`${exercise}/${name}`, await readPages(join(at, `${name}.pdf`)));
    }
  }, 240_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(exercises)('%s › the post-mortem is a short form of four to seven pages', (exercise) => {
    const found = pages.get(`${exercise}/post-mortem`) ?? [];
    expect(found.length).toBeGreaterThanOrEqual(4);
    expect(found.length).toBeLessThanOrEqual(7);
    expect(found[1]).toContain('Improvement plan'); // page one is one page
  });

  test.each(exercises)('%s › every page says EXERCISE, TLP and page x of y, and none is empty', (exercise) => {
    for (const name of ['post-mortem', 'runbook-changes']) {
      const found = pages.get(`${exercise}/${name}`) ?? [];
      expect(found.length).toBeGreaterThan(0);
      for (const [at, page] of found.entries()) {
        expect(page).toContain('EXERCISE – not a real incident');
        expect(page.match(/TLP:AMBER\+STRICT/g)?.length).toBeGreaterThanOrEqual(2);
        expect(page).toContain(`page ${at + 1} of ${found.length}`);
        expect(page.split('\n').filter((line) => line.trim() !== '').length).toBeGreaterThan(6);
      }
    }
  });

  test('only the exercise that was cut short is a DRAFT', () => {
    const drafts = exercises.filter((exercise) => pages.get(`${exercise}/post-mortem`)?.[0]?.includes('DRAFT'));
    expect(drafts).toEqual(['2026-q3-insider-threat']);
  });
});
