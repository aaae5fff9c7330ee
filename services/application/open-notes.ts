import { join } from 'node:path';
import { z } from 'zod';
import { windowCommandSchema } from '#core/exercise/commands.ts';
import type { EventType } from '#core/exercise/events.ts';
import { plural } from '#core/report/term-words.ts';
import { createDocumentAdapter } from '../saving/document-adapter.ts';
import { parseDocument } from '../saving/document-format.ts';
import { readPlainFile } from '../saving/files.ts';
import { type Document, openDocument } from '../saving/open-document.ts';
import { readJournal } from '../saving/read-journal.ts';
import { findMissing, type HeldCapture } from './unsaved-captures.ts';

const heldSchema = z.strictObject({
  t: z.string(),
  m: z.number(),
  s: z.string().optional(),
  type: z.custom<EventType>((type) => typeof type === 'string'),
  text: z.string(),
  why: z.string().nullable().default(null),
  command: windowCommandSchema,
});

const notesSchema = z.strictObject({
  /** When the exercise was last known to go on: tells how long Muster was closed. */
  seen: z.strictObject({ t: z.string(), m: z.number() }).nullable(),
  /** What was being typed, by the name of its form. */
  drafts: z.record(z.string(), z.json()),
  /** Captures the disk did not take, should it take at least this. */
  unsaved: z.array(heldSchema).default([]),
});

/** The second where the first could not be used; the same each time, so that what it holds is found again. */
const noteNames = ['notes.json', 'notes-2.json'] as const;

export type Notes = Document<z.infer<typeof notesSchema>>;

/** Captures that wait beside a journal and are not in it; for whoever does not hold the workspace: nothing there is touched. */
export async function countWaiting(folder: string): Promise<number> {
  const held: HeldCapture[] = [];
  for (const name of noteNames) {
    const bytes = await readPlainFile(join(folder, name));
    try {
      held.push(...((bytes && parseDocument(name, bytes, notesSchema))?.value.unsaved ?? []));
    } catch {
      // made by a newer version, which knows what waits
    }
  }
  if (held.length === 0) return 0;
  const { events, salvaged } = await readJournal(folder);
  return findMissing(held, [...events, ...salvaged]).length;
}

/** What journal and documents lack because of that, in words; null where none waits. */
export function tellWaiting(count: number): string | null {
  if (count === 0) return null;
  const [wait, are] = count === 1 ? ['waits', 'is'] : ['wait', 'are'];
  return `${plural(count, 'capture')} ${wait} to be saved and ${are} in no document and not in the journal yet. Open the exercise in Muster to save what waits.`;
}

/** What lies beside a journal and is no part of the record. Damage costs a draft, never an entry. */
export async function openNotes(folder: string, tell: (notice: string) => void): Promise<Notes> {
  const path = join(folder, noteNames[0]);
  const quarantineFolder = join(folder, 'quarantine');
  const needs = { path, schema: notesSchema, quarantineFolder, isFolderThere: true, beginsAnew: true };
  const empty = { seen: null, drafts: {}, unsaved: [] };
  try {
    return await openDocument(createDocumentAdapter({ ...needs, tell }), empty);
  } catch (problem) {
    tell(`What was being typed could not be read: ${problem instanceof Error ? problem.message : String(problem)}`);
    const another = join(folder, noteNames[1]);
    return openDocument(createDocumentAdapter({ ...needs, path: another, tell }), empty);
  }
}
