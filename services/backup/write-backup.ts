import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Outcome } from '#core/outcome.ts';
import { findReal, isWithin } from '../export/prepare-out.ts';
import { ownVersion } from '../own-version.ts';
import { type Disk, makeFolder, type OpenHandle, realDisk } from '../saving/files.ts';
import { readWorkspace, warnAboutSyncedFolder } from '../saving/workspace.ts';
import { alreadyThere, isTemporaryName, notWritten, type Place, putInPlace, temporaryName } from './backup-place.ts';
import { checkBackup } from './check-backup.ts';
import { backupFormat, contentFolder, limits, type Manifest, manifestName } from './manifest.ts';
import { openSource } from './read-source.ts';
import { orRefuse, Refused, refusing, stopIf } from './refused.ts';
import { walkWorkspace } from './walk-workspace.ts';
import { createZipWriter } from './zip-writer.ts';

type Needs = {
  readonly workspace: string;
  readonly place: Place;
  /** Now, and the day it is where the user is. */
  readonly made: Date;
  readonly day: string;
  readonly disk?: Disk;
  readonly progress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal | undefined;
};

export type WrittenBackup = {
  readonly file: string;
  readonly bytes: number;
  readonly files: number;
  /** What was left out of it, and why. */
  readonly notices: readonly string[];
};

/**
 * The whole workspace as one zip: read only, so that it goes on being written to meanwhile. Under its name lies either
 * the whole backup, read again and found right, or nothing.
 */
export function writeBackup(needs: Needs): Promise<Outcome<WrittenBackup>> {
  return refusing(async () => {
    const root = await findRoot(needs.workspace);
    await refuseOwnPlace(root, needs.place);
    const { disk = realDisk, place } = needs;
    const temporary = join(place.folder, temporaryName());
    return orRefuse(
      () => write({ ...needs, disk }, root, temporary),
      (problem) => notWritten(place.folder, problem),
    );
  });
}

async function findRoot(workspace: string): Promise<string> {
  const read = await readWorkspace(workspace);
  if (!read.ok) throw new Refused(read.problem.code, read.problem.message, read.problem.hint);
  return findReal(read.value.workspace.folder);
}

async function refuseOwnPlace(root: string, { folder, name }: Place): Promise<void> {
  if (name !== null && (await stat(join(folder, name)).catch(() => null))) throw alreadyThere(join(folder, name));
  const real = await findReal(resolve(folder));
  const kept = ['exercises', 'registers'].find((inner) => isWithin(real, join(root, inner)));
  if (kept !== undefined)
    throw new Refused(
      'own_place',
      `${folder} lies in the workspace's own ${kept}.`,
      'Nothing was written. Choose another folder.',
    );
}

async function tellOfSync(folder: string): Promise<readonly string[]> {
  if ((await warnAboutSyncedFolder(folder)) === null) return [];
  return [`${folder} is copied to other machines, and so is the backup, which is not encrypted.`];
}

/** Of a backup that was killed. It may be another's that is being written now, so it is named and stays. */
async function tellOfUnfinished(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return names
    .filter((name) => isTemporaryName(name))
    .map((name) => `${join(folder, name)} is an unfinished backup. Unless one is being written now, delete it.`);
}

type Inner = Needs & { readonly disk: Disk };

async function write(needs: Inner, root: string, temporary: string): Promise<WrittenBackup> {
  const { disk, place, day, signal } = needs;
  await makeFolder(place.folder, disk);
  const total = await countFiles(root);
  const progress = (done: number) => needs.progress?.(Math.min(done, total), total);
  const file = await disk.open(temporary, 'wx', 0o600);
  try {
    const { manifest, notices, bytes } = await fill(needs, root, file, progress).finally(() => file.close());
    await orRefuse(
      () => checkBackup(temporary, { signal }),
      () => notWritten(place.folder, new Error('what was written was not there when it was read again')),
    );
    const path = await putInPlace(disk, temporary, place, day);
    return {
      file: path,
      bytes,
      files: manifest.files.length,
      notices: [...notices, ...(await tellOfSync(place.folder)), ...(await tellOfUnfinished(place.folder))],
    };
  } catch (problem) {
    await disk.unlink(temporary).catch(() => {}); // renamed already, or the folder has gone
    throw problem;
  }
}

async function fill(needs: Inner, root: string, file: OpenHandle, progress: (done: number) => void) {
  const { made, signal } = needs;
  const zip = createZipWriter(file);
  const manifest: Manifest = {
    format: backupFormat,
    muster: ownVersion(),
    made: made.toISOString(),
    files: [],
    folders: [],
  };
  const notices: string[] = [];
  for await (const found of walkWorkspace(root)) {
    stopIf(signal);
    if (found.kind === 'empty_folder') manifest.folders.push(found.path);
    else if (found.kind === 'left_out')
      notices.push(`${join(root, found.path)} ${found.why}. It is not in the backup.`);
    else {
      const source = await openSource(join(root, found.path), found.kind === 'journal', signal);
      if (source === null) continue; // taken away by its owner, as documents are that are written again
      const added = await zip.add(contentFolder + found.path, made, source.bytes).finally(source.close);
      manifest.files.push({ path: found.path, ...added });
      refuseTooMuch(manifest.files.length, zip.size());
      progress(manifest.files.length);
    }
  }
  await zip.add(manifestName, made, once(Buffer.from(JSON.stringify(manifest, null, 1))));
  const bytes = await zip.end();
  if ((await file.stat()).size !== bytes) throw new Error('the disk kept fewer bytes than were written');
  await file.sync();
  return { manifest, notices, bytes };
}

function refuseTooMuch(files: number, bytes: number): void {
  if (files <= limits.files && bytes <= limits.zipBytes) return;
  const message = `The workspace is too large for one zip: ${limits.files} files and 4 GB at most.`;
  throw new Refused(
    'too_large',
    message,
    'No backup was made. Copy its folder with your file manager while Muster is closed.',
  );
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function countFiles(root: string): Promise<number> {
  let files = 0;
  for await (const { kind } of walkWorkspace(root)) files += kind === 'file' || kind === 'journal' ? 1 : 0;
  return files;
}
