import { hash, randomUUID } from 'node:crypto';
import { unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Runbook, RunbookVersion } from '#core/runbooks/register.ts';
import { type Disk, makeFolder, readFileOnly, syncFolder, writeNewFile } from '../saving/files.ts';
import type { Workspace } from '../saving/workspace.ts';
import { type ReadRunbook, readRunbook } from './read-runbook.ts';

/** `<workspace>/runbooks/RB-03/4.2.md`; samples lie apart. */
export function runbookPath(
  { folder }: Workspace,
  isSample: boolean,
  id: string,
  { version, kind }: Pick<RunbookVersion, 'version' | 'kind'>,
): string {
  return join(folder, isSample ? 'runbooks.samples' : 'runbooks', id, `${version}.${kind === 'word' ? 'docx' : 'md'}`);
}

/** On the disk by name, or nothing of it. What lies there that no register names is from a crash, and gives way. */
export async function writeRunbook(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  await makeFolder(dirname(path), disk);
  const next = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    await writeNewFile(disk, next, bytes);
    await disk.rename(next, path);
  } catch (problem) {
    await unlink(next).catch(() => {}); // not there, where it could not be made
    throw problem;
  }
  await syncFolder(disk, dirname(path));
}

/** A version as it was taken in; throws in words where its file is gone or is another one now. */
export async function readVersion(
  workspace: Workspace,
  isSample: boolean,
  { id }: Pick<Runbook, 'id'>,
  version: RunbookVersion,
): Promise<ReadRunbook> {
  const path = runbookPath(workspace, isSample, id, version);
  const bytes = await readFileOnly(path).catch(() => null);
  if (bytes === null)
    throw new Error(`${path} cannot be read. Restore it from a backup, or take the runbook in again.`);
  if (hash('sha256', bytes) !== version.sha256)
    throw new Error(`${path} was changed outside Muster. Take its text in as a new version of ${id}.`);
  const read = readRunbook(basename(path), bytes);
  if (!read.ok) throw new Error(read.problem.message);
  return read.value;
}
