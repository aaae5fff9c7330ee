import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { isWithin } from '../export/prepare-out.ts';

/** Never in the workspace itself, even where that is the whole home folder. */
export function defaultBackupFolder(workspace: string, home = homedir()): string {
  const folder = resolve(workspace);
  const usual = join(home, 'Muster backups');
  return isWithin(usual, folder) ? join(dirname(folder), 'Muster backups') : usual;
}
