import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkAnchor } from './anchor.ts';
import type { Damage } from './damage.ts';
import { checkOwner, readJournal } from './read-journal.ts';

export type Verified =
  | { readonly ok: true; readonly events: number; readonly head: string }
  | { readonly ok: false; readonly damage: readonly Damage[] };

/**
 * Checks chain, anchor and script; writes nothing. An unkeyed chain shows accident and casual edits, not a determined insider.
 * A tail that was never acknowledged is named too: the next opening sets it aside.
 */
export async function verifyJournal(folder: string): Promise<Verified> {
  const read = await readJournal(folder);
  const damage = [...read.damage];
  const { tail, header } = read;
  damage.push(...checkOwner(folder, read));
  if (tail && !tail.isWhole) {
    damage.push({ file: tail.file, line: tail.line, time: read.events.at(-1)?.t ?? null, kind: 'torn' });
  }
  if (read.segments.length === 0) damage.push({ file: 'journal-0001.jsonl', line: 1, time: null, kind: 'missing' });
  damage.push(...(await checkAnchor(folder, read)));
  const script = await readFile(join(folder, 'script.yaml')).catch(() => null);
  if (header && (script === null || hash('sha256', script) !== header.script_sha256)) {
    damage.push({ file: 'script.yaml', line: 1, time: null, kind: script ? 'script_changed' : 'missing' });
  }
  return damage.length > 0 ? { ok: false, damage } : { ok: true, events: read.events.length, head: read.head };
}
