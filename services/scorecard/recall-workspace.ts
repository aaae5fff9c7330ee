import { stat } from 'node:fs/promises';
import type { Entry } from '#core/exceptions/decision.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import type { SettingsBefore } from '#core/scorecard/caveats.ts';
import type { CountedBy } from '#core/scorecard/counted-by.ts';
import type { FileKind } from '#core/scorecard/files/file-kinds.ts';
import type { Recall } from '#core/scorecard/files/read-header.ts';
import { monthWords } from '#core/scorecard/page/month-words.ts';
import type { Settings } from '#core/scorecard/settings.ts';
import type { PastMonth } from '#core/scorecard/snapshot.ts';
import { readExceptionEntries } from '../registers/exception-register.ts';
import { findMappings, findRemembered, type Remembered } from '../registers/scorecard-mappings.ts';
import { findScorecardSettings } from '../registers/scorecard-settings.ts';
import { explainNotRead } from '../saving/explain-failure.ts';
import { describeWorkspace, type Workspace } from '../saving/workspace.ts';
import { readPast } from './revisions.ts';

/** What was said on screen and counts with nobody watching as well. */
export type RecalledWorkspace = {
  readonly settings: Settings;
  /** The register of exceptions. */
  readonly decided: readonly Entry[];
  readonly recall: (kind: FileKind) => Recall;
  /** The months published before one, the oldest first, and which of them is the last. */
  readonly past: (month: string) => Promise<{
    readonly months: readonly PastMonth[];
    readonly last: CountedBy['previous'];
    readonly before: readonly SettingsBefore[];
  }>;
};

/** For whoever does not hold the workspace: nothing there is touched. null where none is there. */
export async function recallWorkspace(
  path: string,
  tell: (notice: string) => void,
): Promise<Outcome<RecalledWorkspace | null>> {
  const workspace = describeWorkspace(path);
  try {
    if (!(await isThere(workspace))) return succeed(null);
    const settings = await findScorecardSettings(workspace);
    const remembered = await findMappings(workspace).catch((problem: unknown): readonly Remembered[] => {
      tell(`${explainNotRead(problem)}. No column is named as on screen.`);
      return [];
    });
    const decided = await readExceptionEntries(workspace).catch((problem: unknown): readonly Entry[] => {
      tell(`${explainNotRead(problem)}. No decision on an exception stands in the list.`);
      return [];
    });
    return succeed({
      settings,
      decided,
      recall: (kind) => (heads) => findRemembered(remembered, kind, heads),
      past: async (month) => {
        const { months, last } = await readPast(workspace, month, new Map(), tell);
        if (last === null) return { months, last, before: [] };
        const { line, past, settings: then } = last;
        const before = [{ of: monthWords(past.period), settings: then }];
        return { months, last: { month: past.period, revision: line.revision }, before };
      },
    });
  } catch (problem) {
    return fail({
      code: 'workspace_not_readable',
      message: `What the workspace ${workspace.folder} counts by cannot be read: ${explainNotRead(problem)}.`,
      hint: 'Nothing was written. Open Muster once, restore it from a backup, or name another folder with --workspace DIR.',
    });
  }
}

async function isThere({ folder }: Workspace): Promise<boolean> {
  try {
    return (await stat(folder)).isDirectory();
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return false;
    throw problem;
  }
}
