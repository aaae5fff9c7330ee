import { join } from 'node:path';
import { z } from 'zod';
import { windowCommandSchema } from '#core/exercise/commands.ts';
import type { EventType } from '#core/exercise/events.ts';
import { createDocumentAdapter } from '../saving/document-adapter.ts';
import { type Document, openDocument } from '../saving/open-document.ts';

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

export type Notes = Document<z.infer<typeof notesSchema>>;

/** What lies beside a journal and is no part of the record. Damage costs a draft, never an entry. */
export async function openNotes(folder: string, tell: (notice: string) => void): Promise<Notes> {
  const path = join(folder, 'notes.json');
  const quarantineFolder = join(folder, 'quarantine');
  const needs = { path, schema: notesSchema, quarantineFolder, isFolderThere: true, beginsAnew: true };
  const empty = { seen: null, drafts: {}, unsaved: [] };
  try {
    return await openDocument(createDocumentAdapter({ ...needs, tell }), empty);
  } catch (problem) {
    tell(`What was being typed could not be read: ${problem instanceof Error ? problem.message : String(problem)}`);
    const another = join(folder, 'notes-2.json'); // the same each time: what it holds is found again
    return openDocument(createDocumentAdapter({ ...needs, path: another, tell }), empty);
  }
}
