import type { ExerciseState } from '#core/exercise/state.ts';
import { type Outcome, succeed } from '#core/outcome.ts';
import { buildLegalAnnex } from '#core/report/legal-annex.ts';
import { buildPostMortem } from '#core/report/post-mortem.ts';
import { buildLongPostMortem } from '#core/report/post-mortem-long.ts';
import { buildRunbookChanges } from '#core/report/runbook-changes.ts';
import { listTimeline, timelineColumns } from '#core/report/timeline.ts';
import { noOriginals, type Originals } from '#core/runbooks/original.ts';
import type { PaperSize } from '#core/scenario/vocabulary.ts';
import { fitsOnePage } from '../documents/estimate-pages.ts';
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
  /** Else what the organisation's documents are set for. */
  readonly paper?: PaperSize | undefined;
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
  const paper = needs.paper ?? state.setup?.organisation.paper ?? 'a4';
  const documents = await buildDocuments({ state, head, originals, paper }, progress);
  const staged = await stageDocuments(disk, out, documents);
  return staged.ok ? succeed(await dropStaleRunbooks(out, documents.keys(), staged.value)) : staged;
}

type Content = string | Uint8Array;
/** null: an exercise of which there is nothing to say there. */
type Write = (source: Source) => Content | null | Promise<Content | null>;
/** What documents are written from. */
type Source = {
  readonly state: ExerciseState;
  readonly head: string;
  readonly originals: Originals;
  readonly paper: PaperSize;
};

/** By name, so that a document that is listed and not built does not compile. */
const writers: Readonly<Record<DocumentName, Write>> = {
  'post-mortem.docx': ({ state, head, paper }) => writeWord(buildPostMortem(state, head, fitsOnePage(paper)), paper),
  'post-mortem-long.docx': ({ state, head, paper }) =>
    writeWord(buildLongPostMortem(state, head, fitsOnePage(paper)), paper),
  'legal-annex.docx': async ({ state, head, paper }) => {
    const annex = buildLegalAnnex(state, head);
    return annex && writeWord(annex, paper);
  },
  'runbook-changes.docx': ({ state, head, originals, paper }) =>
    writeWord(buildRunbookChanges(state, head, originals), paper),
  'runbook-changes.diff': ({ state, originals }) => writeRunbookDiff(state, originals),
  'action-items.csv': ({ state }) => writeActionItems(state),
  'timeline.csv': ({ state }) => writeCsv(timelineColumns, listTimeline(state)),
  'exercise.json': ({ state, head }) => writeExerciseJson(state, head),
};

async function buildDocuments(
  source: Source,
  progress: NonNullable<Needs['progress']>,
): Promise<ReadonlyMap<string, Content>> {
  const documents = new Map<string, Content>();
  for (const [at, [name, write]] of Object.entries(writers).entries()) {
    const content = await write(source);
    if (content !== null) documents.set(name, content);
    progress(at + 1, Object.keys(writers).length);
  }
  for (const [name, text] of writeRunbookFiles(source.state, source.originals)) documents.set(name, text);
  return documents;
}
