import type { TrendShown } from '#contract/trend.ts';
import type { Snapshot } from '#core/scorecard/snapshot.ts';
import { listTrendMonths, monthsInLine } from '#core/scorecard/trend-lines.ts';
import type { Workspace } from '../saving/workspace.ts';
import { listMonths, listRevisions, readRevision } from './revisions.ts';

/** The newest revision of each of the last months that were published. One that cannot be read is told, and is missing from the lines. */
export async function readTrend(workspace: Pick<Workspace, 'folder'>): Promise<TrendShown> {
  const snapshots: Snapshot[] = [];
  const notices: string[] = [];
  for (const month of await listMonths(workspace)) {
    if (snapshots.length === monthsInLine) break;
    const [newest] = await listRevisions(workspace, month);
    if (newest === undefined) continue;
    const read = await readRevision(workspace, month, newest).catch((problem: Error) => problem);
    if (read instanceof Error) notices.push(read.message);
    else snapshots.push(read.snapshot);
  }
  return { months: listTrendMonths(snapshots), notices };
}
