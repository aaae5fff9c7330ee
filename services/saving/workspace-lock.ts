import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { type Hold, holdFolder } from './hold-folder.ts';

export type WorkspaceLock = Hold;

/** One writer for a workspace. The second is told who and since when. */
export async function lockWorkspace(folder: string, purpose: string): Promise<Outcome<WorkspaceLock>> {
  const held = await holdFolder(folder, purpose);
  if ('release' in held) return succeed(held);
  return fail({
    code: 'workspace_held',
    message: `The workspace ${folder} is held by ${held.holder}.`,
    hint: 'Nothing was written. Close the other one, or choose another folder with --workspace DIR.',
  });
}
