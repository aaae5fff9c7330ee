import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { BackupMade, BackupRestored } from '#contract/console-answers.ts';
import type { ConsoleNotice } from '#contract/console-notices.ts';
import { dayOf } from '#core/local-time.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import type { Asked, News } from '../backup/backup-worker.ts';
import { defaultBackupFolder } from '../backup/default-backup-folder.ts';
import { findReal, isWithin } from '../export/prepare-out.ts';
import { workerFile } from '../own-files.ts';
import { ownZone } from '../own-zone.ts';
import { createQueue } from '../queue.ts';
import { explainFailure } from '../saving/explain-failure.ts';
import type { Workspace } from '../saving/workspace.ts';
import type { Clock } from './shell.ts';

type Needs = {
  readonly workspace: Workspace;
  readonly clock: Clock;
  readonly tell: (notice: ConsoleNotice) => void;
};

/** Backups and restores, one after another, each in a worker, so that captures go on. */
export function createBackups({ workspace, clock, tell }: Needs) {
  const oneAtATime = createQueue();
  const working = new Set<Worker>();
  const usual = defaultBackupFolder(workspace.folder);
  let lastFolder: string | null = null;
  let isStopped = false;

  async function run<Value>(asked: Asked): Promise<Outcome<Value>> {
    if (isStopped) return fail(stopped(asked, 'Muster is being closed'));
    const worker = new Worker(workerFile('services/backup/backup-worker'), { workerData: asked });
    working.add(worker);
    const answer = await new Promise<Outcome<unknown>>((resolve) => {
      worker.on('message', (news: News) =>
        'total' in news ? tell({ type: 'backup', done: news.done, total: news.total }) : resolve(news.outcome),
      );
      worker.on('error', (problem) => resolve(fail(stopped(asked, explainFailure(problem)))));
      worker.on('exit', (code) => resolve(fail(stopped(asked, `it ended with ${code}`)))); // after an answer this says nothing new
    });
    working.delete(worker);
    return answer as Outcome<Value>; // the worker answers with what was asked of it
  }

  async function backUp(named: string | null): Promise<Outcome<BackupMade>> {
    const folder = readPath(named ?? usual);
    if (folder === null) return fail(notWhole(named ?? ''));
    if (isWithin(await findReal(folder), await findReal(workspace.folder))) return fail(inWorkspace(folder));
    const made = new Date(clock.wallMs());
    const day = dayOf(made.toISOString(), ownZone());
    const place = { folder, name: null };
    const answer = await run<BackupMade>({ does: 'back_up', workspace: workspace.folder, place, made, day });
    if (!answer.ok) return answer;
    const { file, bytes, files, notices } = answer.value;
    lastFolder = dirname(file);
    return succeed({ file, bytes, files, notices });
  }

  async function restore(named: { readonly file: string; readonly folder: string }): Promise<Outcome<BackupRestored>> {
    const [file, folder] = [readPath(named.file), readPath(named.folder)];
    if (file === null || folder === null) return fail(notWhole(file === null ? named.file : named.folder));
    if (isWithin(await findReal(folder), await findReal(workspace.folder))) return fail(inWorkspace(folder));
    const answer = await run<BackupRestored>({ does: 'restore', file, folder });
    if (!answer.ok) return answer;
    const { exercises, notices } = answer.value;
    lastFolder = answer.value.folder;
    return succeed({ folder: lastFolder, exercises, notices });
  }

  return {
    backUp: (folder: string | null) => oneAtATime(() => backUp(folder)),
    restore: (named: { readonly file: string; readonly folder: string }) => oneAtATime(() => restore(named)),
    usual,
    /** Only what was made here is ever opened. */
    lastFolder: () => lastFolder,
    /** What is under way ends at once and leaves nothing half. */
    stop: async () => {
      isStopped = true;
      for (const worker of working) worker.postMessage('stop');
      await oneAtATime(async () => {});
    },
  };
}

export type Backups = ReturnType<typeof createBackups>;

/** A path as people type it. null for one that is not whole: nobody knows where a window stands. */
function readPath(typed: string): string | null {
  const path = typed.trim().replace(/^~(?=[/\\]|$)/, homedir());
  return isAbsolute(path) ? join(path) : null;
}

function notWhole(typed: string) {
  return {
    code: 'path_not_whole',
    message: `${typed.trim() || 'The path'} is not a whole path.`,
    hint: `Nothing was written. Write it from the beginning, such as ${homedir()}.`,
  };
}

function inWorkspace(folder: string) {
  return {
    code: 'in_workspace',
    message: `${folder} lies in the workspace itself.`,
    hint: 'Nothing was written. Choose a folder outside it, best on another disk.',
  };
}

function stopped({ does }: Asked, why: string) {
  const what = does === 'back_up' ? 'The backup was not made' : 'The backup was not restored';
  return { code: 'stopped', message: `${what}: ${why}.`, hint: 'The workspace itself is whole. Try again.' };
}
