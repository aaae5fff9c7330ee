import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ExerciseState } from '#core/exercise/state.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { noOriginals, type Originals } from '#core/runbooks/original.ts';
import type { PaperSize } from '#core/scenario/vocabulary.ts';
import { type Disk, realDisk } from '../saving/files.ts';
import { documentNames, pdfNames } from './document-names.ts';
import { type Content, type Source, writers } from './document-writers.ts';
import { listStaleRunbooks } from './earlier-runbooks.ts';
import { makeReportPdf } from './report-pdf.ts';
import { writeRunbookFiles } from './runbook-files.ts';
import { type StagedDocuments, stageDocuments } from './stage-documents.ts';

type Needs = {
  readonly state: ExerciseState;
  readonly head: string;
  readonly out: string;
  /** What the register holds of the runbooks that changes are proposed to. */
  readonly originals?: Originals;
  /** Else what the organisation's documents are set for. */
  readonly paper?: PaperSize | undefined;
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

/** Every document on the disk, and none in its place yet. What an earlier set had and this one has not goes with it. */
export async function prepareDocuments(needs: Needs): Promise<Outcome<StagedDocuments>> {
  const { disk = realDisk, out, signal } = needs;
  const built = await buildDocuments(needs);
  if (!built.ok) return built;
  const withdrawn = await listStaleRunbooks(out, built.value.keys());
  const gone = [...pdfNames.filter((name) => !built.value.has(name)), ...withdrawn];
  const staged = await stageDocuments(disk, out, built.value, { gone });
  if (!staged.ok) return staged;
  if (!signal?.aborted) return staged;
  await staged.value.discard();
  return fail(cancelled);
}

export const cancelled = {
  code: 'cancelled',
  message: 'Stopped as asked.',
  hint: 'Nothing was written; what was there before is as it was.',
};

async function buildDocuments(needs: Needs): Promise<Outcome<ReadonlyMap<string, Content>>> {
  const { pdf = false, progress = () => {}, signal } = needs;
  const source = sourceOf(needs);
  const documents = new Map<string, Content>();
  const total = documentNames.length + (pdf ? pdfNames.length : 0);
  progress(0, total);
  for (const [at, name] of documentNames.entries()) {
    const content = await writers[name](source);
    if (content !== null) documents.set(name, content);
    progress(at + 1, total);
    await nextTurn(); // or nobody could stop it
    if (signal?.aborted) return fail(cancelled);
  }
  for (const [name, text] of writeRunbookFiles(source.state, source.originals)) documents.set(name, text);
  const word = documents.get('post-mortem.docx');
  if (!pdf || !(word instanceof Uint8Array)) return succeed(documents);
  const made = await makeReportPdf({ state: source.state, word, signal });
  if (signal?.aborted) return fail(cancelled);
  if (made.ok) documents.set('post-mortem.pdf', made.value);
  else needs.tell?.(`${made.problem.message} ${made.problem.hint}`.trim());
  progress(total, total);
  return succeed(documents);
}

/** What documents are written from, with what is not asked for by name. */
export function sourceOf(needs: Pick<Needs, 'state' | 'head' | 'originals' | 'paper'>): Source {
  const { state, head, originals = noOriginals, paper = state.setup?.organisation.paper ?? 'a4' } = needs;
  return { state, head, originals, paper };
}
