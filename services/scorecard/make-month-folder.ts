import { type Disk, makeFolderWithin, realDisk } from '../saving/files.ts';
import type { Workspace } from '../saving/workspace.ts';
import { monthFolder, scorecardsFolder, sourcesFolder } from './month-places.ts';

type Folder = Pick<Workspace, 'folder'>;

/** One below the other in a workspace that is there: one that was moved or unplugged is not begun anew in its empty place. */
export async function makeMonthFolder(workspace: Folder, month: string, disk: Disk = realDisk): Promise<void> {
  await makeFolderWithin(scorecardsFolder(workspace), disk);
  await makeFolderWithin(monthFolder(workspace, month), disk);
}

export async function makeSourcesFolder(workspace: Folder, month: string): Promise<string> {
  await makeMonthFolder(workspace, month);
  const folder = sourcesFolder(workspace, month);
  await makeFolderWithin(folder);
  return folder;
}
