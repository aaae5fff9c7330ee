import { join } from 'node:path';
import type { TakenFile } from '#core/scorecard/month-draft.ts';
import type { Workspace } from '../saving/workspace.ts';

type Folder = Pick<Workspace, 'folder'>;

export const revisionName = /^revision-([1-9]\d{0,5})\.json$/;

/** `<workspace>/scorecards/2026-10`. */
export function scorecardsFolder({ folder }: Folder): string {
  return join(folder, 'scorecards');
}

export function monthFolder(workspace: Folder, month: string): string {
  return join(scorecardsFolder(workspace), month);
}

export function draftPath(workspace: Folder, month: string): string {
  return join(monthFolder(workspace, month), 'draft.json');
}

export function revisionPath(workspace: Folder, month: string, revision: number): string {
  return join(monthFolder(workspace, month), `revision-${revision}.json`);
}

/** The bytes of files as they were taken, under their hashes. */
export function sourcesFolder(workspace: Folder, month: string): string {
  return join(monthFolder(workspace, month), 'sources');
}

export function sourcePath(workspace: Folder, month: string, { sha256, is }: Pick<TakenFile, 'sha256' | 'is'>): string {
  return join(sourcesFolder(workspace, month), `${sha256}.${is}`);
}

/** No exercise's name begins so: they begin with a year. */
export function scorecardDocuments({ folder }: Folder, month: string): string {
  return join(folder, 'documents', `scorecard-${month}`);
}
