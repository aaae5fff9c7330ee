import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { restoreBackup } from '#services/backup/restore-backup.ts';
import { writeBackup } from '#services/backup/write-backup.ts';
import type { Disk } from '#services/saving/files.ts';
import { openJournal } from '#services/saving/journal.ts';
import { exercise, observedUpTo, script, scriptSha256 } from './journal-folder.ts';
import { need } from './open-muster.ts';

export type Backed = { readonly root: string; readonly workspace: string; readonly journalFolder: string };

/** A workspace with one exercise and a file of every kind, in a folder of its own. */
export async function makeBackedWorkspace(count = 20): Promise<Backed> {
  const root = await mkdtemp(join(tmpdir(), 'muster-backup-'));
  const workspace = join(root, 'Muster');
  const journalFolder = join(workspace, 'exercises', exercise);
  const files: Readonly<Record<string, string>> = {
    [`exercises/${exercise}/script.yaml`]: script,
    [`exercises/${exercise}/notes.json`]: '{"drafts":{}}',
    [`exercises/${exercise}/quarantine/journal-0001.jsonl.torn-at-7`]: '{"torn',
    'registers/action-items.json': '{"actions":[]}',
    'plans/q2-ransomware.json': '{"plan":null}',
    'scenarios/Überfall 模擬.yaml': 'id: own\n',
    'documents/2026-sample/post-mortem.docx': 'PK\u0003\u0004, packed already',
    'quarantine/plan.json': 'damaged',
    'manifest.json': 'not ours',
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(workspace, path, '..'), { recursive: true });
    await writeFile(join(workspace, path), text);
  }
  await mkdir(join(workspace, 'documents/empty'));
  const opened = await openJournal({ folder: journalFolder, exercise, scriptSha256 });
  await opened.journal.append(observedUpTo(count));
  await opened.journal.close();
  return { root, workspace, journalFolder };
}

type BackingUp = {
  readonly name?: string | null;
  readonly disk?: Disk;
  readonly progress?: (done: number, total: number) => void;
};

export const day = '2026-11-25';

export function backUpTo(workspace: string, folder: string, { name = null, ...others }: BackingUp = {}) {
  return writeBackup({ workspace, place: { folder, name }, made: new Date(`${day}T12:00:00Z`), day, ...others });
}

/** Out and in again; gives the folder it was restored into. */
export async function passThrough({ root, workspace }: Backed, how: BackingUp = {}): Promise<string> {
  const { file } = need(await backUpTo(workspace, join(root, 'backups'), how));
  const { folder } = need(await restoreBackup({ file, folder: join(root, 'restored') }));
  return folder;
}
