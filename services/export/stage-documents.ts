import { randomUUID } from 'node:crypto';
import { mkdir, rmdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fail, type Outcome, type Problem, succeed } from '#core/outcome.ts';
import { type Disk, readFileOnly, writeNewFile } from '../saving/files.ts';
import { explainFolder } from '../saving/workspace.ts';

export type StagedDocuments = {
  /** Puts the whole set in place, or leaves the set that was there. */
  readonly put: () => Promise<Outcome<readonly string[]>>;
  readonly discard: () => Promise<void>;
};

type Staged = { readonly name: string; readonly target: string; readonly next: string; before: string | null };

/** Writes every document under a name of its own beside its place: a disk that is full is known before anything is replaced. */
export async function stageDocuments(
  disk: Disk,
  out: string,
  documents: ReadonlyMap<string, string | Uint8Array>,
): Promise<Outcome<StagedDocuments>> {
  const staged: Staged[] = [];
  const discard = async () => {
    for (const { next, before } of staged)
      for (const path of before ? [next, before] : [next]) await disk.unlink(path).catch(() => {}); // gone, or no longer needed
    for (const { name, target } of staged) if (name.includes('/')) await rmdir(dirname(target)).catch(() => {}); // something lies in it
  };
  try {
    for (const [name, bytes] of documents) {
      const target = join(out, name);
      const there = await stat(target).catch(() => null);
      if (there && !there.isFile()) {
        await discard();
        return fail(inTheWay(out, name, there.isDirectory() ? 'a folder' : 'a pipe or a device'));
      }
      const entry: Staged = { name, target, next: `${target}.${randomUUID()}.tmp`, before: null };
      staged.push(entry);
      if (name.includes('/')) await mkdir(dirname(target), { recursive: true });
      await writeNewFile(disk, entry.next, Buffer.from(bytes), 0o666);
      if (!there) continue;
      entry.before = `${target}.${randomUUID()}.before.tmp`;
      await writeNewFile(disk, entry.before, await readFileOnly(target), there.mode & 0o777);
    }
  } catch (problem) {
    await discard();
    return fail(explainFolder(resolve(out), 'output folder', problem));
  }
  return succeed({ put: () => put(disk, out, staged, discard), discard });
}

async function put(
  disk: Disk,
  out: string,
  staged: readonly Staged[],
  discard: () => Promise<void>,
): Promise<Outcome<readonly string[]>> {
  const done: Staged[] = [];
  try {
    for (const entry of staged) {
      await disk.rename(entry.next, entry.target);
      done.push(entry);
    }
    return succeed(staged.map(({ name }) => name));
  } catch (problem) {
    const left: string[] = [];
    for (const { name, target, before } of done)
      await (before ? disk.rename(before, target) : disk.unlink(target)).catch(() => left.push(name));
    const explained = explainFolder(resolve(out), 'output folder', problem);
    if (left.length === 0) return fail(explained);
    const hint = `${left.join(', ')} there could not be put back as before: do not rely on them. Choose another folder with --out DIR.`;
    return fail({ ...explained, hint });
  } finally {
    await discard();
  }
}

function inTheWay(out: string, name: string, what: string): Problem {
  return {
    code: 'folder_in_the_way',
    message: `The output folder ${resolve(out)} holds ${what} named ${name}, where a document of that name goes.`,
    hint: 'Nothing was written there. Move it away, or choose another folder with --out DIR.',
  };
}
