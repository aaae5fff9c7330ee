import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConsoleAnswers } from '#contract/console.ts';
import { succeed } from '#core/outcome.ts';
import { listTrendFile } from '#core/scorecard/trend-words.ts';
import { stageDocuments } from '../export/stage-documents.ts';
import { writeExportFile } from '../export/write-action-exports.ts';
import { realDisk } from '../saving/files.ts';
import type { Workspace } from '../saving/workspace.ts';
import type { ScorecardMonths } from './scorecard-months.ts';
import type { Shell } from './shell.ts';
import { writeInto } from './write-into.ts';

type Needs = {
  readonly workspace: Workspace;
  readonly shell: Shell;
  readonly months: Pick<ScorecardMonths, 'trend'>;
};
type Answered = Pick<ConsoleAnswers, 'load_trend' | 'write_trend' | 'open_trend_folder'>;

/** What was published over twelve months. */
export function answerTrend({ workspace, shell, months }: Needs): Answered {
  const folder = join(workspace.folder, 'documents', 'scorecard-trend');
  return {
    load_trend: () => months.trend(),
    write_trend: async () => {
      const loaded = await months.trend();
      if (!loaded.ok) return loaded;
      const file = listTrendFile(loaded.value.months);
      return writeInto(folder, async () => {
        const staged = await stageDocuments(realDisk, folder, new Map([[file.name, writeExportFile(file)]]));
        return staged.ok ? staged.value.put() : staged;
      });
    },
    open_trend_folder: async () => {
      await mkdir(folder, { recursive: true }).catch(() => {}); // what cannot be made cannot be opened either, and that is said
      return succeed({ folder, opened: await shell.openFolder(folder) });
    },
  };
}
