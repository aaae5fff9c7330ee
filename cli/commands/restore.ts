import { restoreBackup } from '#services/backup/restore-backup.ts';
import { type Answer, complain, say } from '../answer.ts';

type Asked = { readonly file: string; readonly workspace: string; readonly json: boolean };

/** A backup becomes a workspace where nothing was. */
export async function runRestore({ file, workspace, json }: Asked): Promise<Answer> {
  const restored = await restoreBackup({ file, folder: workspace });
  if (!restored.ok) return complain(`${restored.problem.message} ${restored.problem.hint}`);
  const { folder, exercises, files, notices } = restored.value;
  const text = `${folder}: ${files} files, ${exercises.length} exercises. Open it with: npm start -- --workspace ${folder}`;
  return say(json ? JSON.stringify({ ok: true, ...restored.value }, null, 2) : text, notices);
}
