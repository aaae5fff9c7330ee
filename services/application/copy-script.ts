import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import { fail, type Outcome, type Problem, succeed } from '#core/outcome.ts';
import { putInPlace } from '../backup/backup-place.ts';
import { Refused } from '../backup/refused.ts';
import { explainFailure } from '../saving/explain-failure.ts';
import { makeFolderWithin, realDisk, writeNewFile } from '../saving/files.ts';
import type { Workspace } from '../saving/workspace.ts';
import type { FoundScript } from './library.ts';

/**
 * The bytes that were checked, under the bundled script's own name, so that its plan and what was held of it stay with it. Whole or
 * not at all, and never in the place of another file.
 */
export async function copyScript(
  workspace: Workspace,
  { file, isOwn, bytes }: FoundScript,
): Promise<Outcome<{ readonly file: string }>> {
  const folder = join(workspace.folder, 'scenarios');
  const name = basename(file);
  if (isOwn) return fail(alreadyYours(file));
  const temporary = join(folder, `.${name}-${randomUUID()}.tmp`);
  try {
    await makeFolderWithin(folder);
    await writeNewFile(realDisk, temporary, bytes);
    return succeed({ file: await putInPlace(realDisk, temporary, { folder, name }, '') });
  } catch (problem) {
    await realDisk.unlink(temporary).catch(() => {}); // not there, where it could not be written
    if (problem instanceof Refused) return fail(alreadyYours(join(folder, name)));
    return fail(notCopied(folder, problem));
  }
}

function alreadyYours(file: string): Problem {
  return {
    code: 'already_there',
    message: `${file} is there already.`,
    hint: 'It was left as it is. Open it, or give it another name before you copy the bundled one again.',
  };
}

function notCopied(folder: string, problem: unknown): Problem {
  return {
    code: 'not_copied',
    message: `The script could not be copied into ${folder}: ${explainFailure(problem)}.`,
    hint: 'Nothing was left there, and the bundled script is as it was. Free the disk or the folder and try again.',
  };
}
