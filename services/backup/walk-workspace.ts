import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createNameBook, findNameFault } from './entry-names.ts';
import { notRead, orRefuse } from './refused.ts';

export type Walked =
  | { readonly kind: 'file' | 'journal'; readonly path: string }
  | { readonly kind: 'empty_folder'; readonly path: string }
  | { readonly kind: 'left_out'; readonly path: string; readonly why: string };

/** As every writer of Muster names what is not finished. */
const unfinished = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\.before)?\.tmp$/;
const halfPlayed = new RegExp(String.raw`^exercises/\.[^/]+${unfinished.source}`);
const mayLieElsewhere = /^exercises(\/[^/]+)?$/;
const ofExercise = /^(script\.yaml|journal-\d{4}\.jsonl|anchor\.json)$/;
const earlierBackup = /^muster-backup-\d{4}-\d\d-\d\d(-\d+)?\.zip$/;
const segment = /^exercises\/[^/]+\/journal-\d{4}\.jsonl$/;

/**
 * Everything a backup holds, while it is being written to. What is derived from a journal comes before it, the registers
 * and the anchor, and the segments are looked for only then: these may lag behind the journal, never be ahead of it.
 */
export async function* walkWorkspace(root: string): AsyncGenerator<Walked> {
  const clashOf = createNameBook();
  for await (const found of walk(root, '')) {
    const clash =
      found.kind === 'left_out' ? null : clashOf(found.path, found.kind === 'empty_folder' ? 'folder' : 'file');
    if (clash === null) yield found;
    else yield { kind: 'left_out', path: found.path, why: `differs from ${clash} in upper and lower case only` };
  }
}

async function* walk(root: string, path: string): AsyncGenerator<Walked> {
  const entries = await list(root, path);
  if (entries.length === 0 && path !== '') yield { kind: 'empty_folder', path };
  for (const entry of entries) {
    const inner = path === '' ? entry.name : `${path}/${entry.name}`;
    if (halfPlayed.test(inner)) continue;
    const isFolder = entry.isDirectory() || (await leadsToFolder(root, inner, entry));
    if (isFolder && findNameFault(inner) === null) yield* walk(root, inner);
    else if (!segment.test(inner)) yield* describe(entry, inner);
  }
  if (/^exercises\/[^/]+$/.test(path)) yield* walkSegments(root, path);
}

/** The exercises, or one of them, moved to another disk count as what the link leads to, here as everywhere. */
async function leadsToFolder(root: string, path: string, entry: Dirent): Promise<boolean> {
  if (!entry.isSymbolicLink() || !mayLieElsewhere.test(path)) return false;
  const place = join(root, path);
  const names = await orRefuse(
    async () => ((await stat(place)).isDirectory() ? await readdir(place) : []),
    (problem) => notRead(place, problem),
  );
  return path === 'exercises' || names.some((name) => ofExercise.test(name));
}

async function* walkSegments(root: string, path: string): AsyncGenerator<Walked> {
  for (const entry of await list(root, path)) {
    const inner = `${path}/${entry.name}`;
    if (segment.test(inner) && entry.isFile()) yield { kind: 'journal', path: inner };
    else if (segment.test(inner)) yield* describe(entry, inner);
  }
}

async function list(root: string, path: string): Promise<readonly Dirent[]> {
  const folder = join(root, path);
  const entries = await orRefuse(
    () => readdir(folder, { withFileTypes: true }),
    (problem) => notRead(folder, problem),
  );
  const isLast = ({ name }: Dirent) => path === '' && name === 'exercises';
  return entries.sort((one, other) => Number(isLast(one)) - Number(isLast(other)) || (one.name < other.name ? -1 : 1));
}

function* describe(entry: Dirent, path: string): Generator<Walked> {
  const fault = findNameFault(path);
  const why = entry.isSymbolicLink() ? 'is a link, and what it leads to may lie elsewhere' : whyLeftOut(entry, fault);
  if (why !== null) yield { kind: 'left_out', path, why };
  else if (!unfinished.test(entry.name)) yield { kind: 'file', path };
}

function whyLeftOut(entry: Dirent, fault: string | null): string | null {
  if (fault !== null) return `has a name that not every system takes: ${fault}`;
  if (!entry.isFile()) return 'is no ordinary file';
  return earlierBackup.test(entry.name) ? 'is an earlier backup' : null;
}
