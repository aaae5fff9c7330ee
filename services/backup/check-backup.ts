import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { explainNotRead } from '../saving/explain-failure.ts';
import { NoFile, openPlainFile } from '../saving/files.ts';
import { createNameBook, findNameFault } from './entry-names.ts';
import {
  backupFormat,
  contentFolder,
  limits,
  type Manifest,
  type ManifestFile,
  manifestName,
  manifestSchema,
  manifestStampSchema,
} from './manifest.ts';
import { NotABackup } from './not-a-backup.ts';
import { readZipEntry } from './read-zip-entry.ts';
import { orRefuse, Refused, stopIf } from './refused.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';

export type Around = {
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((done: number, total: number) => void) | undefined;
  /** The most that all files together may hold. */
  readonly contentBytes?: number | undefined;
};

/** A backup of which every byte was read and found as its manifest says. */
export type CheckedBackup = {
  readonly manifest: Manifest;
  readonly bytes: number;
  /** The bytes of a file once more, checked once more. */
  readonly read: (listed: ManifestFile) => AsyncGenerator<Uint8Array>;
};

/** Checks everything in a backup and writes nothing. Throws a refusal that names what is wrong. */
export async function checkBackup(path: string, around: Around = {}): Promise<Omit<CheckedBackup, 'read'>> {
  return withBackup(path, around, async ({ manifest, bytes }) => ({ manifest, bytes }));
}

/** The same file stays open from the check to the end of the work. */
export async function withBackup<Value>(
  path: string,
  around: Around,
  work: (backup: CheckedBackup) => Promise<Value>,
): Promise<Value> {
  const explain = (problem: unknown) => refuseFile(path, problem);
  const file = await orRefuse(() => openPlainFile(path), explain);
  try {
    const backup = await orRefuse(() => check(file, around), explain);
    const read = (listed: ManifestFile) => explaining(backup.read(listed), explain);
    return await work({ ...backup, read });
  } finally {
    await file.close();
  }
}

function refuseFile(path: string, problem: unknown): Refused {
  const hint = 'Nothing was restored. Name another backup, or another copy of this one.';
  if (problem instanceof NoFile) return new Refused('not_a_backup', `${path} ${problem.message}.`, hint);
  if (problem instanceof NotABackup)
    return new Refused('not_a_backup', `${path} is not a whole backup: ${problem.message}.`, hint);
  return new Refused('not_readable', `${path} could not be read: ${explainNotRead(problem)}.`, hint);
}

async function* explaining(bytes: AsyncGenerator<Uint8Array>, explain: (problem: unknown) => Refused) {
  for (;;) {
    const next = await orRefuse(() => bytes.next(), explain);
    if (next.done) return;
    yield next.value;
  }
}

async function check(
  file: FileHandle,
  { signal, progress, contentBytes = limits.contentBytes }: Around,
): Promise<CheckedBackup> {
  const entries = await readZipDirectory(file);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const manifest = await readManifest(file, byName.get(manifestName));
  checkNames(entries, manifest);
  const bytes = manifest.files.reduce((sum, listed) => sum + listed.bytes, 0);
  if (bytes > contentBytes) throw new NotABackup(`unpacked it would hold ${bytes} bytes, more than any workspace`);
  const read = (listed: ManifestFile) => readListed(file, byName.get(contentFolder + listed.path), listed);
  for (const [done, listed] of manifest.files.entries()) {
    for await (const _ of read(listed)) stopIf(signal);
    progress?.(done + 1, manifest.files.length);
  }
  return { manifest, bytes, read };
}

async function readManifest(file: FileHandle, entry: ZipEntry | undefined): Promise<Manifest> {
  if (!entry) throw new NotABackup(`${manifestName} is missing`);
  if (entry.bytes > limits.manifestBytes) throw new NotABackup(`${manifestName} is too large`);
  const pieces: Uint8Array[] = [];
  for await (const piece of readZipEntry(file, entry)) pieces.push(piece);
  const fields = parseJson(Buffer.concat(pieces));
  const stamp = manifestStampSchema.safeParse(fields);
  if (stamp.success && stamp.data.format > backupFormat)
    throw new NotABackup('it was made by a newer version of Muster; update Muster to use it');
  const parsed = manifestSchema.safeParse(fields);
  if (!parsed.success) throw new NotABackup(`${manifestName} is damaged`);
  return parsed.data;
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** Each name is safe, stands once, and is in the zip and in the manifest alike. */
function checkNames(entries: readonly ZipEntry[], { files, folders }: Manifest): void {
  const clashOf = createNameBook();
  const take = (path: string, kind: 'file' | 'folder') => {
    const fault = findNameFault(path);
    if (fault !== null) throw new NotABackup(`the name ${JSON.stringify(path)} is not allowed: ${fault}`);
    if (clashOf(path, kind) !== null) throw new NotABackup(`the name ${path} stands in it twice`);
  };
  for (const { path } of files) take(path, 'file');
  for (const path of folders) take(path, 'folder');
  const listed = new Set([manifestName, ...files.map(({ path }) => contentFolder + path)]);
  for (const { name } of entries)
    if (!listed.delete(name))
      throw new NotABackup(`the manifest does not name ${JSON.stringify(name)}, or the zip holds it twice`);
  for (const name of listed) throw new NotABackup(`${name} is missing`);
}

async function* readListed(file: FileHandle, entry: ZipEntry | undefined, { path, bytes, sha256 }: ManifestFile) {
  if (entry?.bytes !== bytes) throw new NotABackup(`${path} has not the length the manifest gives`);
  const hash = createHash('sha256');
  for await (const piece of readZipEntry(file, entry)) {
    hash.update(piece);
    yield piece;
  }
  if (hash.digest('hex') !== sha256) throw new NotABackup(`${path} is damaged`);
}
