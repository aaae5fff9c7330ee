import { lstat, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Adapter } from 'lowdb';
import type { z } from 'zod';
import { firstFormat, parseDocument, writeDocument } from './document-format.ts';
import { explainFailure, explainNotRead } from './explain-failure.ts';
import {
  type Disk,
  makeFolderWithin,
  NoFile,
  quarantine,
  readFileOnly,
  realDisk,
  syncFolder,
  writeAll,
} from './files.ts';
import { findAbandoned, nameUnfinished } from './unfinished.ts';

const retries = 10;

type Needs<Content> = {
  readonly path: string;
  readonly schema: z.ZodType<Content>;
  /** Up to it everything is read by this schema: what a format added is optional there or has a default. */
  readonly format?: number;
  readonly quarantineFolder: string;
  readonly disk?: Disk;
  /** Beside a journal: where its folder is gone, it is not made anew. */
  readonly isFolderThere?: boolean;
  /** Of no record: damaged and without an earlier version it is set aside, told, and begun anew. */
  readonly beginsAnew?: boolean;
  /** Told when a damaged document was set aside and the generation before it is used. */
  readonly tell: (notice: string) => void;
};

export class DamagedDocument extends Error {}

/** A whole document for lowdb's `Low`: the old one or the new one is on the disk, never half of either, never a silent default. */
export function createDocumentAdapter<Content>(needs: Needs<Content>): Adapter<Content> {
  const { path, schema, format = firstFormat, quarantineFolder, disk = realDisk, tell } = needs;
  const { isFolderThere = false, beginsAnew = false } = needs;
  const parse = (name: string, bytes: Buffer) => parseDocument(name, bytes, schema, format);
  const previous = path.replace(/\.json$/, '.prev.json');

  /** Once it was there, a folder that is gone means that the disk is: nothing is begun in its empty place. */
  let wasThere = isFolderThere;

  async function read(): Promise<Content | null> {
    for (const own of [path, previous]) await sweepOwnTemps(disk, own);
    const found = await lookAt(path);
    const content = found instanceof Buffer ? parse(path, found) : null;
    wasThere ||= found !== null;
    if (content) {
      if (!content.isOwn) tell(`${path} was saved by another program. What it says is unchanged.`);
      return content.value;
    }
    return fallBack(found);
  }

  async function fallBack(found: Buffer | string | null): Promise<Content | null> {
    const before = await readBytes(previous);
    if (!found && !before) return null;
    const older = before && parse(previous, before);
    const isDamaged = found instanceof Buffer;
    const what = isDamaged ? `is damaged; its bytes are kept in ${await setAside(found)}` : (found ?? 'is missing');
    if (!older && isDamaged && beginsAnew) {
      if (before) await quarantine(disk, quarantineFolder, basename(previous), before);
      tell(`${path} ${what}. It is begun anew.`);
      return null;
    }
    if (!older) throw new DamagedDocument(`${path} ${what}. There is no earlier version: restore it from a backup.`);
    tell(`${path} ${what}. The version saved before it is used.`);
    return older.value;
  }

  /** Told once, not again when it is written over. */
  let kept: Buffer | null = null;

  async function setAside(bytes: Buffer): Promise<string> {
    kept = bytes;
    return quarantine(disk, quarantineFolder, basename(path), bytes).catch((problem: unknown) => {
      const reason = `its bytes could not be kept in ${quarantineFolder}: ${explainFailure(problem)}`;
      throw new Error(`${path} is damaged, and ${reason}. It was left as it is.`, { cause: problem });
    });
  }

  async function write(value: Content): Promise<void> {
    const content = schema.parse(value);
    const bytes = writeDocument(content, format);
    const current = await readBytes(path);
    const isWhole = current && parse(path, current);
    if (current && !isWhole && !kept?.equals(current))
      tell(`${path} is damaged; its bytes are kept in ${await setAside(current)}.`);
    try {
      if (!wasThere) await makeFolderWithin(dirname(path), disk);
      if (isWhole) await replace(disk, previous, current);
      await replace(disk, path, bytes);
      wasThere = true;
    } catch (problem) {
      throw new Error(`${path} could not be saved: ${explainFailure(problem)}. What it held before is intact.`, {
        cause: problem,
      });
    }
  }

  return { read, write };
}

/** Unique temporary file, all bytes, checked size, synced, renamed, folder synced. */
async function replace(disk: Disk, path: string, bytes: Buffer): Promise<void> {
  const temporary = nameUnfinished(path);
  try {
    const handle = await disk.open(temporary, 'wx', 0o600);
    try {
      await writeAll(handle, bytes, 0);
      if ((await handle.stat()).size !== bytes.length)
        throw new Error(`the disk kept fewer bytes of ${path} than were written`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renamePatiently(disk, temporary, path);
  } catch (problem) {
    await disk.unlink(temporary).catch(() => {});
    throw problem;
  }
  await syncFolder(disk, dirname(path));
}

/** A virus scanner may hold a file for a moment. */
async function renamePatiently(disk: Disk, from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await disk.rename(from, to);
    } catch (problem) {
      const isPassing =
        problem instanceof Error && 'code' in problem && ['EPERM', 'EACCES', 'EBUSY'].includes(String(problem.code));
      if (!isPassing || attempt > retries) throw problem;
      await wait(Math.min(50 * attempt, 200));
    }
  }
}

async function readBytes(path: string): Promise<Buffer | null> {
  const found = await lookAt(path);
  return found instanceof Buffer ? found : null;
}

/** Its bytes, null where there is nothing, or what stands in its place, as the end of a sentence. */
async function lookAt(path: string): Promise<Buffer | string | null> {
  try {
    return await readFileOnly(path);
  } catch (problem) {
    if (problem instanceof NoFile) return problem.message;
    const code = problem instanceof Error && 'code' in problem ? problem.code : '';
    const words = `${path} could not be read: ${explainNotRead(problem)}.`;
    if (code !== 'ENOENT') throw Object.assign(new Error(words, { cause: problem }), { code });
  }
  const isLink = await lstat(path).catch(() => null);
  return isLink ? 'is a link to a file that is not there' : null;
}

/** Leftovers of processes that are gone; also without the lock, where something is only read. */
async function sweepOwnTemps(disk: Disk, path: string): Promise<void> {
  const names = await readdir(dirname(path)).catch(() => []);
  for (const name of names.filter((found) => findAbandoned(found) === basename(path)))
    await disk.unlink(join(dirname(path), name)).catch(() => {});
}
