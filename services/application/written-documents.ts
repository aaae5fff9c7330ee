import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { WrittenDocuments } from '#contract/console.ts';
import { fail, type Outcome, type Problem, succeed } from '#core/outcome.ts';
import { documentNames } from '../export/document-names.ts';
import type { Asked, News } from '../export/documents-worker.ts';
import { workerFile } from '../own-files.ts';
import { explainFailure } from '../saving/explain-failure.ts';
import type { Workspace } from '../saving/workspace.ts';

export function documentsFolder(workspace: Workspace, exercise: string): string {
  return join(workspace.folder, 'documents', exercise);
}

/** The documents that lie in an exercise's folder now. */
export async function listDocuments(workspace: Workspace, exercise: string): Promise<WrittenDocuments> {
  const folder = documentsFolder(workspace, exercise);
  const runbooks = (await readdir(join(folder, 'runbooks')).catch((): string[] => [])).filter((name) =>
    name.endsWith('.md'),
  );
  const names = [...documentNames, ...runbooks.sort().map((name) => `runbooks/${name}`)];
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        ({ size }) => ({ name, bytes: size }),
        () => null,
      ),
    ),
  );
  return { folder, files: sizes.filter((file) => file !== null) };
}

/** Writes every document in a worker, so that captures go on: the whole set, or what was there before. */
export async function writeInWorker(
  workspace: Workspace,
  exercise: string,
  tell: (done: number, total: number) => void,
): Promise<Outcome<WrittenDocuments>> {
  const out = documentsFolder(workspace, exercise);
  const asked: Asked = { workspace: workspace.folder, exercise, out };
  const answer = await new Promise<Outcome<unknown>>((resolve) => {
    const worker = new Worker(workerFile('services/export/documents-worker'), { workerData: asked });
    worker.on('message', (news: News) => ('total' in news ? tell(news.done, news.total) : resolve(news.outcome)));
    worker.on('error', (problem) => resolve(fail(stopped(explainFailure(problem)))));
    worker.on('exit', (code) => resolve(fail(stopped(`it ended with ${code}`)))); // after an answer this says nothing new
  });
  return answer.ok ? succeed(await listDocuments(workspace, exercise)) : fail(forWindow(answer.problem));
}

/** A window has no options to give: the folder is where the workspace says. */
function forWindow({ code, message, hint }: Problem): Problem {
  const drop = (words: string) => words.replace(/(,? or)? choose another folder with --out DIR(?=\.)/i, '').trim();
  return { code, message: drop(message).replace(/\.\.$/, '.'), hint: drop(hint).replace(/\.\.$/, '.') };
}

function stopped(why: string) {
  return {
    code: 'documents_not_written',
    message: `The documents were not written: ${why}.`,
    hint: 'The exercise itself is whole. Try again; `muster export` writes the same documents.',
  };
}
