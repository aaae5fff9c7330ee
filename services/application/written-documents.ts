import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ExerciseDocuments } from '#contract/console-answers.ts';
import { dayOf } from '#core/local-time.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { binderName, documentNames, pdfNames } from '../export/document-names.ts';
import type { Asked, News } from '../export/documents-worker.ts';
import { findOffice } from '../export/office.ts';
import { workerFile } from '../own-files.ts';
import { ownZone } from '../own-zone.ts';
import { explainFailure } from '../saving/explain-failure.ts';
import type { Workspace } from '../saving/workspace.ts';
import { forWindow } from './for-window.ts';

export function documentsFolder(workspace: Workspace, exercise: string): string {
  return join(workspace.folder, 'documents', exercise);
}

/** The documents that lie in an exercise's folder now. */
export async function listDocuments(workspace: Workspace, exercise: string): Promise<ExerciseDocuments> {
  const folder = documentsFolder(workspace, exercise);
  const runbooks = (await readdir(join(folder, 'runbooks')).catch((): string[] => [])).filter((name) =>
    name.endsWith('.md'),
  );
  const own = runbooks.sort().map((name) => `runbooks/${name}`);
  const names = [...documentNames, ...own, ...pdfNames, binderName(exercise)];
  const [canPdf, ...sizes] = await Promise.all([
    findOffice().then((office) => office !== null),
    ...names.map((name) =>
      stat(join(folder, name)).then(
        ({ size }) => ({ name, bytes: size }),
        () => null,
      ),
    ),
  ]);
  const today = dayOf(new Date().toISOString(), ownZone());
  return { folder, files: sizes.filter((file) => file !== null), names, canPdf, today };
}

type Order = {
  readonly job: Asked['job'];
  readonly workspace: Workspace;
  readonly exercise: string;
  readonly pdf: boolean;
  readonly tell: (done: number, total: number) => void;
  readonly notice: (text: string) => void;
  readonly signal: AbortSignal;
};

/** Writes every document, or the binder, in a worker, so that captures go on: the whole set, or what was there before. */
export async function writeInWorker(order: Order): Promise<Outcome<ExerciseDocuments>> {
  const { job, workspace, exercise, pdf } = order;
  const folder = documentsFolder(workspace, exercise);
  const out = job === 'binder' ? join(folder, binderName(exercise)) : folder;
  const answer = await runWorker({ job, workspace: workspace.folder, exercise, out, pdf }, order);
  return answer.ok ? succeed(await listDocuments(workspace, exercise)) : fail(forWindow(answer.problem));
}

function runWorker(asked: Asked, { tell, notice, signal }: Order): Promise<Outcome<unknown>> {
  return new Promise((resolve) => {
    const worker = new Worker(workerFile('services/export/documents-worker'), { workerData: asked });
    const stop = () => worker.postMessage('stop');
    const done = (outcome: Outcome<unknown>) => {
      signal.removeEventListener('abort', stop);
      resolve(outcome);
    };
    signal.addEventListener('abort', stop, { once: true });
    worker.on('message', (news: News) => {
      if ('total' in news) tell(news.done, news.total);
      else if ('notice' in news) notice(news.notice);
      else done(news.outcome);
    });
    worker.on('error', (problem) => done(fail(stopped(explainFailure(problem)))));
    worker.on('exit', (code) => done(fail(stopped(`it ended with ${code}`)))); // after an answer this says nothing new
  });
}

function stopped(why: string) {
  return {
    code: 'documents_not_written',
    message: `The documents were not written: ${why}.`,
    hint: 'The exercise itself is whole. Try again; `muster export` writes the same documents.',
  };
}
