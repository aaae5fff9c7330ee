import type { Dirent } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Disk } from '../saving/files.ts';
import { findAbandoned, nameUnfinished } from '../saving/unfinished.ts';
import type { Workspace } from '../saving/workspace.ts';
import { attachmentsFolder } from './keep-attachments.ts';
import { removeFolder } from './take-back.ts';

/** All that a play, or a start, puts into its folder. */
const played = /^(script\.yaml|journal-\d{4}\.jsonl|anchor(\.prev)?\.json(\.[^/]*\.tmp)?)$/;

const isPlayed = (entry: Dirent) =>
  entry.isDirectory() ? entry.name === attachmentsFolder : entry.isFile() && played.test(entry.name);

/** A new folder for an exercise that is half made, under a name that no list shows. What a kill has left of others is removed first. */
export async function makeStaging(disk: Disk, workspace: Workspace, exercise: string): Promise<string> {
  await sweep(disk, join(workspace.folder, 'exercises'));
  const folder = workspace.exerciseFolder(nameUnfinished(`.${exercise}`));
  await mkdir(folder, { mode: 0o700 });
  return folder;
}

/** By its name and by what it holds: a folder into which anybody else has put something stays. */
async function sweep(disk: Disk, exercises: string): Promise<void> {
  const entries = await readdir(exercises, { withFileTypes: true });
  for (const entry of entries.filter((found) => found.isDirectory() && found.name.startsWith('.'))) {
    if (findAbandoned(entry.name) === null) continue;
    const folder = join(exercises, entry.name);
    const held = await readdir(folder, { withFileTypes: true });
    if (held.every(isPlayed)) await removeFolder(disk, folder).catch(() => {}); // the next play tries again
  }
}
