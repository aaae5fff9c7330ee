import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AttachmentKind } from '#core/scenario/vocabulary.ts';
import { loadScenario } from '#services/scenario/load-scenario.ts';
import { readAttachmentText } from '#services/scenario/read-attachment.ts';
import { makePng } from '../../support/make-png.ts';

const base = await readFile(join(import.meta.dirname, '../../fixtures/scripts/base.yaml'), 'utf8');
const own = '{name: "Hosts", kind: csv, file: hosts.csv}';
const webp = Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64');

/** What is said of a script with this file attached, without its place. */
async function check(kind: AttachmentKind, name: string, bytes: Uint8Array | string): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-attached-'));
  await writeFile(join(folder, name), bytes);
  await writeFile(join(folder, 'script.yaml'), base.replace(own, `{name: "Given", kind: ${kind}, file: ${name}}`));
  const { diagnostics } = await loadScenario(join(folder, 'script.yaml'));
  return diagnostics.map(({ level, message }) => `${level}: ${message}`);
}

const png = makePng({ width: 40, height: 20 });
const rows = (count: number) => ['host,owner', ...Array.from({ length: count }, (_, at) => `bi-${at},Data`)].join('\n');

describe('The check of an attached file', () => {
  test.each<[string, AttachmentKind, string, Uint8Array | string]>([
    ['a PNG', 'image', 'plan.png', png],
    ['a picture under another name', 'image', 'plan.txt', png],
    ['a WebP', 'image', 'plan.webp', webp],
    ['a table', 'csv', 'a.csv', rows(500)],
    [
      'a table in semicolons with a mark of its byte order',
      'csv',
      'a.csv',
      '\uFEFFhost;owner\nbi-01;"Data; platform"\n',
    ],
    ['a text', 'text', 'a.txt', 'Nothing special.'],
  ])('takes %s', async (_, kind, name, bytes) => {
    expect(await check(kind, name, bytes)).toEqual([]);
  });

  test.each<[string, AttachmentKind, string, Uint8Array | string, string]>([
    [
      'a picture of 40 MB',
      'image',
      'plan.png',
      Buffer.concat([png, Buffer.alloc(40 * 1024 * 1024)]),
      'error: file: attachment plan.png has 40 MB; at most 4 MB are shown',
    ],
    [
      'one that was cut off',
      'image',
      'plan.png',
      png.subarray(0, 50),
      'error: file: attachment plan.png is a broken PNG: save it anew',
    ],
    [
      'a small file with a picture that fills the memory',
      'image',
      'plan.png',
      makePng({ width: 30_000, height: 2_000 }),
      'error: file: attachment plan.png has 30000 × 2000 points; save it smaller, the room has 1920 × 1080',
    ],
    [
      'an SVG, whatever its name',
      'image',
      'plan.png',
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
      'error: file: attachment plan.png is an SVG drawing, which can hold script; save it as PNG, JPEG or WebP',
    ],
    [
      'a picture of another kind',
      'image',
      'plan.gif',
      Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'),
      'error: file: attachment plan.gif is no picture that can be shown; save it as PNG, JPEG or WebP',
    ],
    [
      'one that moves',
      'image',
      'plan.png',
      makePng({ width: 9, height: 9, isMoving: true }),
      'error: file: attachment plan.png moves; save one picture of it, nothing in the room moves',
    ],
    [
      'an empty picture',
      'image',
      'plan.png',
      '',
      'error: file: attachment plan.png is no picture that can be shown; save it as PNG, JPEG or WebP',
    ],
    [
      'a table of 50,000 rows',
      'csv',
      'a.csv',
      rows(50_000),
      'warning: file: attachment a.csv is long: the room is shown the first 500 of its 50,000 rows, and that there are more',
    ],
    [
      'a wide one',
      'csv',
      'a.csv',
      'a,b,c,d,e,f,g,h,i,j\n1,2,3,4,5,6,7,8,9,10',
      'warning: file: attachment a.csv is long: the room is shown the first 8 of its 10 columns, and that there are more',
    ],
    [
      'a quotation mark that is never closed',
      'csv',
      'a.csv',
      'host,owner\nbi-01,"Data\n',
      'error: file: attachment a.csv is no table: row 2: a quotation mark stands alone; close it, or write it twice',
    ],
    ['an empty table', 'csv', 'a.csv', '\n\n', 'error: file: attachment a.csv holds nothing'],
    [
      'bytes that are no text',
      'text',
      'a.txt',
      Buffer.from([0x41, 0xff, 0x42]),
      'error: file: attachment a.txt is not UTF-8 text; save it as UTF-8',
    ],
    [
      'a long text',
      'text',
      'a.txt',
      'word '.repeat(5_000),
      'warning: file: attachment a.txt is long: the room is shown the first 20,000 of its 24,999 characters, and that there are more',
    ],
    [
      'a name to be filled in',
      'text',
      'a.txt',
      'Dear {{org.name}}',
      'error: file: attachment a.txt holds {{org.name}}; names are filled in in the script alone, so write it out',
    ],
    [
      'a name that is never closed',
      'text',
      'a.txt',
      '{"to": {"team": "IR"}}\nAsk {{customer.top',
      'error: file: attachment a.txt holds "{{customer.top" in line 2, column 5, part of a placeholder; write the name out, or take the braces out',
    ],
  ])('says so of %s', async (_, kind, name, bytes, told) => {
    expect(await check(kind, name, bytes)).toEqual([told]);
  });
});

describe('What is attached as a text of the script', () => {
  test('is read as a table with a head, its figures told from its words', () => {
    const { content } = readAttachmentText('csv', 'host,sessions,late\nbi-01,"1,240",0.4 %\nbi-02,,1 %\n');
    expect(content).toEqual({
      is: 'table',
      head: ['host', 'sessions', 'late'],
      rows: [
        ['bi-01', '1,240', '0.4 %'],
        ['bi-02', '', '1 %'],
      ],
      figures: [false, true, true],
      of: { rows: 2, columns: 3 },
    });
  });

  test.each([
    ['a log', '09:12  build-07   call\n09:13  build-07   call', true],
    ['settings', 'host: build-07\nport = 80\n  deep: yes', true],
    ['a letter', 'Dear all,\n\nfrom Monday our bank is another one; please use it.\n\nYours', false],
  ])('stands line by line or as prose: %s', (_, text, isLined) => {
    expect(readAttachmentText('text', text).content).toMatchObject({ is: 'text', isLined });
  });

  test('cannot be a picture', () => {
    expect(readAttachmentText('image', 'plan').problem).toBe('is a picture; give its file instead of a text');
  });
});
