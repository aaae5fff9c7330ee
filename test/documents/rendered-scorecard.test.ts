import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scorecardWriters } from '#services/scorecard/scorecard-writers.ts';
import { acceptanceFiles, october } from '../support/scorecard-month.ts';
import { scorecardSets } from '../support/scorecard-sets.ts';
import { setPages } from '../support/set-pages.ts';

const run = promisify(execFile);
const papers = ['a4', 'letter'] as const;
const names = Object.keys(scorecardSets) as readonly (keyof typeof scorecardSets)[];

const [head = '', ...rows] = (acceptanceFiles.exceptions ?? '').trim().split('\n');
const pending = rows.find((row) => row.startsWith('E-008')) ?? '';
const manyExceptions = {
  exceptions: [head, ...Array.from({ length: 400 }, (_, at) => pending.replace('E-008', `E-${at + 1}`))].join('\n'),
};

describe('The scorecard, set by LibreOffice', () => {
  let folder: string;
  const pages = new Map<string, readonly string[]>();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'muster-scorecards-'));
    const files: string[] = [];
    for (const [at, name] of names.entries()) {
      const scorecard = scorecardSets[name]();
      for (const paper of papers) {
        const file = join(folder, `${at}-${paper}.docx`);
        await writeFile(file, await scorecardWriters['scorecard.docx']({ scorecard, paper }));
        files.push(file);
      }
    }
    const list = join(folder, 'exceptions.docx');
    await writeFile(
      list,
      await scorecardWriters['exceptions.docx']({ scorecard: october({ files: manyExceptions }), paper: 'a4' }),
    );
    await setPages([...files, list]);
    for (const file of [...files, list]) {
      const { stdout } = await run('pdftotext', ['-layout', file.replace('.docx', '.pdf'), '-'], {
        maxBuffer: 2 ** 26,
      });
      pages.set(file.slice(folder.length + 1, -'.docx'.length), stdout.split('\f').slice(0, -1));
    }
  }, 400_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(names)('%s › is one page on A4 and on Letter, with the data box at its end', (name) => {
    for (const paper of papers) {
      const found = pages.get(`${names.indexOf(name)}-${paper}`) ?? [];
      expect(found).toHaveLength(1);
      expect(found[0]).toContain('page 1 of 1');
      expect(found[0]).toContain('Data: vulnerabilities');
      expect(found[0]).not.toContain('EXERCISE');
    }
  });

  test('400 exceptions stand under their heads on every page', () => {
    const found = pages.get('exceptions') ?? [];
    expect(found.length).toBeGreaterThan(10);
    expect(found.filter((page) => !/Id .*Title .*Scope .*Risk .*Owner .*Decision/.test(page))).toEqual([]);
    expect(found.join().match(/^ *E-\d+ /gm)).toHaveLength(400);
  });
});
