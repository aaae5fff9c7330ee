import type { ExerciseState } from '#core/exercise/state.ts';
import type { Outcome } from '#core/outcome.ts';
import { buildPostMortem } from '#core/report/post-mortem.ts';
import { buildRunbookChanges } from '#core/report/runbook-changes.ts';
import { listTimeline, timelineColumns } from '#core/report/timeline.ts';
import { writeWord } from '../documents/write-word.ts';
import { type Disk, realDisk } from '../saving/files.ts';
import { writeActionItems } from './action-items-csv.ts';
import type { DocumentName } from './document-names.ts';
import { writeExerciseJson } from './exercise-json.ts';
import { type StagedDocuments, stageDocuments } from './stage-documents.ts';
import { writeCsv } from './write-csv.ts';

type Needs = { readonly state: ExerciseState; readonly head: string; readonly out: string; readonly disk?: Disk };

/** Writes every document of an exercise: the whole set, or what was there before. Gives the names written. */
export async function writeDocuments(needs: Needs): Promise<Outcome<readonly string[]>> {
  const staged = await prepareDocuments(needs);
  return staged.ok ? staged.value.put() : staged;
}

/** Every document on the disk, and none in its place yet. */
export async function prepareDocuments(needs: Needs): Promise<Outcome<StagedDocuments>> {
  const { state, head, out, disk = realDisk } = needs;
  return stageDocuments(disk, out, await buildDocuments(state, head));
}

type Content = string | Uint8Array;

/** By name, so that a document that is listed and not built does not compile. */
async function buildDocuments(state: ExerciseState, head: string): Promise<ReadonlyMap<string, Content>> {
  const documents: Readonly<Record<DocumentName, Content>> = {
    'post-mortem.docx': await writeWord(buildPostMortem(state, head)),
    'runbook-changes.docx': await writeWord(buildRunbookChanges(state, head)),
    'action-items.csv': writeActionItems(state),
    'timeline.csv': writeCsv(timelineColumns, listTimeline(state)),
    'exercise.json': writeExerciseJson(state, head),
  };
  return new Map(Object.entries(documents));
}
