import { parentPort, workerData } from 'node:worker_threads';
import { fail, type Outcome } from '#core/outcome.ts';
import { readExercise } from '../exercise/open-exercise.ts';
import { loadOriginals } from '../runbooks/load-originals.ts';
import { makeFolder } from '../saving/files.ts';
import { describeWorkspace, explainFolder } from '../saving/workspace.ts';
import { writeDocuments } from './write-documents.ts';

export type Asked = { readonly workspace: string; readonly exercise: string; readonly out: string };

export type News = { readonly done: number; readonly total: number } | { readonly outcome: Outcome<readonly string[]> };

const tell = (news: News) => parentPort?.postMessage(news);

/** Reads the exercise from the disk again: what is in the documents is what is saved. No folder is made for one that gives none. */
async function write({ workspace, exercise, out }: Asked): Promise<Outcome<readonly string[]>> {
  const read = await readExercise(workspace, exercise);
  if (!read.ok) return read;
  const { state, head, damage } = read.value;
  const first = damage[0];
  if (first) {
    const where = `${first.file}, line ${first.line}`;
    return fail({
      code: 'damaged',
      message: `The exercise is damaged at ${where}, so no document was written.`,
      hint: 'Restore the exercise from a backup.',
    });
  }
  try {
    await makeFolder(out);
  } catch (problem) {
    return fail(explainFolder(out, 'output folder', problem));
  }
  const { originals } = await loadOriginals(describeWorkspace(workspace), state);
  return writeDocuments({ state, head, out, originals, progress: (done, total) => tell({ done, total }) });
}

void write(workerData as Asked).then((outcome) => tell({ outcome })); // handed over by `writeInWorker`
