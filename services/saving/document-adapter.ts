import { hash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Adapter } from 'lowdb';
import { z } from 'zod';
import { type Disk, makeFolder, quarantine, realDisk, syncFolder, writeAll } from './files.ts';

const documentFormat = 1;
const envelopeSchema = z.strictObject({ format: z.int(), sha256: z.string(), content: z.unknown() });
const retries = 10;

type Needs<Content> = {
  readonly path: string;
  readonly schema: z.ZodType<Content>;
  readonly quarantineFolder: string;
  readonly disk?: Disk;
  /** Told when a damaged document was set aside and the generation before it is used. */
  readonly tell?: (notice: string) => void;
};

export class DamagedDocument extends Error {}
export class NewerDocument extends Error {}

/** A whole document for lowdb's `Low`: the old one or the new one is on the disk, never half of either, never a silent default. */
export function createDocumentAdapter<Content>(needs: Needs<Content>): Adapter<Content> {
  const { path, schema, quarantineFolder, disk = realDisk, tell = () => {} } = needs;
  const previous = path.replace(/\.json$/, '.prev.json');

  async function read(): Promise<Content | null> {
    await sweepOwnTemps(disk, path);
    const bytes = await readIfThere(path);
    const before = await readIfThere(previous);
    if (!bytes && !before) return null;
    const content = bytes && parse(bytes);
    if (content) return content.value;
    if (bytes) {
      const kept = await quarantine(disk, quarantineFolder, basename(path), bytes);
      tell(`${path} was damaged. Its bytes are kept in ${kept}; the version saved before it is used.`);
    }
    const older = before && parse(before);
    if (!older)
      throw new DamagedDocument(`${path} is damaged and there is no earlier version. Restore it from a backup.`);
    return older.value;
  }

  function parse(bytes: Buffer): { value: Content } | null {
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      const { format, sha256, content } = envelopeSchema.parse(JSON.parse(text));
      if (format > documentFormat)
        throw new NewerDocument(`${path} was made by a newer version of Muster. Update Muster to change it.`);
      if (hash('sha256', JSON.stringify(content)) !== sha256) return null;
      return { value: schema.parse(content) };
    } catch (problem) {
      if (problem instanceof NewerDocument) throw problem;
      return null;
    }
  }

  async function write(value: Content): Promise<void> {
    const content = schema.parse(value);
    const sha256 = hash('sha256', JSON.stringify(content));
    const bytes = Buffer.from(`${JSON.stringify({ format: documentFormat, sha256, content }, null, 1)}\n`);
    await makeFolder(dirname(path));
    const current = await readIfThere(path);
    if (current && parse(current)) await replace(disk, previous, current);
    await replace(disk, path, bytes);
  }

  return { read, write };
}

/** Unique temporary file, all bytes, checked size, synced, renamed, folder synced. */
async function replace(disk: Disk, path: string, bytes: Buffer): Promise<void> {
  const temporary = `${path}.${process.pid}-${randomUUID()}.tmp`;
  try {
    const handle = await disk.open(temporary, 'wx', 0o600);
    try {
      await writeAll(handle, bytes, 0);
      if ((await handle.stat()).size !== bytes.length)
        throw new Error(`The disk kept fewer bytes of ${path} than were written.`);
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
