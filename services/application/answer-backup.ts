import type { ConsoleAnswers } from '#contract/console.ts';
import { fail, succeed } from '#core/outcome.ts';
import type { Backups } from './backups.ts';
import type { Shell } from './shell.ts';

type Needs = { readonly shell: Shell; readonly backups: Backups };

type Backup = Pick<ConsoleAnswers, 'load_backup_folder' | 'back_up' | 'restore_backup' | 'open_backup_folder'>;

/** The whole workspace, out and in again. */
export function answerBackup({ shell, backups }: Needs): Backup {
  return {
    load_backup_folder: async () => succeed({ folder: backups.usual }),
    back_up: ({ folder }) => backups.backUp(folder),
    restore_backup: (named) => backups.restore(named),
    open_backup_folder: async () => {
      const folder = backups.lastFolder();
      return folder === null ? fail(nothingMade) : succeed({ folder, opened: await shell.openFolder(folder) });
    },
  };
}

const nothingMade = {
  code: 'nothing_made',
  message: 'No backup was made since Muster was opened.',
  hint: 'Make one first; then its folder can be opened.',
};
