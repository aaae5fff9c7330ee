import { createReadStream } from 'node:fs';
import { access, readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { TakenFile } from '#core/scorecard/month-draft.ts';
import { type OpenHandle, realDisk, syncFolder, writeAll } from '../saving/files.ts';
import { findAbandoned, nameUnfinished } from '../saving/unfinished.ts';
import type { Workspace } from '../saving/workspace.ts';
import { makeSourcesFolder } from './make-month-folder.ts';
import { sourcePath, sourcesFolder } from './month-places.ts';
import { listMonths } from './revisions.ts';

type Folder = Pick<Workspace, 'folder'>;

/** A file on its way into a month: nothing reads it until it has its name. */
export async function beginSource(workspace: Folder, month: string): Promise<{ path: string; handle: OpenHandle }> {
  const folder = await makeSourcesFolder(workspace, month);
  await sweepAbandoned(folder);
  const path = nameUnfinished(join(folder, 'source'));
  return { path, handle: await realDisk.open(path, 'wx', 0o600) };
}

/** What processes that are gone left half. */
async function sweepAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (findAbandoned(name) !== null) await unlink(join(folder, name)).catch(() => {}); // the next one tries again
}

/** A piece at a time: a large one is never held whole. Gives where the copy lies. Throws where `signal` stops it. */
export async function copySource(
  workspace: Folder,
  month: string,
  from: string,
  signal?: AbortSignal,
): Promise<string> {
  const { path, handle } = await beginSource(workspace, month);
  let at = 0;
  try {
    for await (const piece of createReadStream(from, { highWaterMark: 1_048_576 }) as AsyncIterable<Buffer>) {
      signal?.throwIfAborted();
      await writeAll(handle, piece, at);
      at += piece.length;
    }
    await handle.sync();
    return path;
  } catch (problem) {
    await unlink(path).catch(() => {}); // not there, where it could not be made
    throw problem;
  } finally {
    await handle.close();
  }
}

/** Under its hash from now on; the same bytes lie there once. */
export async function nameSource(
  workspace: Folder,
  month: string,
  path: string,
  file: Pick<TakenFile, 'sha256' | 'is'>,
): Promise<void> {
  const target = sourcePath(workspace, month, file);
  const isThere = await access(target).then(
    () => true,
    () => false,
  );
  if (isThere) await unlink(path);
  else await realDisk.rename(path, target);
  await syncFolder(realDisk, sourcesFolder(workspace, month));
}

/** What was on its way into any month when Muster ended. For whoever just took the workspace, so that none of them is in use. */
export async function sweepUnfinishedSources(workspace: Folder): Promise<void> {
  for (const month of await listMonths(workspace).catch((): readonly string[] => [])) {
    const folder = sourcesFolder(workspace, month);
    const names = await readdir(folder).catch((): string[] => []);
    for (const name of names.filter((one) => unfinished.test(one))) await unlink(join(folder, name)).catch(() => {}); // the next start tries again
  }
}

const unfinished = /^source\.\d+-[0-9a-f-]{36}\.tmp$/;

/** Bytes that neither a revision nor the draft names go, and what a process that is gone left half. */
export async function sweepSources(workspace: Folder, month: string, kept: ReadonlySet<string>): Promise<void> {
  const folder = sourcesFolder(workspace, month);
  for (const name of await readdir(folder).catch((): string[] => [])) {
    const isLost = /^[0-9a-f]{64}\.(?:csv|xlsx)$/.test(name) && !kept.has(name.slice(0, 64));
    if (isLost || findAbandoned(name) !== null) await unlink(join(folder, name)).catch(() => {}); // the next sweep tries again
  }
}
