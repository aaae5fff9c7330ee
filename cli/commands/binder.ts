import { dirname, resolve } from 'node:path';
import { countWaiting, tellWaiting } from '#services/application/open-notes.ts';
import { writeBinder } from '#services/binder/write-binder.ts';
import { prepareOut } from '#services/export/prepare-out.ts';
import { loadOriginals } from '#services/runbooks/load-originals.ts';
import { describeWorkspace } from '#services/saving/workspace.ts';
import { type Answer, complain, say } from '../answer.ts';
import { readWhole } from '../read-whole.ts';
import { stopOnInterrupt } from '../stop-on-interrupt.ts';

type Asked = {
  readonly exercise: string;
  readonly out: string;
  readonly pdf: boolean;
  readonly workspace: string;
  readonly json: boolean;
};

/** The evidence of an exercise as one zip, from the journal and the runbooks it tested. */
export async function runBinder({ exercise, out: asked, pdf, workspace, json }: Asked): Promise<Answer> {
  const read = await readWhole(workspace, exercise);
  if (!read.ok) return complain(`${read.problem.message} ${read.problem.hint}`);
  const out = resolve(asked);
  const { state, head, folder, notices } = read.value;
  const outProblem = await prepareOut(dirname(out), workspace);
  if (outProblem !== null) return complain(forFile(outProblem));
  const { originals, notices: unread } = await loadOriginals(describeWorkspace(workspace), state);
  const told: string[] = [...unread];
  const tell = (notice: string) => told.push(notice);
  const written = await stopOnInterrupt((signal) =>
    writeBinder({ state, head, folder, originals, out, pdf, tell, signal }),
  );
  if (!written.ok) return complain(forFile(`${written.problem.message} ${written.problem.hint}`));
  const unsaved = await countWaiting(folder);
  const waiting = tellWaiting(unsaved);
  const text = json ? JSON.stringify({ exercise, file: out, head, unsaved }, null, 2) : `Written: ${out}.`;
  return say(text, [...notices, ...told, ...(waiting === null ? [] : [waiting])]);
}

const forFile = (words: string) => words.replace('--out DIR', '--out FILE.zip');
