import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readExercise } from '#services/exercise/open-exercise.ts';
import { playDemo } from '#services/exercise/play-demo.ts';
import { writers } from '#services/export/document-writers.ts';
import { sourceOf } from '#services/export/write-documents.ts';
import { listLost, setPages } from '../support/set-pages.ts';

const run = promisify(execFile);
const names = ['post-mortem', 'post-mortem-long', 'legal-annex', 'runbook-changes'];
const exercises = ['2026-q1-data-breach', '2026-q2-ransomware', '2026-q3-insider-threat', '2026-q4-supply-chain'];

/** The pages of a document as LibreOffice sets them, each as its text. */
async function readPages(pdf: string): Promise<readonly string[]> {
  const { stdout } = await run('pdftotext', ['-layout', pdf, '-']);
  return stdout.split('\f').slice(0, -1);
}

/** Every line of a table of contents, without its dots. */
function readContents(page: string): readonly { readonly heading: string; readonly page: number }[] {
  return [...page.matchAll(/^ *(\S.*?)\.{4,} *(\d+)$/gm)].map(([, heading = '', at]) => ({
    heading: heading.replace(/ +/g, ' '),
    page: Number(at),
  }));
}

/** The first page with a line that is the heading and nothing else. */
function pageOf(pages: readonly string[], heading: string): number {
  return pages.findIndex((page) => page.split('\n').some((line) => line.trim().replace(/ +/g, ' ') === heading)) + 1;
}

describe('The documents of the demo, set by LibreOffice', () => {
  let folder: string;
  const pages = new Map<string, readonly string[]>();
  const sizes = new Set<string>();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'muster-rendered-'));
    const demo = await playDemo(folder, () => {});
    if ('problems' in demo) throw new Error(demo.problems.join('\n'));
    const asked: { readonly key: string; readonly file: string }[] = [];
    for (const exercise of exercises) {
      const read = await readExercise(join(folder, 'workspace'), exercise);
      if (!read.ok) throw new Error(read.problem.message);
      const letter = await writers['post-mortem.docx'](sourceOf({ ...read.value, paper: 'letter' }));
      await writeFile(join(folder, `${exercise}-letter.docx`), letter ?? '');
      for (const name of names)
        await copyFile(join(folder, exercise, `${name}.docx`), join(folder, `${exercise}-${name}.docx`));
      for (const name of [...names, 'letter'])
        asked.push({ key: `${exercise}/${name}`, file: join(folder, `${exercise}-${name}`) });
    }
    await setPages(asked.map(({ file }) => `${file}.docx`));
    for (const { key, file } of asked) {
      pages.set(key, await readPages(`${file}.pdf`));
      if (key.endsWith('/letter'))
        sizes.add((await run('pdfinfo', [`${file}.pdf`])).stdout.match(/Page size: .*/)?.[0] ?? '');
    }
  }, 400_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(exercises)('%s › the post-mortem is a short form of four to six pages', (exercise) => {
    const found = pages.get(`${exercise}/post-mortem`) ?? [];
    expect(found.length).toBeGreaterThanOrEqual(4);
    expect(found.length).toBeLessThanOrEqual(6);
    expect(found[1]).toContain('Improvement plan'); // page one is one page
  });

  test.each(exercises)('%s › on Letter page one is one page too', (exercise) => {
    expect(pages.get(`${exercise}/letter`)?.[1]).toContain('Improvement plan');
    expect([...sizes].every((size) => size.includes('(letter)'))).toBe(true);
  });

  test.each(exercises)('%s › every page says EXERCISE, TLP and page x of y, and none is empty', (exercise) => {
    for (const name of names) {
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

  test.each(exercises)(
    '%s › the long form has eight to twelve pages before its appendices, on the pages its contents say',
    (exercise) => {
      const found = pages.get(`${exercise}/post-mortem-long`) ?? [];
      const told = readContents(found[1] ?? '');
      expect(told).toHaveLength(20);
      expect(told).toEqual(told.map(({ heading }) => ({ heading, page: pageOf(found, heading) })));
      const appendices = told.find(({ heading }) => heading.startsWith('Appendix A'))?.page ?? 0;
      expect(appendices).toBeGreaterThanOrEqual(9);
      expect(appendices).toBeLessThanOrEqual(13);
    },
  );

  test.each(exercises)('%s › every word of each document stands on its pages', async (exercise) => {
    for (const name of ['post-mortem', 'post-mortem-long', 'legal-annex', 'letter'])
      expect([name, await listLost(join(folder, `${exercise}-${name}.docx`))]).toEqual([name, []]);
  });

  test('only the exercise that was cut short is a DRAFT', () => {
    const drafts = exercises.filter((exercise) => pages.get(`${exercise}/post-mortem`)?.[0]?.includes('DRAFT'));
    expect(drafts).toEqual(['2026-q3-insider-threat']);
  });
});
