import { readdir } from 'node:fs/promises';
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
  const gone = texts.has('azure-boards.csv') ? await listLaterParts(out, texts) : [];
  const staged = await stageDocuments(disk, out, texts, { gone });
  return staged.ok ? staged.value.put() : staged;
}

const laterPart = /^azure-boards-\d+\.csv$/;

async function listLaterParts(out: string, written: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const there = await readdir(out).catch((): string[] => []); // what cannot be read is told where it is written
  return there.filter((name) => laterPart.test(name) && !written.has(name));
}
