import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Block } from '#core/report/document.ts';
import { writeWord } from '#services/documents/write-word.ts';
import { listLost, setPages } from '../support/set-pages.ts';

const looks = ['plain', 'tight', 'dense'] as const;
const step = 4; // twips; a rule between two rows is 10 thick
const pages = 150; // so that together they move the table by more than a row

const lines = 34; // they leave room for the head of the table and one row, which is where LibreOffice was seen to lose the others

/** The first line is moved down, a little further on each page, until not even the first row has room. */
function fill(look: (typeof looks)[number], page: number): readonly Block[] {
  return [
    { is: 'subhead', text: `Page ${page}`, startsPage: true },
    ...Array.from({ length: lines }, (): Block => ({ is: 'paragraph', words: `Filler ${page}` })),
    {
      is: 'table',
      caption: `Rows ${page}`,
      look,
      columns: [
        { head: 'Row', width: 3120 },
        { head: 'Words', width: 6240 },
      ],
      rows: ['one', 'two', 'three', 'four', 'five'].map((row) => [
        `Row ${row} of ${page}`,
        `Words of ${row} on ${page}`,
      ]),
    },
    { is: 'section', number: 1, text: `After ${page}` },
    { is: 'statement', words: 'What follows a table.' },
  ];
}

/** docx knows no twip between our styles: the first line of each page gets its own space above. */
function shift(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  let page = 0;
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(
    /(<w:p><w:pPr>)(<\/w:pPr>|<w:pStyle w:val="Normal"\/><\/w:pPr>)(?=<w:r><w:t[^>]*>Filler (\d+)<)/g,
    (whole, open: string, _style: string, of: string) => {
      if (Number(of) !== page) return whole;
      page += 1;
      return `${open}<w:spacing w:before="${120 + Number(of) * step}"/></w:pPr>`;
    },
  );
  if (page !== pages) throw new Error(`Only ${page} of ${pages} pages were moved`);
  return zipSync({ ...parts, 'word/document.xml': strToU8(xml) });
}

describe('Wherever a page ends in a table, set by LibreOffice', () => {
  let folder: string;
  const fileOf = (look: string) => join(folder, `${look}.docx`);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'muster-rows-'));
    for (const look of looks) {
      const blocks = Array.from({ length: pages }, (_, page) => fill(look, page)).flat();
      const about = {
        id: 'X',
        title: 'X',
        subject: '',
        keywords: '',
        version: '1',
        tlp: 'TLP:CLEAR',
        isDraft: false,
      } as const;
      await writeFile(fileOf(look), shift(await writeWord({ ...about, settledAt: '2026-01-01T00:00:00Z', blocks })));
    }
    await setPages(looks.map(fileOf));
  }, 400_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(looks)('no row of a %s table is lost', async (look) => {
    expect(await listLost(fileOf(look))).toEqual([]);
  });
});
