import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Drift } from '#core/scorecard/files/file-kinds.ts';
import { readMonthFile } from '#services/scorecard/read-month-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-scorecard-'));
});
afterAll(() => rm(folder, { recursive: true }));

const heads = ['drift_id', 'identifier', 'kind', 'discovered_on', 'status', 'owner'];
const absent = / no column /;
const remarks = (warnings: readonly { readonly message: string }[]) =>
  warnings.filter(({ message }) => !absent.test(message));

async function read(bytes: string | Uint8Array, signal?: AbortSignal) {
  const path = join(folder, 'drift.csv');
  await writeFile(path, bytes);
  const file = await readMonthFile('drift', path, { options: { zone: 'UTC' }, signal });
  if (!file.ok) throw new Error(file.problem.message);
  return file.value.table;
}

const plain = (delimiter: string, end: string) =>
  [heads, ['D-1', 'a', 'shadow', '2026-10-05', 'open', ''], ['D-2', 'b', 'unmanaged', '2026-10-06', 'open', 'it']]
    .map((cells) => cells.join(delimiter))
    .join(end);

describe('A CSV', () => {
  test.each([
    ['commas', plain(',', '\n')],
    ['semicolons', plain(';', '\r\n')],
    ['tabs, and a byte order mark', `\uFEFF${plain('\t', '\n')}\n\n\n`],
    ['returns alone', plain(',', '\r')],
    ['a title above', `Drift, as of today\n\n${plain(';', '\n')}`],
  ])('with %s is read', async (_, text) => {
    expect((await read(text)).rows).toMatchObject([
      { drift_id: 'D-1', owner: null },
      { drift_id: 'D-2', owner: 'it' },
    ]);
  });

  test('keeps quoted commas, quotation marks and line ends, and counts its lines with them', async () => {
    const table = await read(
      `${heads.join(',')}\nD-1,"a, ""b""\r\nc",shadow,2026-10-05,open,\nD-2,x,wrong,2026-10-05,open,\n`,
    );
    expect(table.rows).toMatchObject([{ line: 2, identifier: 'a, "b"\nc' }]);
    expect(table.problems).toMatchObject([{ line: 4, column: 3 }]);
  });

  test('is the same in pieces of any size: letters and line ends may lie across two', async () => {
    const long = Array.from({ length: 30_000 }, (_, at) => `D-${at},"ä€😀 ${at}",shadow,2026-10-05,open,`).join('\r\n');
    const { rows, read: count } = await read(`${heads.join(',')}\r\n${long}\r\n`);
    expect([count, rows.length, rows.at(-1)]).toMatchObject([
      30_000,
      30_000,
      { line: 30_001, identifier: 'ä€😀 29999' },
    ]);
  });

  test.each([
    [
      'a quotation mark that is never closed',
      `${heads.join(',')}\nD-1,a,shadow,2026-10-05,open,\nD-2,"b,shadow`,
      3,
      'never closed',
    ],
    ['a quotation mark within a cell', `${heads.join(',')}\nD-1,"a"b,shadow,2026-10-05,open,\n`, 2, 'within a cell'],
    [
      'bytes that are no UTF-8',
      Buffer.concat([Buffer.from(`${heads.join(',')}\nD-`), Buffer.from([0xe4, 0x2c])]),
      1,
      'not UTF-8',
    ],
    ['UTF-16', Buffer.from(`\uFEFF${heads.join(',')}`, 'utf16le'), 1, 'UTF-16'],
    ['a PDF', '%PDF-1.7', 1, 'is a PDF'],
    ['NUL characters', `${heads.join(',')}\nD-1,\0`, 2, 'NUL'],
    ['nothing', '', 1, 'the file is empty'],
  ])('with %s is refused, and the line is named', async (_, text, line, words) => {
    const { fault, rows } = await read(text);
    expect(fault).toMatchObject({ line });
    expect(fault?.message).toContain(words);
    expect(rows).toEqual([]);
  });

  test('is no longer read once somebody stops it', async () => {
    await expect(read(plain(',', '\n'), AbortSignal.abort())).rejects.toThrow('abort');
  });
});

describe('A workbook', () => {
  const rows = [
    ['Drift of October', null, null, null, null, null],
    [...heads],
    ['D-1', 'a', 'shadow', new Date(Date.UTC(2026, 9, 5)), 'open', null],
    ['D-2', 'b', 'shadow', 46_301, 'open', 'it'],
    ['D-3', 'c', 'shadow', '2026-10-07', 'open', 'it'],
  ];

  test('is read from the sheet that has the heads, its days as dates, serial numbers or text', async () => {
    const table = await read(
      await writeXlsx({
        sheets: [
          { name: 'Cover', rows: [['Nothing here']] },
          { name: 'Data', rows, merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 5 }] },
        ],
      }),
    );
    expect([table.fault, remarks(table.warnings)]).toEqual([null, []]);
    expect((table.rows as readonly Drift[]).map(({ line, discovered_on }) => [line, discovered_on])).toEqual([
      [3, '2026-10-05'],
      [4, '2026-10-06'],
      [5, '2026-10-07'],
    ]);
  });

  test('with merged cells among its rows says which', async () => {
    const table = await read(
      await writeXlsx({ sheets: [{ name: 'A', rows, merges: [{ startRow: 3, startCol: 5, endRow: 4, endCol: 5 }] }] }),
    );
    expect(remarks(table.warnings)).toMatchObject([
      { line: 5, message: expect.stringContaining('cells of lines 4 to 5 are merged') },
    ]);
  });

  test('that spans a billion cells, unpacks to gigabytes or is broken is refused in words', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'A', rows }] });
    const parts = unzipSync(bytes);
    const name = Object.keys(parts).find((part) => /worksheets\/sheet1\.xml$/.test(part)) ?? '';
    const sheet = new TextDecoder().decode(parts[name]);
    const far = sheet.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>');
    expect((await read(zipSync({ ...parts, [name]: Buffer.from(far) }))).fault?.message).toContain('cannot be read');
    const bomb = zipSync({ ...parts, 'xl/media/x.bin': new Uint8Array(65_000_000) }, { level: 1 });
    expect((await read(bomb)).fault?.message).toContain('holds more than 64 MB unpacked');
    expect((await read(bytes.slice(0, 900))).fault?.message).toContain('cannot be read');
  });
});

test('A folder, or a file that is not there, is said in a sentence', async () => {
  const options = { options: { zone: 'UTC' } };
  expect(await readMonthFile('drift', folder, options)).toMatchObject({
    ok: false,
    problem: { message: `${folder} is a folder.` },
  });
  const gone = await readMonthFile('drift', join(folder, 'gone.csv'), options);
  expect(gone).toMatchObject({ ok: false, problem: { message: expect.stringContaining('it does not exist') } });
});
