import { readdir, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { RevisionLine } from '#contract/scorecard.ts';
import { listNumbers, type NamedNumber } from '#core/scorecard/changed-numbers.ts';
import { monthPattern } from '#core/scorecard/month-choice.ts';
import { takenFilesSchema } from '#core/scorecard/month-draft.ts';
import type { Settings } from '#core/scorecard/settings.ts';
import { type PastMonth, snapshotSchema } from '#core/scorecard/snapshot.ts';
import { firstFormat, parseDocument, writeDocument } from '../saving/document-format.ts';
import { type Disk, readFileOnly, readIfThere, realDisk, syncFolder, writeNewFile } from '../saving/files.ts';
import { nameUnfinished } from '../saving/unfinished.ts';
import type { Workspace } from '../saving/workspace.ts';
import { makeMonthFolder } from './make-month-folder.ts';
import { monthFolder, revisionName, revisionPath, scorecardsFolder } from './month-places.ts';

/** What was published, and how the files it was counted from are read again. */
export const revisionSchema = z.strictObject({ snapshot: snapshotSchema, files: takenFilesSchema });
export type Revision = z.infer<typeof revisionSchema>;

type Folder = Pick<Workspace, 'folder'>;

/** Months of which something is there, the newest first. */
export async function listMonths(workspace: Folder): Promise<readonly string[]> {
  const entries = await readdir(scorecardsFolder(workspace), { withFileTypes: true }).catch(noneWhereMissing);
  const months = entries.filter((entry) => entry.isDirectory() && monthPattern.test(entry.name));
  return months.map(({ name }) => name).sort((a, b) => (a < b ? 1 : -1));
}

/** The newest first. */
export async function listRevisions(workspace: Folder, month: string): Promise<readonly number[]> {
  const entries = await readdir(monthFolder(workspace, month), { withFileTypes: true }).catch(noneWhereMissing);
  return entries.flatMap(({ name }) => Number(revisionName.exec(name)?.[1] ?? Number.NaN) || []).sort((a, b) => b - a);
}

function noneWhereMissing(problem: NodeJS.ErrnoException): never[] {
  if (problem.code === 'ENOENT') return [];
  throw problem;
}

/** Throws in words where it cannot be read or was changed. */
export async function readRevision(workspace: Folder, month: string, revision: number): Promise<Revision> {
  const path = revisionPath(workspace, month, revision);
  const read = parseDocument(path, await readFileOnly(path), revisionSchema);
  if (!read) throw new Error(`${path} is damaged; it was left as it is. Restore it from a backup.`);
  return read.value;
}

/** Written once: what was published is never replaced. For whoever holds the workspace. */
export async function writeRevision(
  workspace: Folder,
  month: string,
  revision: Revision,
  disk: Disk = realDisk,
): Promise<void> {
  const path = revisionPath(workspace, month, revision.snapshot.revision);
  if ((await readIfThere(path)) !== null) throw new Error(`${path} is there already, and what was published stays`);
  await makeMonthFolder(workspace, month, disk);
  const next = nameUnfinished(path);
  try {
    await writeNewFile(disk, next, writeDocument(revision, firstFormat), 0o600);
    await disk.rename(next, path);
  } catch (problem) {
    await unlink(next).catch(() => {}); // not there, where it could not be made
    throw problem;
  }
  await syncFolder(disk, dirname(path));
}

/** What is asked of a revision over and over; one may hold the days of three hundred thousand findings. */
export type RevisionFacts = {
  readonly line: RevisionLine;
  readonly past: PastMonth;
  /** Hashes of the files it was counted from. */
  readonly sources: readonly string[];
  readonly settings: Settings;
  readonly numbers: readonly NamedNumber[];
};

/** By path: what was published never changes. */
export type KnownFacts = Map<string, RevisionFacts>;

export async function readFacts(
  workspace: Folder,
  month: string,
  revision: number,
  known: KnownFacts,
): Promise<RevisionFacts> {
  const path = revisionPath(workspace, month, revision);
  const facts = known.get(path) ?? factsOf(await readRevision(workspace, month, revision));
  known.set(path, facts);
  return facts;
}

export function factsOf({ snapshot, files }: Revision): RevisionFacts {
  const { revision, reason, published_at, published_by, period, headlines, definitions } = snapshot;
  return {
    line: { revision, reason, publishedAt: published_at, publishedBy: published_by },
    past: { period: period.month, headlines, definitions },
    sources: Object.values(files).flatMap((file) => (file ? [file.sha256] : [])),
    settings: snapshot.settings,
    numbers: listNumbers(snapshot.figures),
  };
}

const mostPast = 12;

type Past = { readonly months: readonly PastMonth[]; readonly last: RevisionFacts | null };

/** What a month is compared with: the newest revision of each month before it, the oldest first, and what is known of the last. */
export async function readPast(
  workspace: Folder,
  before: string,
  known: KnownFacts = new Map(),
  tell: (notice: string) => void = () => {}, // on screen the trend tells of it
): Promise<Past> {
  const past: RevisionFacts[] = [];
  for (const month of (await listMonths(workspace)).filter((month) => month < before)) {
    const [newest] = await listRevisions(workspace, month);
    if (newest === undefined) continue;
    const facts = await readFacts(workspace, month, newest, known).catch((problem: Error) => {
      tell(problem.message);
      return null; // a gap
    });
    if (facts) past.unshift(facts);
    if (past.length === mostPast) break;
  }
  return { months: past.map((facts) => facts.past), last: past.at(-1) ?? null };
}
