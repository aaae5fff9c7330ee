import type { z } from 'zod';
import type { RunbookLine } from '#core/runbooks/describe-runbooks.ts';
import { type TakeIn, takeInSchema } from '#core/runbooks/register.ts';
import { readRunbookFile } from '#services/runbooks/read-runbook-file.ts';
import { createRunbookShelf, readShelf } from '#services/runbooks/runbook-shelf.ts';
import { makeWorkspace, readWorkspace } from '#services/saving/workspace.ts';
import { lockWorkspace } from '#services/saving/workspace-lock.ts';
import { type Answer, complain, say } from '../answer.ts';

type Asked = { readonly workspace: string; readonly json: boolean };

/** The register beside what the exercises played and proposed. Of the samples with `isSample`. */
export async function runListRunbooks({
  workspace,
  json,
  isSample,
}: Asked & { readonly isSample: boolean }): Promise<Answer> {
  const found = await readWorkspace(workspace);
  if (!found.ok) return complain(`${found.problem.message} ${found.problem.hint}`);
  try {
    const { lines, notices } = await readShelf(found.value.workspace, isSample);
    return say(json ? JSON.stringify({ runbooks: lines }, null, 2) : tabulate(lines), notices);
  } catch (problem) {
    return complain(problem instanceof Error ? problem.message : String(problem));
  }
}

/** Takes a file into the organisation's register. */
export async function runAddRunbook({
  workspace,
  json,
  file,
  about,
}: Asked & { readonly file: string; readonly about: Readonly<Record<string, string>> }): Promise<Answer> {
  const parsed = takeInSchema.safeParse(about);
  if (!parsed.success) return complain(...tellWrong(parsed.error, about));
  const read = await readRunbookFile(file);
  if (!read.ok) return complain(`${read.problem.message} ${read.problem.hint}`);
  const made = await makeWorkspace(workspace);
  if (!made.ok) return complain(`${made.problem.message} ${made.problem.hint}`);
  const lock = await lockWorkspace(made.value.folder, 'runbooks');
  if (!lock.ok) return complain(`${lock.problem.message} ${lock.problem.hint}`);
  const told: string[] = [];
  try {
    const added = await openShelf(made.value, false, told).add(parsed.data as TakeIn, read.value);
    if (!added.ok) return complain(`${added.problem.message} ${added.problem.hint}`);
    const { id, version, steps, notices } = added.value;
    const text = `${id} ${version}: taken in, ${steps} ${steps === 1 ? 'step' : 'steps'} recognised.`;
    return say(json ? JSON.stringify({ ok: true, ...added.value }, null, 2) : text, [...told, ...notices]);
  } catch (problem) {
    return complain(`${problem instanceof Error ? problem.message : String(problem)} Nothing was taken in.`);
  } finally {
    await lock.value.release();
  }
}

function openShelf(
  workspace: Parameters<typeof createRunbookShelf>[0]['workspace'],
  isSample: boolean,
  told: string[],
) {
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return createRunbookShelf({
    workspace,
    isSample,
    tell: (notice) => told.push(notice),
    now: now.toISOString(),
    today,
  });
}

function tellWrong(error: z.ZodError, about: Readonly<Record<string, string>>): readonly string[] {
  return error.issues.map(({ path, message }) => {
    const name = String(path[0] ?? '');
    const flag = `--${name.replaceAll('_', '-')}`;
    return about[name] === undefined ? `${flag} is missing.` : `${flag} ${about[name]}: ${message}`;
  });
}

function tabulate(lines: readonly RunbookLine[]): string {
  if (lines.length === 0)
    return 'The register holds no runbook yet. Take one in: muster runbooks --add FILE --id RB-03 --version 4.2';
  return lines
    .map(({ id, title, current, owner, steps, exercised, openChanges }) => {
      const version = current
        ? `${current.version}, approved ${current.approved_on ?? 'on no recorded day'}`
        : 'no file taken in';
      const last = tellExercised(exercised, current?.version);
      const open =
        openChanges === 0 ? 'no open change' : `${openChanges} open ${openChanges === 1 ? 'change' : 'changes'}`;
      return [
        `${id}  ${title}`,
        `    ${version} · ${owner ?? 'no owner'} · ${steps.length} steps · ${last} · ${open}`,
      ].join('\n');
    })
    .join('\n');
}

/** What was exercised is a version: another one in force was not. */
function tellExercised(exercised: RunbookLine['exercised'], current: string | undefined): string {
  if (!exercised) return 'not exercised yet';
  if (exercised.version === null) return `last exercised ${exercised.on}, version not recorded`;
  if (exercised.version === current || current === undefined)
    return `${exercised.version} last exercised ${exercised.on}`;
  return `${exercised.version} last exercised ${exercised.on}, ${current} not yet`;
}
