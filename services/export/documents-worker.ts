import { dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { fail, type Outcome } from '#core/outcome.ts';
import { writeBinder } from '../binder/write-binder.ts';
import { type ReadExercise, readExercise } from '../exercise/open-exercise.ts';
import { loadOriginals } from '../runbooks/load-originals.ts';
import { makeFolder } from '../saving/files.ts';
import { describeWorkspace, explainFolder } from '../saving/workspace.ts';
import { writeDocuments } from './write-documents.ts';

/** `out` is a folder; for a binder it is the file itself. */
export type Asked = {
  readonly job: 'documents' | 'binder';
  readonly workspace: string;
  readonly exercise: string;
  readonly out: string;
  readonly pdf: boolean;
};

export type News =
  | { readonly done: number; readonly total: number }
  | { readonly notice: string }
  | { readonly outcome: Outcome<readonly string[]> };

const tell = (news: News) => parentPort?.postMessage(news);
const stopping = new AbortController();
parentPort?.on('message', () => stopping.abort()); // nothing else is ever said to it

/** Reads the exercise from the disk again: what is in the documents is what is saved. No folder is made for one that gives none. */
async function write({ job, workspace, exercise, out, pdf }: Asked): Promise<Outcome<readonly string[]>> {
  const read = await readExercise(workspace, exercise);
  if (!read.ok) return read;
  const first = read.value.damage[0];
  if (first) {
    const where = `${first.file}, line ${first.line}`;
    return fail({
      code: 'damaged',
      message: `The exercise is damaged at ${where}, so no document was written.`,
      hint: 'Restore the exercise from a backup.',
    });
  }
  const folder = job === 'binder' ? dirname(out) : out;
  try {
    await makeFolder(folder);
  } catch (problem) {
    return fail(explainFolder(folder, 'output folder', problem));
  }
  const { originals, notices } = await loadOriginals(describeWorkspace(workspace), read.value.state);
  for (const notice of notices) tell({ notice });
  const needs = { ...ofRead(read.value), originals, out, pdf };
  return job === 'binder' ? writeBinder(needs) : writeDocuments(needs);
}

function ofRead({ state, head, folder }: ReadExercise) {
  return {
    state,
    head,
    folder,
    signal: stopping.signal,
    progress: (done: number, total: number) => tell({ done, total }),
    tell: (notice: string) => tell({ notice }),
  };
}

void write(workerData as Asked) // handed over by `writeInWorker`
  .then((outcome) => tell({ outcome }))
  .finally(() => parentPort?.close());
