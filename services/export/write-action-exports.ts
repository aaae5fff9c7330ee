import { lstat, readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportFile } from '#core/actions/exports/export-file.ts';
import type { Outcome } from '#core/outcome.ts';
import { type Disk, realDisk } from '../saving/files.ts';
import { stageDocuments } from './stage-documents.ts';
import { writeCsv } from './write-csv.ts';

/** `bom`: some spreadsheets take a file for UTF-8 only with it. */
export function writeExportFile(file: ExportFile, { bom = false } = {}): string {
  if (file.is === 'text') return file.text;
  return `${bom ? '\uFEFF' : ''}${writeCsv(file.header, file.rows)}`;
}

type Needs = {
  readonly files: readonly ExportFile[];
  readonly out: string;
  readonly bom: boolean;
  readonly disk?: Disk;
};

/** The whole set, or what was there before. A later part that an earlier, longer export left is taken away. */
export async function writeActionExports({
  files,
  out,
  bom,
  disk = realDisk,
}: Needs): Promise<Outcome<readonly string[]>> {
  const texts = new Map(files.map((file) => [file.name, writeExportFile(file, { bom })]));
  const staged = await stageDocuments(disk, out, texts);
  if (!staged.ok) return staged;
  const written = await staged.value.put();
  if (written.ok) await dropLaterParts(out, new Set(written.value));
  return written;
}

const laterPart = /^azure-boards-\d+\.csv$/;

async function dropLaterParts(out: string, written: ReadonlySet<string>): Promise<void> {
  if (!written.has('azure-boards.csv')) return;
  for (const name of await readdir(out).catch(() => [])) {
    const path = join(out, name);
    const isOurs = laterPart.test(name) && !written.has(name) && (await lstat(path)).isFile();
    if (isOurs) await unlink(path).catch(() => {}); // stays, with the date of an earlier export
  }
}
