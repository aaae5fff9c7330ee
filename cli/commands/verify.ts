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
  const exitCode = verified.ok ? 0 : 1;
  if (!json) return { exitCode, ...tell(exercise, verified) };
  return {
    exitCode,
    stdout: JSON.stringify({ ...verified, ...listProblems([{ exercise, verified }]) }, null, 2),
    stderr: '',
  };
}

async function verifyAll(path: string, json: boolean): Promise<Answer> {
  const read = await readWorkspace(path);
  if (!read.ok) return complain(`${read.problem.message} ${read.problem.hint}`);
  const { workspace, exercises: names } = read.value;
  const found: Found[] = [];
  for (const exercise of names) // one after the other: a journal is read as a whole
    found.push({ exercise, verified: await verify(workspace.exerciseFolder(exercise)) });
  const ok = found.every(({ verified }) => verified.ok);
  const exitCode = ok ? 0 : 1;
  const exercises = found.map(({ exercise, verified }) => ({ exercise, ...verified }));
  if (json) return { exitCode, stdout: JSON.stringify({ ok, exercises, ...listProblems(found) }, null, 2), stderr: '' };
  const told = found.map(({ exercise, verified }) => tell(exercise, verified));
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

type Found = { readonly exercise: string; readonly verified: Verified };

/** In the words of stderr, where there are any. */
function listProblems(found: readonly Found[]): { readonly problems?: readonly string[] } {
  const problems = found.flatMap(({ exercise, verified }) =>
    verified.ok ? [] : verified.damage.map((one) => formatDamage(exercise, one)),
  );
  return problems.length > 0 ? { problems } : {};
}

function tell(exercise: string, verified: Verified): Pick<Answer, 'stdout' | 'stderr'> {
  const notices = (verified.notices ?? []).map((notice) => `${exercise}: ${notice}`);
  const damage = verified.ok ? [] : verified.damage.map((found) => formatDamage(exercise, found));
  const stdout = verified.ok
    ? `${exercise}: ${verified.events} events, whole and unchanged. Head ${verified.head}`
    : '';
  return { stdout, stderr: [...damage, ...notices].join('\n') };
}
