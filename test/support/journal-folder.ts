import { hash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SavedEvent } from '#core/exercise/events.ts';
import type { Disk } from '#services/saving/files.ts';
import { type OpenedJournal, openJournal } from '#services/saving/journal.ts';

export const script = 'id: sample\n';
export const scriptSha256 = hash('sha256', script);
export const exercise = '2026-sample';

/** An exercise's folder with its script and no journal yet. */
export async function makeJournalFolder(): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'journal-')), exercise);
  await mkdir(folder);
  await writeFile(join(folder, 'script.yaml'), script);
  return folder;
}

export const observed = (seq: number): SavedEvent => ({
  seq,
  t: new Date(Date.UTC(2026, 2, 17, 9, seq)).toISOString(),
  m: seq * 60_000,
  s: 'test',
  type: 'observation_recorded',
  data: { observation: `OB${seq}`, text: `Überraschung\u2028${seq}`, kind: 'fact' },
});

export const observedUpTo = (count: number): readonly SavedEvent[] =>
  Array.from({ length: count }, (_, index) => observed(index + 1));

type Opening = { readonly disk?: Disk; readonly tell?: (notice: string) => void };

export function openSample(folder: string, opening: Opening = {}): Promise<OpenedJournal> {
  return openJournal({ folder, exercise, scriptSha256, ...opening });
}

/** Opens, appends one after another, closes. */
export async function reopen(folder: string, added: readonly SavedEvent[] = [], opening: Opening = {}) {
  const opened = await openSample(folder, opening);
  for (const event of added) await opened.journal.append([event]);
  await opened.journal.close();
  return opened;
}

export const segmentPath = (folder: string, segment = 1) => join(folder, `journal-000${segment}.jsonl`);

/** The lines of a segment, without their line ends. */
export async function readLines(folder: string, segment = 1): Promise<string[]> {
  return (await readFile(segmentPath(folder, segment), 'utf8')).trimEnd().split('\n');
}

export async function writeLines(folder: string, lines: readonly string[], segment = 1): Promise<void> {
  await writeFile(segmentPath(folder, segment), `${lines.join('\n')}\n`);
}
