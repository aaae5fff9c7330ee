import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ExerciseState } from '#core/exercise/state.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { buildCustomerSummary } from '#core/report/customer-summary.ts';
import { buildParticipantEdition } from '#core/report/participant-edition.ts';
import { buildPostMortem } from '#core/report/post-mortem.ts';
import { buildRunbookChanges } from '#core/report/runbook-changes.ts';
import { listTimeline, timelineColumns } from '#core/report/timeline.ts';
import { settledAt } from '#core/report/title-words.ts';
import { writeWord } from '../documents/write-word.ts';
import { type Disk, realDisk } from '../saving/files.ts';
import { writeActionItems } from './action-items-csv.ts';
import { type DocumentName, documentNames, pdfNames } from './document-names.ts';
import { writeExerciseJson } from './exercise-json.ts';
import { findOffice, makePdf, noOffice } from './office.ts';
import { type StagedDocuments, stageDocuments } from './stage-documents.ts';
import { writeCsv } from './write-csv.ts';

type Needs = {
  readonly state: ExerciseState;
  readonly head: string;
  readonly out: string;
  readonly disk?: Disk;
  /** The post-mortem as a PDF too, where LibreOffice is installed; else `tell` says why there is none. */
  readonly pdf?: boolean;
  /** What the user should know of a set that was written all the same. */
  readonly tell?: (notice: string) => void;
  /** Told after each document that was composed. */
  readonly progress?: (done: number, total: number) => void;
  /** Aborted while documents are composed, it leaves the set that was there; once they are put in place it comes too late. */
  readonly signal?: AbortSignal;
};

/** Writes every document of an exercise: the whole set, or what was there before. Gives the names written. */
export async function writeDocuments(needs: Needs): Promise<Outcome<readonly string[]>> {
  const staged = await prepareDocuments(needs);
  return staged.ok ? staged.value.put() : staged;
}

/** Every document on the disk, and none in its place yet. A PDF of an earlier report goes with it. */
export async function prepareDocuments(needs: Needs): Promise<Outcome<StagedDocuments>> {
  const built = await buildDocuments(needs);
  if (!built.ok) return built;
  const gone = pdfNames.filter((name) => !built.value.has(name));
  const staged = await stageDocuments(needs.disk ?? realDisk, needs.out, built.value, gone);
  if (!staged.ok || !needs.signal?.aborted) return staged;
  await staged.value.discard();
  return fail(cancelled);
}

export const cancelled = {
  code: 'cancelled',
  message: 'Stopped as asked.',
  hint: 'Nothing was written; what was there before is as it was.',
};

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

async function buildDocuments(needs: Needs): Promise<Outcome<ReadonlyMap<string, Content>>> {
  const { state, head, pdf = false, progress = () => {}, signal } = needs;
  const documents = new Map<string, Content>();
  const total = documentNames.length + (pdf ? pdfNames.length : 0);
  for (const name of documentNames) {
    documents.set(name, await writers[name](state, head));
    progress(documents.size, total);
    await nextTurn(); // or nobody could stop it
    if (signal?.aborted) return fail(cancelled);
  }
  const word = documents.get('post-mortem.docx');
  if (!pdf || !(word instanceof Uint8Array)) return succeed(documents);
  const made = await makeReportPdf({ state, word, signal });
  if (signal?.aborted) return fail(cancelled);
  if (made.ok) documents.set('post-mortem.pdf', made.value);
  else needs.tell?.(`${made.problem.message} ${made.problem.hint}`.trim());
  progress(total, total);
  return succeed(documents);
}

type PdfNeeds = {
  readonly state: ExerciseState;
  readonly word: Uint8Array;
  readonly signal: AbortSignal | undefined;
};

export async function makeReportPdf({ state, word, signal }: PdfNeeds): Promise<Outcome<Uint8Array>> {
  const office = await findOffice();
  if (office === null) return fail({ code: 'no_office', message: noOffice, hint: '' });
  return makePdf({ office, word, settledAt: settledAt(state), signal: signal ?? new AbortController().signal });
}

/** One document of an exercise, as it stands among all of them. */
export async function composeDocument(name: DocumentName, state: ExerciseState, head: string): Promise<Uint8Array> {
  return Buffer.from(await writers[name](state, head));
}
