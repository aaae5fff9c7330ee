import { findPlace } from '#services/backup/backup-place.ts';
import { inspectBackup } from '#services/backup/inspect-backup.ts';
import { writeBackup } from '#services/backup/write-backup.ts';
import { type Answer, complain, say } from '../answer.ts';

type Asked = { readonly out: string; readonly workspace: string; readonly json: boolean };

/** The whole workspace as one zip. Only reads the workspace, so another Muster may hold it. */
export async function runBackup({ out, workspace, json }: Asked): Promise<Answer> {
  const made = new Date();
  const day = `${made.getFullYear()}-${twoDigits(made.getMonth() + 1)}-${twoDigits(made.getDate())}`;
  const written = await writeBackup({ workspace, place: await findPlace(out), made, day });
  if (!written.ok) return complain(`${written.problem.message} ${written.problem.hint}`);
  const { file, files, bytes, notices } = written.value;
  const text = `${file}: ${files} files, ${bytes} bytes, read again and whole.`;
  return say(json ? JSON.stringify({ ok: true, ...written.value }, null, 2) : text, notices);
}

/** Everything a restore checks, without restoring. */
export async function runCheckBackup({
  file,
  json,
}: {
  readonly file: string;
  readonly json: boolean;
}): Promise<Answer> {
  const inspected = await inspectBackup(file);
  if (!inspected.ok) return complain(`${inspected.problem.message} ${inspected.problem.hint}`);
  const { made, files, exercises, notices } = inspected.value;
  const text = `${file}: whole. Made ${made}; ${files} files, ${exercises.length} exercises.`;
  return say(json ? JSON.stringify({ ok: true, file, ...inspected.value }, null, 2) : text, notices);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
