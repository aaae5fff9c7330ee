import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { mkdir, rmdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fail, type Outcome, type Problem, succeed } from '#core/outcome.ts';
import { explainFailure } from '../saving/explain-failure.ts';
import { type Disk, readFileOnly, writeNewFile } from '../saving/files.ts';
import { explainFolder } from '../saving/workspace.ts';

export type StagedDocuments = {
  /** Puts the whole set in place, or leaves the set that was there. */
  readonly put: () => Promise<Outcome<readonly string[]>>;
  readonly discard: () => Promise<void>;
};

/** `next` null: what is there goes. */
type Staged = { readonly name: string; readonly target: string; readonly next: string | null; before: string | null };

/**
 * Writes every document under a name of its own beside its place: a disk that is full is known before anything is replaced. What is
 * named in `gone` and lies there goes with the old set.
 */
export async function stageDocuments(
  disk: Disk,
  out: string,
  documents: ReadonlyMap<string, string | Uint8Array>,
  gone: readonly string[] = [],
): Promise<Outcome<StagedDocuments>> {
  const staged: Staged[] = [];
  const discard = async () => {
    const paths = staged.flatMap(({ next, before }) => [next, before]);
    for (const path of paths) if (path !== null) await disk.unlink(path).catch(() => {}); // gone, or no longer needed
    for (const { name, target } of staged) if (name.includes('/')) await rmdir(dirname(target)).catch(() => {}); // something lies in it
  };
  try {
    const all = [...documents, ...gone.map((name) => [name, null] as const)];
    for (const [name, bytes] of all) {
      const target = join(out, name);
      const there = await stat(target).catch(() => null);
      const refused = there && refuseTarget(out, name, there);
      if (refused) {
        await discard();
        return fail(refused);
      }
      if (bytes !== null || there) await stageOne(disk, { name, target, bytes, there }, staged);
    }
  } catch (problem) {
    await discard();
    return fail(explainFolder(resolve(out), 'output folder', problem));
  }
  return succeed({ put: () => put(disk, out, staged, discard), discard });
}

type One = {
  readonly name: string;
  readonly target: string;
  /** null: it goes. */
  readonly bytes: string | Uint8Array | null;
  readonly there: Stats | null;
};

/** The next one beside its place, and what is there now beside it: either can be put back. */
async function stageOne(disk: Disk, { name, target, bytes, there }: One, staged: Staged[]): Promise<void> {
  const next = bytes === null ? null : `${target}.${randomUUID()}.tmp`;
  const entry: Staged = { name, target, next, before: null };
  staged.push(entry);
  if (name.includes('/')) await mkdir(dirname(target), { recursive: true });
  if (bytes !== null && next !== null) await writeNewFile(disk, next, Buffer.from(bytes), 0o666);
  if (!there) return;
  entry.before = `${target}.${randomUUID()}.before.tmp`;
  await writeNewFile(disk, entry.before, await readFileOnly(target), there.mode & 0o777);
}

async function put(
  disk: Disk,
  out: string,
  staged: readonly Staged[],
  discard: () => Promise<void>,
): Promise<Outcome<readonly string[]>> {
  const done: Staged[] = [];
  let at: Staged | undefined;
  try {
    for (const entry of staged) {
      at = entry;
      if (entry.next === null) await disk.unlink(entry.target);
      else await disk.rename(entry.next, entry.target);
      done.push(entry);
    }
    return succeed(staged.filter(({ next }) => next !== null).map(({ name }) => name));
  } catch (problem) {
    const left: string[] = [];
    for (const { name, target, before } of done)
      await (before ? disk.rename(before, target) : disk.unlink(target)).catch(() => left.push(name));
    const explained = at?.before
      ? notReplaced(out, at.name, problem)
      : explainFolder(resolve(out), 'output folder', problem);
    if (left.length === 0) return fail(explained);
    const hint = `${left.join(', ')} there could not be put back as before: do not rely on them. Choose another folder with --out DIR.`;
    return fail({ ...explained, hint });
  } finally {
    await discard();
  }
}

/** On Windows a file that Word or Excel has open cannot be replaced, nor one that is read-only. */
function notReplaced(out: string, name: string, problem: unknown): Problem {
  return {
    code: 'not_replaced',
    message: `${name} in ${resolve(out)} could not be replaced: ${explainFailure(problem)}.`,
    hint: 'The documents there are as they were. Close it where it is open, then write them again, or choose another folder with --out DIR.',
  };
}

function refuseTarget(out: string, name: string, there: Stats): Problem | null {
  if (!there.isFile()) return inTheWay(out, name, there.isDirectory() ? 'a folder' : 'a pipe or a device');
  if ((there.mode & 0o222) !== 0) return null;
  return {
    code: 'read_only',
    message: `${name} in ${resolve(out)} is read-only, so somebody wants to keep it.`,
    hint: 'Nothing was written there. Make it writable or move it away, or choose another folder with --out DIR.',
  };
}

function inTheWay(out: string, name: string, what: string): Problem {
  return {
    code: 'folder_in_the_way',
    message: `The output folder ${resolve(out)} holds ${what} named ${name}, where a document of that name goes.`,
    hint: 'Nothing was written there. Move it away, or choose another folder with --out DIR.',
  };
}
