import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { mkdir, rmdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fail, type Outcome, type Problem, succeed } from '#core/outcome.ts';
import { explainFailure } from '../saving/explain-failure.ts';
import { type Disk, readFileOnly, writeNewFile } from '../saving/files.ts';
import { explainFolder } from '../saving/workspace.ts';
import { readEarlierDiff } from './earlier-runbooks.ts';
import { type Found, isOwnOutput, viewOf } from './is-own-output.ts';

export type StagedDocuments = {
  /** Puts the whole set in place, or leaves the set that was there. */
  readonly put: () => Promise<Outcome<readonly string[]>>;
  readonly discard: () => Promise<void>;
};

/** `next` null: what is there goes. */
type Staged = { readonly name: string; readonly target: string; readonly next: string | null; before: string | null };

type Options = {
  /** What lies there under these names goes with the old set, where it is ours. */
  readonly gone?: readonly string[];
  readonly isOurs?: (found: Found) => boolean;
};

/**
 * Writes every document under a name of its own beside its place: a disk that is full is known before anything is replaced. What
 * somebody else put in a place is never replaced.
 */
export async function stageDocuments(
  disk: Disk,
  out: string,
  documents: ReadonlyMap<string, string | Uint8Array>,
  { gone = [], isOurs = isOwnOutput }: Options = {},
): Promise<Outcome<StagedDocuments>> {
  const staged: Staged[] = [];
  const discard = async () => {
    const paths = staged.flatMap(({ next, before }) => [next, before]);
    for (const path of paths) if (path !== null) await disk.unlink(path).catch(() => {}); // gone, or no longer needed
    for (const { name, target } of staged) if (name.includes('/')) await rmdir(dirname(target)).catch(() => {}); // something lies in it
  };
  try {
    const diff = await readEarlierDiff(out);
    const all = [...documents, ...gone.map((name) => [name, null] as const)];
    for (const [name, bytes] of all) {
      const found = await lookAt(out, name, (before) => isOurs({ name, bytes: before, next: bytes, diff }));
      if ('problem' in found) {
        if (bytes === null && found.problem.code === notOursCode) continue; // nothing of an earlier set
        await discard();
        return fail(found.problem);
      }
      if (bytes !== null || found.there)
        await stageOne(disk, { name, target: join(out, name), bytes, ...found }, staged);
    }
  } catch (problem) {
    await discard();
    return fail(explainFolder(resolve(out), 'output folder', problem));
  }
  return succeed({ put: () => put(disk, out, staged, discard), discard });
}

/** The file that has a place now, if any does. */
type InPlace = { readonly there: Stats | null; readonly before: Uint8Array | null };

async function lookAt(
  out: string,
  name: string,
  isOurs: (before: Uint8Array) => boolean,
): Promise<InPlace | { readonly problem: Problem }> {
  const target = join(out, name);
  const there = await stat(target).catch(() => null);
  if (!there) return { there, before: null };
  const refused = refuseTarget(out, name, there);
  if (refused) return { problem: refused };
  const before = await readFileOnly(target);
  return isOurs(before) ? { there, before } : { problem: notOurs(out, name) };
}

type One = InPlace & {
  readonly name: string;
  readonly target: string;
  /** null: it goes. */
  readonly bytes: string | Uint8Array | null;
};

/** The next one beside its place, and what is there now beside it: either can be put back. */
async function stageOne(disk: Disk, { name, target, bytes, there, before }: One, staged: Staged[]): Promise<void> {
  const next = bytes === null ? null : `${target}.${randomUUID()}.tmp`;
  const entry: Staged = { name, target, next, before: null };
  staged.push(entry);
  if (name.includes('/')) await mkdir(dirname(target), { recursive: true });
  if (bytes !== null && next !== null) await writeNewFile(disk, next, viewOf(bytes), 0o666);
  if (!there || !before) return;
  entry.before = `${target}.${randomUUID()}.before.tmp`;
  await writeNewFile(disk, entry.before, before, there.mode & 0o777);
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

const notOursCode = 'not_ours';

function notOurs(out: string, name: string): Problem {
  return {
    code: notOursCode,
    message: `${name} in ${resolve(out)} was not written by Muster, so it stays.`,
    hint: 'Nothing was written there. Move it away or give it another name, or choose another folder with --out DIR.',
  };
}

function inTheWay(out: string, name: string, what: string): Problem {
  return {
    code: 'folder_in_the_way',
    message: `The output folder ${resolve(out)} holds ${what} named ${name}, where a document of that name goes.`,
    hint: 'Nothing was written there. Move it away, or choose another folder with --out DIR.',
  };
}
