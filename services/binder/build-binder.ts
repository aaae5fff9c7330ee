import { hash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Zippable, zipSync } from 'fflate';
import type { ExerciseState } from '#core/exercise/state.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { attendanceColumns, listAttendance } from '#core/report/attendance-table.ts';
import { feedbackColumns, listFeedbackSummary } from '#core/report/feedback-summary.ts';
import { settledAt } from '#core/report/title-words.ts';
import type { Originals } from '#core/runbooks/original.ts';
import { attachmentsFolder } from '../exercise/keep-attachments.ts';
import { writers } from '../export/document-writers.ts';
import { makeReportPdf } from '../export/report-pdf.ts';
import { writeCsv } from '../export/write-csv.ts';
import { cancelled, sourceOf } from '../export/write-documents.ts';
import { ownVersion } from '../own-version.ts';
import { readFileOnly } from '../saving/files.ts';
import { type BinderManifest, binderManifestName } from './binder-manifest.ts';

type Needs = {
  readonly state: ExerciseState;
  readonly head: string;
  /** What the register holds of the runbooks that changes are proposed to. */
  readonly originals?: Originals;
  /** The exercise's own folder: the script as played lies there. */
  readonly folder: string;
  readonly pdf: boolean;
  readonly tell: (notice: string) => void;
  readonly progress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
};

type Filed = { readonly path: string; readonly holds: string; readonly bytes: Uint8Array };

const documents = [
  ['post-mortem.docx', 'The report'],
  ['post-mortem-long.docx', 'The report with every section and appendix'],
  ['legal-annex.docx', 'Legal clocks recognised and missed'],
  ['runbook-changes.docx', 'Changes to runbooks as tracked changes'],
  ['runbook-changes.diff', 'The same changes to the Markdown files'],
  ['action-items.csv', 'Actions agreed, with owner and date'],
  ['timeline.csv', 'The event log: every entry with its times'],
  ['exercise.json', 'The event log and the whole record for other programs'],
] as const;

/** What an auditor asks for, in one zip: the same journal gives the same bytes; a PDF in it, the same with the same LibreOffice. */
export async function buildBinder(needs: Needs): Promise<Outcome<Uint8Array>> {
  const { state, folder, pdf, progress, signal } = needs;
  const total = documents.length + (pdf ? 1 : 0);
  const files: Filed[] = [];
  const source = sourceOf(needs);
  progress(0, total);
  for (const [at, [path, holds]] of documents.entries()) {
    const content = await writers[path](source);
    if (content !== null) files.push({ path, holds, bytes: Buffer.from(content) });
    progress(at + 1, total);
    await nextTurn(); // or nobody could stop it
    if (signal.aborted) return fail(cancelled);
  }
  const [report] = files;
  if (pdf && report) {
    const made = await makeReportPdf({ state, word: report.bytes, signal });
    if (signal.aborted) return fail(cancelled);
    if (made.ok)
      files.splice(1, 0, { path: 'post-mortem.pdf', holds: 'The report, to be read anywhere', bytes: made.value });
    else needs.tell(`${made.problem.message} ${made.problem.hint}`.trim());
    progress(total, total);
  }
  files.push(...listTables(state), ...(await readScript(folder)));
  return succeed(pack(files, describe(needs, files)));
}

function listTables(state: ExerciseState): readonly Filed[] {
  const table = (header: readonly string[], rows: readonly (readonly string[])[]) =>
    Buffer.from(writeCsv(header, rows));
  return [
    {
      path: 'attendance.csv',
      holds: 'Who took part from the start, who came and left',
      bytes: table(attendanceColumns, listAttendance(state)),
    },
    {
      path: 'feedback-summary.csv',
      holds: 'Means of the feedback forms; none where there were fewer than four',
      bytes: table(feedbackColumns, listFeedbackSummary(state)),
    },
  ];
}

/** The script as played, with what is attached to it. */
async function readScript(folder: string): Promise<readonly Filed[]> {
  const script = {
    path: 'script.yaml',
    holds: 'The script as played',
    bytes: await readFileOnly(join(folder, 'script.yaml')),
  };
  const names = await readdir(join(folder, attachmentsFolder)).catch((): string[] => []); // most scripts have none
  const attached = names.toSorted().map(async (name) => ({
    path: `${attachmentsFolder}/${name}`,
    holds: 'Attached to an inject of the script',
    bytes: await readFileOnly(join(folder, attachmentsFolder, name)),
  }));
  return [script, ...(await Promise.all(attached))];
}

function describe({ state, head }: Needs, files: readonly Filed[]): BinderManifest {
  const { setup, version, phase } = state;
  if (!setup) throw new Error('An exercise that has not started has nothing to bind.');
  return {
    format: 'muster-binder/1',
    exercise: setup.exercise,
    script: setup.scenario,
    report: `${version}.0 ${phase === 'final' ? 'FINAL' : 'DRAFT'}`,
    muster: ownVersion(),
    created: settledAt(state),
    head,
    files: files.map(({ path, holds, bytes }) => ({ path, bytes: bytes.length, sha256: hash('sha256', bytes), holds })),
  };
}

const isPacked = (path: string) => /\.(docx|pdf|png|jpe?g)$/i.test(path);

/** In the order of the manifest, which comes first. */
function pack(files: readonly Filed[], manifest: BinderManifest): Uint8Array {
  const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  const entries: Zippable = { [binderManifestName]: [text, { level: 6 }] };
  for (const { path, bytes } of files) entries[path] = [bytes, { level: isPacked(path) ? 0 : 6 }];
  return zipSync(entries, { mtime: dayOf(manifest.created), os: 3, attrs: (0o100644 << 16) >>> 0 });
}

/** A zip holds a clock's local fields: the day of the record at noon, which no zone skips. */
function dayOf(created: string): Date {
  const [year = 1980, month = 1, day = 1] = created.slice(0, 10).split('-').map(Number);
  return new Date(Math.max(year, 1980), month - 1, day, 12);
}
