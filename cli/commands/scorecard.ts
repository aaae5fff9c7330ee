import type { PaperSize } from '#core/scenario/vocabulary.ts';
import { tellCountedBy } from '#core/scorecard/counted-by.ts';
import { prepareOut } from '#services/export/prepare-out.ts';
import { makeScorecard } from '#services/scorecard/make-scorecard.ts';
import { writeScorecardDocuments } from '#services/scorecard/write-scorecard-documents.ts';
import { writeTemplates } from '#services/scorecard/write-templates.ts';
import { type Answer, complain, say } from '../answer.ts';
import { stopOnInterrupt } from '../stop-on-interrupt.ts';
import { listFiles } from './play.ts';

type Asked = {
  readonly data: string;
  readonly month: string;
  readonly config: string | undefined;
  readonly previous: string | undefined;
  readonly discovery: string | undefined;
  readonly out: string;
  readonly paper: PaperSize | undefined;
  readonly oscal: boolean;
  readonly leaveOut: boolean;
  readonly workspace: string;
  readonly json: boolean;
};

/** Five files in, one page and the exception list out, with nobody watching: the same bytes from the same files. */
export async function runScorecard(asked: Asked): Promise<Answer> {
  const { out, workspace, paper, oscal, json } = asked;
  return stopOnInterrupt(async (signal) => {
    const made = await makeScorecard({
      ...asked,
      t: new Date().toISOString(),
      readiness: { workspace, isSample: false },
      recalls: workspace,
      signal,
    });
    if (!made.ok)
      return complain(...made.problem.message.split('\n'), ...(made.problem.hint ? [made.problem.hint] : []));
    const { scorecard, countedBy, notices, proposed } = made.value;
    const outProblem = await prepareOut(out, workspace);
    if (outProblem !== null) return complain(outProblem);
    const files = await writeScorecardDocuments({ scorecard, out, paper, oscal, proposed, signal });
    if (!files.ok) return complain(`${files.problem.message} ${files.problem.hint}`);
    const { figures, period, sources, readiness, settings } = scorecard.snapshot;
    const { version, timezone } = settings;
    const about = { period, sources, readiness, counted_by: countedBy, notices };
    const text = json
      ? JSON.stringify({ ...figures, ...about, out, files: files.value }, null, 2)
      : [...tellCountedBy(countedBy, { ...asked, version, timezone }), listFiles(out, files.value)].join('\n');
    return say(
      text,
      notices.map(({ message }) => message),
    );
  });
}

/** The five files with their heads alone, to be filled in; what is there already is never replaced. */
export async function runTemplates({ out, json }: { readonly out: string; readonly json: boolean }): Promise<Answer> {
  const outProblem = await prepareOut(out);
  if (outProblem !== null) return complain(outProblem);
  const written = await writeTemplates(out);
  if (!written.ok) return complain(`${written.problem.message} ${written.problem.hint}`);
  const files = written.value;
  return say(json ? JSON.stringify({ out, files }, null, 2) : listFiles(out, files));
}
