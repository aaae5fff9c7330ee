import type { RevisionLine } from '#contract/scorecard.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { tellLost } from '#core/scorecard/page/lost-words.ts';
import type { Scorecard } from '#core/scorecard/scorecard.ts';
import { listDecidingRows } from '#core/scorecard/views/deciding-rows.ts';
import { describeMonth } from '#core/scorecard/views/describe-month.ts';
import { fileOfTile } from '#core/scorecard/views/file-numbers.ts';
import type { MonthView } from '#core/scorecard/views/month-view.ts';
import { type DecidingRows, type Question, tileOf } from '#core/scorecard/views/question.ts';
import { stageDocuments } from '../export/stage-documents.ts';
import { writeCsv } from '../export/write-csv.ts';
import { realDisk } from '../saving/files.ts';
import { describeWorkspace } from '../saving/workspace.ts';
import { composeDraft, composeMonth, type MonthSource, readCorrected } from './compose-month.ts';
import { sweepSources } from './keep-source.ts';
import type { MonthCache } from './month-cache.ts';
import { revisionPath } from './month-places.ts';
import { previewFile } from './preview-file.ts';
import { readTrend } from './read-trend.ts';
import { factsOf, listRevisions, readFacts, readRevision, writeRevision } from './revisions.ts';
import type { AskName, Asks } from './scorecard-asks.ts';
import { takeFile } from './take-file.ts';
import { writeScorecardDocuments } from './write-scorecard-documents.ts';

type Around = {
  readonly workspace: string;
  readonly cache: MonthCache;
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number) => void;
};

export type Answering = {
  readonly [Name in AskName]: (asked: Asks[Name]['asked'], around: Around) => Promise<Outcome<Asks[Name]['answer']>>;
};

/** Everything about months that takes longer than a click, each in its turn. */
export const answering: Answering = {
  revisions: async ({ month }, { workspace, cache }) => succeed(await tellRevisions(workspace, month, cache)),
  view: async ({ of }, around) => {
    const composed = await composeMonth(of, around);
    if (!composed.ok) return composed;
    const corrected = of.is === 'draft' ? await readCorrected(of, around) : null;
    return succeed(remarkLost(describeMonth(composed.value, corrected?.numbers), composed.value));
  },
  rows: ({ of, question, most }, around) => findRows(of, question, around, most),
  write_rows: async ({ of, question, out }, around) => {
    const found = await findRows(of, question, around);
    return found.ok ? writeRows(found.value, out) : found;
  },
  exceptions: async ({ of }, around) => {
    const composed = await composeMonth(of, around);
    if (!composed.ok) return composed;
    const { listed, rows, snapshot, lost = [] } = composed.value;
    const gone = lost.find(({ kind }) => kind === 'exceptions');
    if (gone) return fail(gone.problem);
    const { period, settings, sources } = snapshot;
    if (listed === null || rows.exceptions === null) return succeed(null);
    const source = sources.find(({ kind }) => kind === 'exceptions');
    const dated = { datedOn: source?.dated_on ?? null, isStale: source?.is_stale ?? false };
    const about = { month: period.month, asOf: period.as_of, ...dated, settings };
    return succeed({ ...about, exceptions: rows.exceptions, listed });
  },
  trend: async (_asked, { workspace }) => succeed(await readTrend(describeWorkspace(workspace))),
  preview: previewFile,
  take: takeFile,
  publish: async ({ of, ...signed }, around) => {
    const composed = await composeDraft(of, around, signed);
    if (!composed.ok) return composed;
    const { snapshot } = composed.value;
    const place = describeWorkspace(around.workspace);
    const revision = { snapshot, files: of.draft.files };
    await writeRevision(place, of.month, revision);
    around.cache.facts.set(revisionPath(place, of.month, snapshot.revision), factsOf(revision));
    const published: MonthSource = { is: 'revision', month: of.month, revision: snapshot.revision };
    around.cache.keepScorecard(JSON.stringify(published), composed.value);
    return succeed(describeMonth(composed.value));
  },
  draft_of_newest: async ({ month, reason }, { workspace }) => {
    const place = describeWorkspace(workspace);
    const [newest] = await listRevisions(place, month);
    if (newest === undefined) return fail(nothingPublished);
    const { snapshot, files } = await readRevision(place, month, newest);
    const { period, asks, sentence } = snapshot;
    const corrects = { revision: newest, reason };
    return succeed({ as_of: period.as_of, asks: [...asks], sentence: sentence ?? '', files, corrects, confirmed: [] });
  },
  sweep: async ({ month, kept }, { workspace, cache }) => {
    const place = describeWorkspace(workspace);
    const named = new Set(kept);
    for (const revision of await listRevisions(place, month))
      for (const sha256 of (await readFacts(place, month, revision, cache.facts)).sources) named.add(sha256);
    await sweepSources(place, month, named);
    return succeed(null);
  },
  documents: async ({ of, out, paper, oscal }, around) => {
    const composed = await composeMonth(of, around);
    if (!composed.ok) return composed;
    return writeScorecardDocuments({ scorecard: composed.value, out, paper, oscal, ...around });
  },
};

/** Those that cannot be read any more are named by their number alone. */
async function tellRevisions(
  workspace: string,
  month: string,
  { facts }: MonthCache,
): Promise<readonly RevisionLine[]> {
  const place = describeWorkspace(workspace);
  const lines: RevisionLine[] = [];
  for (const revision of await listRevisions(place, month)) {
    const read = await readFacts(place, month, revision, facts).catch(() => null); // why not is said where it is opened
    lines.push(read?.line ?? { revision, reason: null, publishedAt: null, publishedBy: null });
  }
  return lines;
}

async function findRows(
  of: MonthSource,
  question: Question,
  around: Around,
  most?: number,
): Promise<Outcome<DecidingRows>> {
  const composed = await composeMonth(of, around);
  if (!composed.ok) return composed;
  const found = listDecidingRows(composed.value, question, most);
  const lost = composed.value.lost?.find(({ kind }) => kind === fileOfTile[tileOf(question)]);
  return found ? succeed(found) : fail(lost?.problem ?? noSuchNumber);
}

/** Beside the file: its figures stand, and nobody is left to wonder where their rows are. */
function remarkLost(view: MonthView, scorecard: Scorecard): MonthView {
  const sources = view.sources.map((source) => {
    const told = tellLost(scorecard, source.kind);
    return told === null ? source : { ...source, warnings: [told, ...source.warnings] };
  });
  return { ...view, sources };
}

const nothingPublished = {
  code: 'nothing_published',
  message: 'Nothing of this month was published, so there is nothing to correct.',
  hint: 'Change its draft.',
};

const noSuchNumber = {
  code: 'no_such_number',
  message: 'This month has no such number: its file was not taken.',
  hint: 'Take the file, then ask again.',
};

/** `rows-patching-missed.csv`, into a folder that is there. */
async function writeRows({ question, columns, rows }: DecidingRows, out: string): Promise<Outcome<readonly string[]>> {
  const name = `rows-${question.replace(/[^a-z0-9]+/g, '-')}.csv`;
  const csv = writeCsv(
    columns.map((column) => column.name),
    rows.map(({ cells }) => cells),
  );
  const staged = await stageDocuments(realDisk, out, new Map([[name, csv]]));
  return staged.ok ? staged.value.put() : staged;
}
