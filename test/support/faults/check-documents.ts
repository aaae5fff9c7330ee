import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { expect } from 'vitest';
import type { Trials } from './count-trials.ts';
import { documentNames, documentPaths, openGenerations } from './documents.ts';
import type { Call, Said } from './run-child.ts';

/** Each document is what was acknowledged last or what came after it, read without a word, and can be saved again. */
export async function checkDocuments(
  trials: Trials,
  workspace: string,
  said: readonly Said[],
  trial: string,
): Promise<void> {
  for (const name of documentNames) {
    const told = said.filter(({ document, generation }) => document === name && generation !== undefined);
    const acknowledged = Number(told.at(-1)?.generation ?? 0);
    const notices: string[] = [];
    const opened = await openGenerations(name, workspace, (notice) => notices.push(notice));
    const found = (await opened.read()) ?? 0;
    if (found < acknowledged) trials.lose(1);
    expect([trial, name, notices, found >= acknowledged]).toEqual([trial, name, [], true]);
    await opened.save(found + 1);
    const again = await openGenerations(name, workspace, (notice) => notices.push(notice));
    expect([trial, name, await again.read(), notices]).toEqual([trial, name, found + 1, []]);
    const folder = join(workspace, dirname(documentPaths[name]));
    const own = (await readdir(folder)).filter((file) => file.startsWith(`${basename(documentPaths[name], '.json')}.`));
    expect([trial, own.filter(isLeft)]).toEqual([trial, []]); // what others left goes when they are opened
  }
}

/** Of a process that is gone; one that waits in the middle of its write lives, and is not disturbed. */
function isLeft(file: string): boolean {
  const pid = /\.(\d+)-[^.]*\.tmp$/.exec(file)?.[1];
  if (!file.endsWith('.tmp') || pid === undefined) return file.endsWith('.tmp');
  try {
    return !process.kill(Number(pid), 0);
  } catch {
    return true;
  }
}

/** A document gets its name only when its bytes were synced, and the folder is synced after every new name. */
export function checkDocumentOrder(calls: readonly Call[], trial: string): void {
  const written = new Set<string>();
  let unsyncedFolder: string | null = null;
  let lastTemporary = '';
  for (const { op, outcome, path } of calls) {
    if (outcome !== 'ok') continue;
    if (op === 'open' && path.endsWith('.tmp')) {
      expect([trial, 'unsynced names before the next document', unsyncedFolder]).toEqual([
        trial,
        'unsynced names before the next document',
        null,
      ]);
      lastTemporary = path;
    } else if (op === 'write') written.add(path);
    else if (op === 'rename') {
      expect([trial, 'renamed before it was synced', written.has(lastTemporary)]).toEqual([
        trial,
        'renamed before it was synced',
        false,
      ]);
      unsyncedFolder = dirname(path);
    } else if (op === 'fsync' || op === 'fdatasync') {
      written.delete(path);
      if (path === unsyncedFolder) unsyncedFolder = null;
    }
  }
  expect([trial, 'unsynced names at the end', unsyncedFolder]).toEqual([trial, 'unsynced names at the end', null]);
}
