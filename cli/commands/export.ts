import { dayOf } from '#core/local-time.ts';
import { tellSummaryApproval } from '#core/review/customer-summary.ts';
import type { PaperSize } from '#core/scenario/vocabulary.ts';
import { countWaiting, tellWaiting } from '#services/application/open-notes.ts';
import { prepareOut } from '#services/export/prepare-out.ts';
import { writeDocuments } from '#services/export/write-documents.ts';
import { ownZone } from '#services/own-zone.ts';
import { loadOriginals } from '#services/runbooks/load-originals.ts';
import { describeWorkspace } from '#services/saving/workspace.ts';
import { type Answer, complain, say } from '../answer.ts';
import { readWhole } from '../read-whole.ts';
import { stopOnInterrupt } from '../stop-on-interrupt.ts';
import { listFiles } from './play.ts';

type Asked = {
  readonly exercise: string;
  readonly out: string;
  readonly pdf?: boolean;
  readonly workspace: string;
  readonly json: boolean;
  readonly paper?: PaperSize | undefined;
};

/** The documents again, from the journal and the runbooks it tested: the same bytes on any day and machine. */
export async function runExport({ exercise, out, pdf = false, workspace, json, paper }: Asked): Promise<Answer> {
  const read = await readWhole(workspace, exercise);
  if (!read.ok) return complain(`${read.problem.message} ${read.problem.hint}`);
  const { state, head, folder, notices } = read.value;
  const outProblem = await prepareOut(out, workspace);
  if (outProblem !== null) return complain(outProblem);
  const { originals, notices: unread } = await loadOriginals(describeWorkspace(workspace), state);
  const told: string[] = [...unread];
  const tell = (notice: string) => told.push(notice);
  const files = await stopOnInterrupt((signal) =>
    writeDocuments({ state, head, out, originals, paper, pdf, tell, signal }),
  );
  if (!files.ok) return complain(`${files.problem.message} ${files.problem.hint}`);
  const unsaved = await countWaiting(folder);
  const waiting = tellWaiting(unsaved);
  const text = json
    ? JSON.stringify({ exercise, out, head, files: files.value, unsaved }, null, 2)
    : listFiles(out, files.value);
  const summary = tellSummaryApproval(state, dayOf(new Date().toISOString(), ownZone()));
  const expired = summary.is === 'expired' ? [`customer-summary.docx: ${summary.words}`] : [];
  return say(text, [...notices, ...told, ...expired, ...(waiting === null ? [] : [waiting])]);
}
