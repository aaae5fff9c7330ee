import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Damage } from './damage.ts';
import { type Examined, examineJournal } from './examine-journal.ts';
import { guessTime } from './journal-format.ts';
import type { ReadJournal } from './read-journal.ts';

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
  const examined = await examineJournal(folder);
  const { journal, script, ofAnchor } = examined;
  const isScriptGone = script === null && journal.segments.length > 0;
  const damage = [
    ...journal.damage,
    ...findTorn(journal),
    ...examined.damage.slice(journal.damage.length),
    ...ofAnchor,
    ...(isScriptGone ? [scriptMissing] : []),
  ];
  const found = await listNotices(folder, examined);
  const notices = found.length > 0 ? { notices: found } : {};
  if (damage.length > 0) return { ok: false, damage, ...notices };
  return { ok: true, events: journal.events.length, head: journal.head, ...notices };
}

const scriptMissing: Damage = { file: 'script.yaml', line: 1, time: null, kind: 'missing' };

function findTorn({ tail, events }: ReadJournal): readonly Damage[] {
  if (!tail || tail.isWhole) return [];
  const time = guessTime(tail.bytes) ?? events.at(-1)?.t ?? null;
  return [{ file: tail.file, line: tail.line, time, kind: 'torn' }];
}

async function listNotices(folder: string, { journal, damage }: Examined): Promise<readonly string[]> {
  const { tail, warnings, events } = journal;
  const notices = [...warnings];
  const unfinished =
    damage.length === 0 ? 'is unfinished; the next opening sets it aside' : 'is unfinished, and stays as it is';
  const told = tail?.isWhole
    ? 'the line end of the last entry is missing; the entry itself is whole'
    : `the last line ${unfinished}`;
  if (tail) notices.push(`${tail.file}, line ${tail.line}: ${told}.`);
  const hasAnchor = await access(join(folder, 'anchor.json')).then(
    () => true,
    () => false,
  );
  if (events.length > 0 && !hasAnchor)
    notices.push('anchor.json is missing: whether whole last lines of the journal are gone cannot be seen.');
  return notices;
}
