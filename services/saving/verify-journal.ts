import { hash } from 'node:crypto';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { checkAnchor } from './anchor.ts';
import type { Damage } from './damage.ts';
import { readPlainFile } from './files.ts';
import { guessTime } from './journal-format.ts';
import { checkOwner, type ReadJournal, readJournal } from './read-journal.ts';

/** `notices`, where there are any: what is no damage and yet not as Muster leaves it. */
export type Verified = (
  | { readonly ok: true; readonly events: number; readonly head: string }
  | { readonly ok: false; readonly damage: readonly Damage[] }
) & { readonly notices?: readonly string[] };

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
    const time = guessTime(tail.bytes) ?? read.events.at(-1)?.t ?? null;
    damage.push({ file: tail.file, line: tail.line, time, kind: 'torn' });
  }
  if (read.segments.length === 0 && damage.length === 0)
    damage.push({ file: 'journal-0001.jsonl', line: 1, time: null, kind: 'missing' });
  damage.push(...(await checkAnchor(folder, read)));
  const script = await readPlainFile(join(folder, 'script.yaml'));
  if (header && (script === null || hash('sha256', script) !== header.script_sha256)) {
    damage.push({ file: 'script.yaml', line: 1, time: null, kind: script ? 'script_changed' : 'missing' });
  }
  const found = await listNotices(folder, read);
  const notices = found.length > 0 ? { notices: found } : {};
  if (damage.length > 0) return { ok: false, damage, ...notices };
  return { ok: true, events: read.events.length, head: read.head, ...notices };
}

async function listNotices(folder: string, read: ReadJournal): Promise<readonly string[]> {
  const { tail, warnings, events } = read;
  const notices = [...warnings];
  if (tail)
    notices.push(
      tail.isWhole
        ? `${tail.file}, line ${tail.line}: the line end of the last entry is missing; the entry itself is whole.`
        : `${tail.file}, line ${tail.line}: the last line is unfinished; the next opening sets it aside.`,
    );
  const hasAnchor = await access(join(folder, 'anchor.json')).then(
    () => true,
    () => false,
  );
  if (events.length > 0 && !hasAnchor)
    notices.push('anchor.json is missing: whether whole last lines of the journal are gone cannot be seen.');
  return notices;
}
