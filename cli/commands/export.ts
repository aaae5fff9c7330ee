import type { PaperSize } from '#core/scenario/vocabulary.ts';
import { countWaiting, tellWaiting } from '#services/application/open-notes.ts';
import { readExercise } from '#services/exercise/open-exercise.ts';
import { prepareOut } from '#services/export/prepare-out.ts';
import { writeDocuments } from '#services/export/write-documents.ts';
import { loadOriginals } from '#services/runbooks/load-originals.ts';
import { describeWorkspace } from '#services/saving/workspace.ts';
import { type Answer, complain, say } from '../answer.ts';
import { listFiles } from './play.ts';

type Asked = {
  readonly exercise: string;
  readonly out: string;
  readonly workspace: string;
  readonly json: boolean;
  readonly paper?: PaperSize | undefined;
};

/** The documents again, from the journal and the runbooks it tested: the same bytes on any day and machine. */
export async function runExport({ exercise, out, workspace, json, paper }: Asked): Promise<Answer> {
  const read = await readExercise(workspace, exercise);
  if (!read.ok) return complain(`${read.problem.message} ${read.problem.hint}`);
  const { state, head, folder, damage, notices } = read.value;
  const [first] = damage;
  if (first)
    return complain(
      `The journal of ${exercise} is damaged at ${first.file}, line ${first.line} (${first.kind}). Nothing was written; see muster verify ${exercise}.`,
    );
  const outProblem = await prepareOut(out, workspace);
  if (outProblem !== null) return complain(outProblem);
  const { originals, notices: unread } = await loadOriginals(describeWorkspace(workspace), state);
  const files = await writeDocuments({ state, head, out, originals, paper });
  if (!files.ok) return complain(`${files.problem.message} ${files.problem.hint}`);
  const unsaved = await countWaiting(folder);
  const waiting = tellWaiting(unsaved);
  const text = json
    ? JSON.stringify({ exercise, out, head, files: files.value, unsaved }, null, 2)
    : listFiles(out, files.value);
  return say(text, [...notices, ...unread, ...(waiting === null ? [] : [waiting])]);
}
