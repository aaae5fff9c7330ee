import { hash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Adapter } from 'lowdb';
import { z } from 'zod';
import { explainFailure } from './explain-failure.ts';
import { type Disk, makeFolderWithin, quarantine, realDisk, syncFolder, writeAll } from './files.ts';

const documentFormat = 1;
const formatSchema = z.looseObject({ format: z.int() });
const envelopeSchema = z.strictObject({ format: z.int(), sha256: z.string(), content: z.unknown() });
const retries = 10;

type Needs<Content> = {
  readonly path: string;
  readonly schema: z.ZodType<Content>;
  readonly quarantineFolder: string;
  readonly disk?: Disk;
  /** Beside a journal: where its folder is gone, it is not made anew. */
  readonly isFolderThere?: boolean;
  /** Told when a damaged document was set aside and the generation before it is used. */
  readonly tell: (notice: string) => void;
};

export class DamagedDocument extends Error {}
export class NewerDocument extends Error {}

/** A whole document for lowdb's `Low`: the old one or the new one is on the disk, never half of either, never a silent default. */
export function createDocumentAdapter<Content>(needs: Needs<Content>): Adapter<Content> {
  const { path, schema, quarantineFolder, disk = realDisk, isFolderThere = false, tell } = needs;
  const previous = path.replace(/\.json$/, '.prev.json');

  async function read(): Promise<Content | null> {
    for (const own of [path, previous]) await sweepOwnTemps(disk, own);
    const bytes = await readIfThere(path);
    const content = bytes && parseDocument(path, bytes, schema);
    if (content) return content.value;
    const before = await readIfThere(previous);
    if (!bytes && !before) return null;
    const older = before && parseDocument(previous, before, schema);
    const kept = bytes && (await quarantine(disk, quarantineFolder, basename(path), bytes));
    const what = kept ? `is damaged; its bytes are kept in ${kept}` : 'is missing';
    if (!older) throw new DamagedDocument(`${path} ${what}. There is no earlier version: restore it from a backup.`);
    tell(`${path} ${what}. The version saved before it is used.`);
    return older.value;
  }

  async function write(value: Content): Promise<void> {
    const content = schema.parse(value);
    const sha256 = hash('sha256', JSON.stringify(content));
    const bytes = Buffer.from(`${JSON.stringify({ format: documentFormat, sha256, content }, null, 1)}\n`);
    const current = await readIfThere(path);
    const isWhole = current && parseDocument(path, current, schema);
    try {
      if (!isFolderThere) await makeFolderWithin(dirname(path), disk);
      if (isWhole) await replace(disk, previous, current);
      await replace(disk, path, bytes);
    } catch (problem) {
      throw new Error(`${path} could not be saved: ${explainFailure(problem)}. What it held before is intact.`, {
        cause: problem,
      });
    }
  }

  return { read, write };
}

/** null for a damaged document. One of a newer format throws: to refuse it is not to call it damaged. */
export function parseDocument<Content>(
  name: string,
  bytes: Buffer,
  schema: z.ZodType<Content>,
): { readonly value: Content } | null {
  const stored = parseJson(bytes);
  const stamped = formatSchema.safeParse(stored);
  if (stamped.success && stamped.data.format > documentFormat)
    throw new NewerDocument(`${name} was made by a newer version of Muster. Update Muster to use it.`);
  const envelope = envelopeSchema.safeParse(stored);
  if (!envelope.success) return null;
  const { sha256, content } = envelope.data;
  if (hash('sha256', JSON.stringify(content)) !== sha256) return null;
  const parsed = schema.safeParse(content);
  return parsed.success ? { value: parsed.data } : null;
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** Unique temporary file, all bytes, checked size, synced, renamed, folder synced. */
async function replace(disk: Disk, path: string, bytes: Buffer): Promise<void> {
  const temporary = `${path}.${process.pid}-${randomUUID()}.tmp`;
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

async function readIfThere(path: string): Promise<Buffer | null> {
  return readFile(path).catch((problem: NodeJS.ErrnoException) => {
    if (problem.code === 'ENOENT') return null;
    throw problem;
  });
}

/** Leftovers of a crash of this or an earlier run; nobody else writes here while the workspace is locked. */
async function sweepOwnTemps(disk: Disk, path: string): Promise<void> {
  const names = await readdir(dirname(path)).catch(() => []);
  const left = names.filter((name) => name.startsWith(`${basename(path)}.`) && name.endsWith('.tmp'));
  for (const name of left) await disk.unlink(join(dirname(path), name)).catch(() => {});
}
