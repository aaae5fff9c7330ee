import { hash } from 'node:crypto';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { compareWithAnchor, readAnchor } from './anchor.ts';
import type { Damage } from './damage.ts';
import { readPlainFile } from './files.ts';
import { isAsRead, type ReadJournal, readJournal } from './read-journal.ts';

export type Examined = {
  readonly journal: ReadJournal;
  /** As it lies there now; null where it is missing or cannot be read. */
  readonly script: Buffer | null;
  readonly scriptSha256: string;
  /** Not empty: nothing more is written into the exercise. */
  readonly damage: readonly Damage[];
  /** Of the anchor alone: it takes nothing from the journal. */
  readonly ofAnchor: readonly Damage[];
};

/** Reads an exercise's journal with all that it is compared with; the same for whoever verifies it and whoever opens it. Writes nothing. */
export async function examineJournal(folder: string): Promise<Examined> {
  const anchor = await readAnchor(folder); // before the journal, which may be being written
  const journal = await readSettled(folder);
  const script = await readPlainFile(join(folder, 'script.yaml'));
  const scriptSha256 = script === null ? '' : hash('sha256', script);
  const own = [...journal.damage, ...checkOwner(folder, journal)];
  const behind = compareWithAnchor(anchor.mark, journal);
  const isSaid = own.length > 0 || (behind !== null && journal.segments.length > 0);
  const isGone = journal.events.length === 0 && !isSaid;
  const isChanged = script !== null && listScripts(journal).some((named) => named !== scriptSha256);
  const damage = [
    ...own,
    ...(isGone ? [nothingSaved] : []),
    ...(behind ? [behind] : []),
    ...anchor.damage.filter(({ kind }) => kind === 'newer_version'),
    ...(isChanged ? [scriptChanged] : []),
  ];
  const ofAnchor = anchor.damage.filter(({ kind }) => kind !== 'newer_version');
  return { journal, script, scriptSha256, damage, ofAnchor };
}

/** No exercise is without its first entry: what is there is a leftover, or all that was saved is gone. */
const nothingSaved: Damage = { file: 'journal-0001.jsonl', line: 1, time: null, kind: 'missing' };

/** A comma may have been added, or the story be another: it can be read, and nobody goes on playing it. */
const scriptChanged: Damage = { file: 'script.yaml', line: 1, time: null, kind: 'script_changed' };

const patience = { ms: 5, times: 20 } as const;

/** Half a last line may be one that is being written at this moment. */
async function readSettled(folder: string): Promise<ReadJournal> {
  let read = await readJournal(folder);
  for (let turn = 0; turn < patience.times && read.tail && !read.tail.isWhole; turn += 1) {
    await wait(patience.ms);
    if (await isAsRead(folder, read)) break;
    read = await readJournal(folder);
  }
  return read;
}

/** A whole journal copied into the folder of another exercise. The first entry tells it too, should the header be damaged. */
function checkOwner(folder: string, journal: ReadJournal): readonly Damage[] {
  const owner = findOwner(journal, basename(folder));
  return owner === null ? [] : [{ file: journal.segments[0] ?? '', line: 1, time: null, kind: 'other_exercise' }];
}

/** The exercise that a journal names, where it is another one than `exercise`. */
export function findOwner({ header, events }: Pick<ReadJournal, 'header' | 'events'>, exercise: string): string | null {
  const named = [header?.exercise, findStart(events)?.exercise];
  return named.find((name) => name !== undefined && name !== exercise) ?? null;
}

function listScripts({ header, events }: ReadJournal): readonly string[] {
  return [header?.script_sha256, findStart(events)?.scenario.sha256].filter((sha256) => sha256 !== undefined);
}

function findStart([first]: ReadJournal['events']) {
  return first?.type === 'exercise_started' ? first.data : undefined;
}
