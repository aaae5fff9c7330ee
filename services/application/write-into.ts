import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { WrittenDocuments } from '#contract/console-answers.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { makeFolder } from '../saving/files.ts';
import { explainFolder } from '../saving/workspace.ts';
import { forWindow } from './for-window.ts';

/** Files in a folder of the workspace's documents, which is made where it is not there. */
export async function writeInto(
  folder: string,
  write: () => Promise<Outcome<readonly string[]>>,
): Promise<Outcome<WrittenDocuments>> {
  try {
    await makeFolder(folder);
  } catch (problem) {
    return fail(explainFolder(folder, 'workspace', problem));
  }
  const written = await write();
  if (!written.ok) return fail(forWindow(written.problem));
  const sizes = written.value.map(async (name) => ({ name, bytes: (await stat(join(folder, name))).size }));
  return succeed({ folder, files: await Promise.all(sizes) });
}
