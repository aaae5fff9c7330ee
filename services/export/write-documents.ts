import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ExerciseState } from '#core/exercise/state.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { buildPostMortem } from '#core/report/post-mortem.ts';
import { buildRunbookChanges } from '#core/report/runbook-changes.ts';
import { listTimeline, timelineColumns } from '#core/report/timeline.ts';
import { writeWord } from '../documents/write-word.ts';
import { explainFolder } from '../saving/workspace.ts';
import { writeActionItems } from './action-items-csv.ts';
import type { DocumentName } from './document-names.ts';
import { writeExerciseJson } from './exercise-json.ts';
import { writeCsv } from './write-csv.ts';

type Needs = { readonly state: ExerciseState; readonly head: string; readonly out: string };

/** Writes every document of an exercise; each is there whole or as it was before. Gives the names written. */
export async function writeDocuments({ state, head, out }: Needs): Promise<Outcome<readonly string[]>> {
  const documents = await buildDocuments(state, head);
  try {
    for (const [name, bytes] of documents) await replaceFile(join(out, name), bytes);
    return succeed([...documents.keys()]);
  } catch (problem) {
    return fail(explainFolder(resolve(out), 'output folder', problem));
  }
}

async function buildDocuments(
  state: ExerciseState,
  head: string,
): Promise<ReadonlyMap<DocumentName, string | Uint8Array>> {
  return new Map<DocumentName, string | Uint8Array>([
    ['post-mortem.docx', await writeWord(buildPostMortem(state, head))],
    ['runbook-changes.docx', await writeWord(buildRunbookChanges(state, head))],
    ['action-items.csv', writeActionItems(state)],
    ['timeline.csv', writeCsv(timelineColumns, listTimeline(state))],
    ['exercise.json', writeExerciseJson(state, head)],
  ]);
}

/** A document that somebody has open, or a full disk, leaves no half file behind. */
async function replaceFile(path: string, bytes: string | Uint8Array): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    await writeFile(temporary, bytes, { flush: true });
    await rename(temporary, path);
  } catch (problem) {
    await rm(temporary, { force: true });
    throw problem;
  }
}
