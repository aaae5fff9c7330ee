import type { ExerciseState } from '#core/exercise/state.ts';
import type { Outcome } from '#core/outcome.ts';
import { buildCustomerSummary } from '#core/report/customer-summary.ts';
import { buildParticipantEdition } from '#core/report/participant-edition.ts';
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

type Needs = {
  readonly state: ExerciseState;
  readonly head: string;
  readonly out: string;
  readonly disk?: Disk;
  /** Told after each document that was composed. */
  readonly progress?: (done: number, total: number) => void;
};

/** Writes every document of an exercise: the whole set, or what was there before. Gives the names written. */
export async function writeDocuments(needs: Needs): Promise<Outcome<readonly string[]>> {
  const staged = await prepareDocuments(needs);
  return staged.ok ? staged.value.put() : staged;
}

/** Every document on the disk, and none in its place yet. */
export async function prepareDocuments(needs: Needs): Promise<Outcome<StagedDocuments>> {
  const { state, head, out, disk = realDisk, progress = () => {} } = needs;
  return stageDocuments(disk, out, await buildDocuments(state, head, progress));
}

type Content = string | Uint8Array;

/** By name, so that a document that is listed and not built does not compile. */
const writers: Readonly<Record<DocumentName, (state: ExerciseState, head: string) => Content | Promise<Content>>> = {
  'post-mortem.docx': (state, head) => writeWord(buildPostMortem(state, head)),
  'post-mortem-participants.docx': (state) => writeWord(buildParticipantEdition(state)),
  'customer-summary.docx': (state) => writeWord(buildCustomerSummary(state)),
  'runbook-changes.docx': (state, head) => writeWord(buildRunbookChanges(state, head)),
  'action-items.csv': writeActionItems,
  'timeline.csv': (state) => writeCsv(timelineColumns, listTimeline(state)),
  'exercise.json': writeExerciseJson,
};

async function buildDocuments(
  state: ExerciseState,
  head: string,
  progress: NonNullable<Needs['progress']>,
): Promise<ReadonlyMap<string, Content>> {
  const documents = new Map<string, Content>();
  for (const [name, write] of Object.entries(writers)) {
    documents.set(name, await write(state, head));
    progress(documents.size, Object.keys(writers).length);
  }
  return documents;
}
