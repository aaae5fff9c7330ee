import type { Entry } from '#core/exceptions/decision.ts';
import { listDecisionsBeside } from '#core/exceptions/decisions-beside.ts';
import type { Outcome } from '#core/outcome.ts';
import { fail, succeed } from '#core/outcome.ts';
import type { SettingsBefore } from '#core/scorecard/caveats.ts';
import { listExceptions } from '#core/scorecard/figures/exception-flags.ts';
import { type FileKind, fileKinds } from '#core/scorecard/files/file-kinds.ts';
import { type MonthDraft, readAsks, type TakenFile, type TakenFiles } from '#core/scorecard/month-draft.ts';
import { monthWords } from '#core/scorecard/page/month-words.ts';
import { describePeriod } from '#core/scorecard/period.ts';
import { composeScorecard, type LostFile, type Scorecard } from '#core/scorecard/scorecard.ts';
import type { Settings } from '#core/scorecard/settings.ts';
import type { Readiness } from '#core/scorecard/snapshot.ts';
import { describeSources, type ReadFile, readingOf, rowsOf } from '#core/scorecard/source-facts.ts';
import { describeWorkspace } from '../saving/workspace.ts';
import type { MonthCache, ReadFiles } from './month-cache.ts';
import { sourcePath } from './month-places.ts';
import { readMonthFile } from './read-month-file.ts';
import { type RevisionFacts, readFacts, readPast, readRevision } from './revisions.ts';

export type DraftSource = {
  readonly is: 'draft';
  readonly month: string;
  readonly draft: MonthDraft;
  readonly asOf: string;
  readonly settings: Settings;
  readonly readiness: Readiness | null;
  /** The register of exceptions as it stands. */
  readonly decided: readonly Entry[];
  readonly revision: number;
};

/** What a month is counted from: as it is being prepared, or as it was published. */
export type MonthSource = DraftSource | { readonly is: 'revision'; readonly month: string; readonly revision: number };

type Signed = {
  readonly publishedAt: string | null;
  readonly publishedBy: string | null;
  readonly publishedBecause: string | null;
};
const notSigned: Signed = { publishedAt: null, publishedBy: null, publishedBecause: null };

type Around = {
  readonly workspace: string;
  readonly cache: MonthCache;
  readonly signal: AbortSignal;
  /** Bytes read, of all. */
  readonly progress: (done: number, total: number) => void;
};

/** Counted once, however many ask for it. */
export async function composeMonth(source: MonthSource, around: Around): Promise<Outcome<Scorecard>> {
  const { cache } = around;
  const key = JSON.stringify(source);
  const known = cache.scorecard(key);
  if (known) return succeed(known);
  const composed = await (source.is === 'draft' ? composeDraft(source, around) : openRevision(source, around));
  if (composed.ok && !composed.value.lost?.length) cache.keepScorecard(key, composed.value); // a file may be put back
  return composed;
}

/** `signed`: it is published with this. */
export async function composeDraft(
  source: DraftSource,
  around: Around,
  signed: Signed = notSigned,
): Promise<Outcome<Scorecard>> {
  const { month, draft, asOf, settings, readiness, revision } = source;
  const { found, lost } = await readSources(month, draft.files, settings.timezone, around);
  const [first] = lost;
  if (first) return fail(first.problem);
  const past = await readPast(describeWorkspace(around.workspace), month, around.cache.facts);
  const rows = rowsOf(found);
  return succeed(
    composeScorecard({
      rows,
      decisions: listDecisionsBeside(source.decided, rows.exceptions ?? [], asOf),
      reading: readingOf(found),
      period: describePeriod(month, settings.timezone, asOf),
      settings,
      sources: describeSources(found, asOf, settings.source_stale_after_days),
      previous: past.months,
      before: settingsBefore(past.last, await readCorrected(source, around)),
      asks: readAsks(draft.asks).asks,
      sentence: draft.sentence.trim() || null,
      ...{ readiness, revision, reason: draft.corrects?.reason ?? null, ...signed },
    }),
  );
}

/** What is known of the revision that a draft corrects; null where it corrects none, or that cannot be read. */
export async function readCorrected(
  { month, draft }: DraftSource,
  { workspace, cache }: Pick<Around, 'workspace' | 'cache'>,
): Promise<RevisionFacts | null> {
  if (draft.corrects === null) return null;
  return readFacts(describeWorkspace(workspace), month, draft.corrects.revision, cache.facts).catch(() => null); // whoever opens it is told
}

function settingsBefore(last: RevisionFacts | null, corrected: RevisionFacts | null): readonly SettingsBefore[] {
  return [
    ...(last ? [{ of: monthWords(last.past.period), settings: last.settings }] : []),
    ...(corrected ? [{ of: `revision ${corrected.line.revision}`, settings: corrected.settings }] : []),
  ];
}

/** The figures as they were published, and the rows they were counted from, of the files that are still what they were. */
async function openRevision(
  { month, revision }: Extract<MonthSource, { is: 'revision' }>,
  around: Around,
): Promise<Outcome<Scorecard>> {
  const { snapshot, files } = await readRevision(describeWorkspace(around.workspace), month, revision);
  const { found, lost } = await readSources(month, files, snapshot.period.timezone, around);
  const rows = rowsOf(found);
  const surroundings = { ...rows, asOf: snapshot.period.as_of, settings: snapshot.settings };
  const listed = rows.exceptions && listExceptions(rows.exceptions, surroundings);
  return succeed({ snapshot, rows, listed, lost, reading: readingOf(found) });
}

/** Each as it was read when it was taken. What lies there and is another file now is lost. */
async function readSources(
  month: string,
  files: TakenFiles,
  zone: string,
  { workspace, cache, signal, progress }: Around,
): Promise<{ readonly found: ReadFiles; readonly lost: readonly LostFile[] }> {
  const taken = fileKinds.flatMap((kind) => (files[kind] ? [{ kind, file: files[kind] }] : []));
  const total = taken.reduce((sum, { file }) => sum + file.bytes, 0);
  const used = new Map<string, ReadFile>();
  const found: ReadFiles = {};
  const lost: LostFile[] = [];
  let before = 0;
  for (const { kind, file } of taken) {
    const key = JSON.stringify([kind, file.sha256, file.mapping, file.orders, zone]);
    const done = before;
    const read = cache.table(key) ?? (await readSource(kind, file));
    before += file.bytes;
    progress(before, total);
    if ('ok' in read) {
      lost.push({ kind, problem: read.problem });
      continue;
    }
    used.set(key, read);
    found[kind] = { ...read, name: file.name, datedOn: file.dated_on };

    async function readSource(
      kind: FileKind,
      file: TakenFile,
    ): Promise<ReadFile | Extract<Outcome<never>, { ok: false }>> {
      const path = sourcePath(describeWorkspace(workspace), month, file);
      const { mapping, orders, name, dated_on: datedOn, sha256 } = file;
      const options = { zone, mapping, orders };
      const told = (bytes: number) => progress(done + bytes, total);
      const outcome = await readMonthFile(kind, path, { options, name, datedOn, signal, progress: told });
      if (!outcome.ok) return outcome;
      if (outcome.value.sha256 === sha256) return outcome.value;
      return { ok: false, problem: changedOutside(path) };
    }
  }
  cache.keepTables(used);
  return { found, lost };
}

function changedOutside(path: string) {
  return {
    code: 'source_changed',
    message: `${path} was changed outside Muster, so nothing is counted from it.`,
    hint: 'Restore it from a backup, or take the file again in a draft.',
  };
}
