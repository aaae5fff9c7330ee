import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Pack } from '#core/pack/pack.ts';
import { buildPackDocuments } from '#core/pack/pack-documents.ts';
import { type PackName, packNames } from '#core/pack/pack-names.ts';
import { writeWord } from '#services/documents/write-word.ts';
import { packOf } from '../support/pack.ts';
import { quarterScripts, readQuarter } from '../support/quarter-scripts.ts';
import { setPages } from '../support/set-pages.ts';

const run = promisify(execFile);
const papers = quarterScripts.flatMap((script) => packNames.map((name) => [script, name] as const));

describe('The printed packs of the whole scripts, set by LibreOffice', () => {
  let folder: string;
  const packs = new Map<string, Pack>();
  const pages = new Map<string, readonly string[]>();
  const pagesOf = (script: string, name: PackName) => pages.get(`${script}-${name}`) ?? [];
  const packFor = (script: string) => packs.get(script) ?? expect.unreachable(`no pack of ${script}`);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'muster-rendered-pack-'));
    for (const script of quarterScripts) {
      const pack = packOf(await readQuarter(script), (plan) => ({ ...plan, plan: { ...plan.plan, length_min: 180 } }));
      packs.set(script, pack);
      for (const { name, document } of buildPackDocuments(pack))
        await writeFile(join(folder, `${script}-${name}.docx`), await writeWord(document));
    }
    const files = papers.map(([script, name]) => join(folder, `${script}-${name}.docx`));
    await setPages(files);
    for (const [script, name] of papers) {
      const { stdout } = await run('pdftotext', ['-layout', join(folder, `${script}-${name}.pdf`), '-']);
      pages.set(`${script}-${name}`, stdout.split('\f').slice(0, -1));
    }
  }, 240_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(papers)('%s, %s › every page says EXERCISE and its marking above and below', (script, name) => {
    expect(pagesOf(script, name).length).toBeGreaterThan(0);
    for (const page of pagesOf(script, name)) {
      expect(page).toContain('EXERCISE – not a real incident');
      expect(page.match(/TLP:AMBER\+STRICT/g)?.length).toBe(2);
    }
  });

  test.each(quarterScripts)('%s › each handout and each slip is one page', (script) => {
    const { handouts, slips } = packFor(script);
    expect(pagesOf(script, 'exercise-handouts')).toHaveLength(handouts.length);
    expect(pagesOf(script, 'exercise-private-slips')).toHaveLength(slips.length);
    for (const { number, to } of slips)
      expect(pagesOf(script, 'exercise-private-slips')[number - 1]).toContain(`Only for ${to.name}`);
  });

  test.each(quarterScripts)('%s › decision cards are two to a page, and none is cut', (script) => {
    const cards = pagesOf(script, 'exercise-decision-cards').map((page) => page.match(/Reasoning/g)?.length);
    const count = packFor(script).cards.length + 2;
    expect(cards).toHaveLength(Math.ceil(count / 2));
    expect(cards.slice(0, -1).every((onPage) => onPage === 2)).toBe(true);
  });

  test.each(quarterScripts)('%s › an inject is a page of the facilitator book, all of which are counted', (script) => {
    const book = pagesOf(script, 'exercise-facilitator-book');
    for (const [at, page] of book.entries()) expect(page).toContain(`page ${at + 1} of ${book.length}`);
    for (const { inject } of packFor(script).played)
      expect(book.filter((page) => new RegExp(`^${inject.id} `, 'm').test(page))).toHaveLength(1);
    const first = book.findIndex((page) => /^\s*3 +Injects/m.test(page));
    const pocket = book.findIndex((page) => /^\s*4 +The pocket/m.test(page));
    expect(pocket - first).toBe(packFor(script).played.length);
  });

  test.each(quarterScripts)('%s › the feedback form is one page', (script) => {
    expect(pagesOf(script, 'exercise-feedback-form')).toHaveLength(1);
  });
});
