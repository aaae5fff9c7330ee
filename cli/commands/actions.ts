import { checkAzureMapping, usualAzureMapping } from '#core/actions/exports/azure-csv.ts';
import { exportActions } from '#core/actions/exports/export-actions.ts';
import type { ExportTarget } from '#core/actions/exports/export-file.ts';
import { filterActions, gapKeyOf, noFilter, type StatusChoice } from '#core/actions/filter-actions.ts';
import { dayOf } from '#core/local-time.ts';
import { findReturnedGaps } from '#core/plan/returned-gaps.ts';
import { prepareOut } from '#services/export/prepare-out.ts';
import { writeActionExports } from '#services/export/write-action-exports.ts';
import { ownZone } from '#services/own-zone.ts';
import { readActions } from '#services/registers/action-register.ts';
import { type Gathered, gatherRegister } from '#services/registers/gather-register.ts';
import { readWorkspace } from '#services/saving/workspace.ts';
import { type Answer, complain, say } from '../answer.ts';
import { listFiles } from './play.ts';

type Asked = {
  readonly status: StatusChoice;
  readonly overdue: boolean;
  readonly target: ExportTarget;
  /** The Azure field that takes the due date; null for none, undefined where nothing was said. */
  readonly dueField: string | null | undefined;
  readonly samples: boolean;
  readonly bom: boolean;
  readonly out: string;
  readonly workspace: string;
  readonly json: boolean;
};

/** The register over all exercises as files for a tracker; nothing in the workspace is touched. */
export async function runActions(asked: Asked): Promise<Answer> {
  const { target, samples: isSample, out, workspace, bom, json } = asked;
  const azure = checkAzureMapping(asked.dueField === undefined ? usualAzureMapping : { dueField: asked.dueField });
  if (!azure.ok) return complain(`--mapping: ${azure.problem.message} ${azure.problem.hint}`);
  const gathered = await gather(workspace, isSample);
  if (typeof gathered === 'string') return complain(gathered);
  const outProblem = await prepareOut(out, workspace);
  if (outProblem !== null) return complain(outProblem);
  const today = dayOf(new Date().toISOString(), ownZone());
  const actions = choose(gathered, asked, today);
  const files = exportActions(actions, { target, azure: azure.value, isSample, today });
  const written = await writeActionExports({ files, out, bom });
  if (!written.ok) return complain(`${written.problem.message} ${written.problem.hint}`);
  const counts = `${actions.length} of ${gathered.actions.length} actions`;
  const text = json
    ? JSON.stringify(
        { out, target, actions: actions.length, of: gathered.actions.length, files: written.value },
        null,
        2,
      )
    : `${counts}\n${listFiles(out, written.value)}`;
  const isEmpty = gathered.actions.length === 0 && !isSample;
  return say(text, [...gathered.notices, ...(isEmpty ? ['Those of sample exercises are kept apart: --samples.'] : [])]);
}

/** A sentence where the workspace or its register cannot be read. */
async function gather(path: string, isSample: boolean): Promise<Gathered | string> {
  const read = await readWorkspace(path);
  if (!read.ok) return `${read.problem.message} ${read.problem.hint}`;
  const { workspace } = read.value;
  try {
    return await gatherRegister({ workspace, isSample, registered: await readActions(workspace, isSample) });
  } catch (problem) {
    const why = problem instanceof Error ? problem.message : String(problem);
    return `The action register cannot be read: ${why}. Nothing was written. Open Muster once, or restore the register from a backup.`;
  }
}

function choose({ actions, held, titles }: Gathered, { status, overdue }: Asked, today: string) {
  const { gaps } = findReturnedGaps(held, actions, today);
  const returned = new Set(gaps.flatMap((gap) => gapKeyOf(gap) ?? []));
  const around = { today, returned, titles: new Map(Object.entries(titles)) };
  return filterActions(actions, { ...noFilter, status, isOverdue: overdue }, around);
}
