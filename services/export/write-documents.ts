import type { ExerciseState } from '#core/exercise/state.ts';
import { type Outcome, succeed } from '#core/outcome.ts';
import { buildPostMortem } from '#core/report/post-mortem.ts';
import { buildRunbookChanges } from '#core/report/runbook-changes.ts';
import { listTimeline, timelineColumns } from '#core/report/timeline.ts';
import { noOriginals, type Originals } from '#core/runbooks/original.ts';
import { writeWord } from '../documents/write-word.ts';
import { type Disk, realDisk } from '../saving/files.ts';
import { writeActionItems } from './action-items-csv.ts';
import type { DocumentName } from './document-names.ts';
import { dropStaleRunbooks } from './drop-stale-runbooks.ts';
import { writeExerciseJson } from './exercise-json.ts';
import { writeRunbookDiff, writeRunbookFiles } from './runbook-files.ts';
import { type StagedDocuments, stageDocuments } from './stage-documents.ts';
import { writeCsv } from './write-csv.ts';

type Needs = {
  readonly state: ExerciseState;
  readonly head: string;
  readonly out: string;
  /** What the register holds of the runbooks that changes are proposed to. */
  readonly originals?: Originals;
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
  const { state, head, out, originals = noOriginals, disk = realDisk, progress = () => {} } = needs;
  const documents = await buildDocuments({ state, head, originals }, progress);
  const staged = await stageDocuments(disk, out, documents);
  return staged.ok ? succeed(await dropStaleRunbooks(out, documents.keys(), staged.value)) : staged;
}

type Content = string | Uint8Array;
type Writer = (state: ExerciseState, head: string, originals: Originals) => Content | Promise<Content>;

/** By name, so that a document that is listed and not built does not compile. */
const writers: Readonly<Record<DocumentName, Writer>> = {
  'post-mortem.docx': (state, head) => writeWord(buildPostMortem(state, head)),
  'runbook-changes.docx': (state, head, originals) => writeWord(buildRunbookChanges(state, head, originals)),
  'runbook-changes.diff': (state, _, originals) => writeRunbookDiff(state, originals),
  'action-items.csv': writeActionItems,
  'timeline.csv': (state) => writeCsv(timelineColumns, listTimeline(state)),
  'exercise.json': writeExerciseJson,
};

async function buildDocuments(
  { state, head, originals }: Pick<Needs, 'state' | 'head'> & { readonly originals: Originals },
  progress: NonNullable<Needs['progress']>,
): Promise<ReadonlyMap<string, Content>> {
  const documents = new Map<string, Content>();
  for (const [name, write] of Object.entries(writers)) {
    documents.set(name, await write(state, head, originals));
    progress(documents.size, Object.keys(writers).length);
  }
  for (const [name, text] of writeRunbookFiles(state, originals)) documents.set(name, text);
  return documents;
}
