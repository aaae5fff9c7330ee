import { countWaiting, tellWaiting } from '#services/application/open-notes.ts';
import { findExercise } from '#services/exercise/open-exercise.ts';
import { formatDamage } from '#services/saving/damage.ts';
import { type Verified, verifyJournal } from '#services/saving/verify-journal.ts';
import { readWorkspace } from '#services/saving/workspace.ts';
import { type Answer, complain } from '../answer.ts';

type Asked = { readonly exercise: string | null; readonly workspace: string; readonly json: boolean };

/** One exercise, or all of them when none is named. Exit 1 on damage. */
export async function runVerify({ exercise, workspace, json }: Asked): Promise<Answer> {
  if (exercise === null) return verifyAll(workspace, json);
  const found = await findExercise(workspace, exercise);
  if (!found.ok) return complain(`${found.problem.message} ${found.problem.hint}`);
  const verified = await verify(found.value);
  return {
    exitCode: verified.ok ? 0 : 1,
    ...(json ? { stdout: JSON.stringify(verified, null, 2), stderr: '' } : tell(exercise, verified)),
  };
}

async function verifyAll(path: string, json: boolean): Promise<Answer> {
  const read = await readWorkspace(path);
  if (!read.ok) return complain(`${read.problem.message} ${read.problem.hint}`);
  const { workspace, exercises: names } = read.value;
  const exercises = await Promise.all(
    names.map(async (exercise) => ({ exercise, ...(await verify(workspace.exerciseFolder(exercise))) })),
  );
  const ok = exercises.every((verified) => verified.ok);
  const exitCode = ok ? 0 : 1;
  if (json) return { exitCode, stdout: JSON.stringify({ ok, exercises }, null, 2), stderr: '' };
  const told = exercises.map((verified) => tell(verified.exercise, verified));
  const lines = (of: 'stdout' | 'stderr') =>
    told
      .map((answer) => answer[of])
      .filter((text) => text !== '')
      .join('\n');
  const nothing = names.length === 0 ? `There are no exercises in ${workspace.folder}.` : '';
  return { exitCode, stdout: lines('stdout') || nothing, stderr: lines('stderr') };
}

/** What waits to be saved is no damage, and is told. */
async function verify(folder: string): Promise<Verified> {
  const verified = await verifyJournal(folder);
  const waiting = tellWaiting(await countWaiting(folder));
  return waiting === null ? verified : { ...verified, notices: [...(verified.notices ?? []), waiting] };
}

function tell(exercise: string, verified: Verified): Pick<Answer, 'stdout' | 'stderr'> {
  const notices = (verified.notices ?? []).map((notice) => `${exercise}: ${notice}`);
  const damage = verified.ok ? [] : verified.damage.map((found) => formatDamage(exercise, found));
  const stdout = verified.ok
    ? `${exercise}: ${verified.events} events, whole and unchanged. Head ${verified.head}`
    : '';
  return { stdout, stderr: [...damage, ...notices].join('\n') };
}
