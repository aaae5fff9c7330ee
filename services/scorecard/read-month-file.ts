import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { dayOf } from '#core/local-time.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import type { TableKind } from '#core/scorecard/files/file-kinds.ts';
import type { TableOptions } from '#core/scorecard/files/read-table.ts';
import { startTable } from '#core/scorecard/files/read-table.ts';
import { nowhere } from '#core/scorecard/files/row-problem.ts';
import type { ReadFile } from '#core/scorecard/source-facts.ts';
import { explainNotRead } from '../saving/explain-failure.ts';
import { type ReadingNeeds, readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';

const megabyte = 1_000_000;
/** Of a CSV: it is never held whole. */
export const largestFile = 500 * megabyte;
/** A piece at a time: large, because a cell over many pieces is read again with each. */
const pieceBytes = 1_048_576;

export type MonthFileNeeds = Omit<ReadingNeeds, 'options'> & {
  readonly options: TableOptions;
  /** The day its rows are of; else the day the file was last changed. */
  readonly datedOn?: string | undefined;
  /** As people know it, where that is not what it is called on the disk. */
  readonly name?: string | undefined;
};

/**
 * Reads one of the five files, or a discovery list, CSV or XLSX as its bytes say. What is wrong with its rows is in the table that comes back; a failure
 * is a file that cannot be opened. Throws where `signal` stops it.
 */
export async function readMonthFile<Kind extends TableKind>(
  kind: Kind,
  path: string,
  needs: MonthFileNeeds,
): Promise<Outcome<ReadFile<Kind>>> {
  const { options, signal, progress, name = basename(path), datedOn } = needs;
  try {
    const about = await stat(path);
    if (!about.isFile()) return refuse(path, about.isDirectory() ? 'is a folder' : 'is no file');
    const { size, mtime } = about;
    const found = { name, datedOn: datedOn ?? dayOf(mtime.toISOString(), options.zone) };
    const tooLarge = tellTooLarge(size);
    if (tooLarge !== null) return succeed({ ...found, ...faulty(kind, options, tooLarge) });
    const reading = { options, signal, progress };
    const read = (await isZip(path))
      ? await readXlsx(kind, await readFile(path), reading)
      : await readCsv(kind, createReadStream(path, { highWaterMark: pieceBytes }), reading);
    return succeed({ ...found, ...read });
  } catch (problem) {
    signal?.throwIfAborted();
    return refuse(path, `cannot be read: ${explainNotRead(problem)}`);
  }
}

function tellTooLarge(size: number): string | null {
  if (size <= largestFile) return null;
  return `the file has ${Math.ceil(size / megabyte)} MB; up to ${largestFile / megabyte} MB are read. Take out the columns and the closed rows of years ago`;
}

const faulty = <Kind extends TableKind>(kind: Kind, options: TableOptions, message: string) => ({
  table: { ...startTable(kind, options).finish(), fault: { ...nowhere, message } },
  sha256: '',
});

function refuse(path: string, why: string): Outcome<never> {
  return fail({ code: 'not_read', message: `${path} ${why}.`, hint: 'Nothing was taken. Choose the file again.' });
}

async function isZip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.toString('latin1') === 'PK\u0003\u0004';
  } finally {
    await file.close();
  }
}
