import { access, constants, mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { explainFolder } from '../saving/workspace.ts';

/** Makes the output folder and sees that it can be written; null when all is well. */
export async function prepareOut(out: string): Promise<string | null> {
  const folder = resolve(out);
  try {
    await makeFolders(folder);
    await access(folder, constants.W_OK);
    return null;
  } catch (problem) {
    const { message, hint } = explainFolder(folder, 'output folder', problem);
    return `${message} ${hint}`;
  }
}

/** Node's own `recursive` never ends below /proc, where a folder can be there and take no other. */
async function makeFolders(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (problem) {
    const code = problem instanceof Error && 'code' in problem ? problem.code : '';
    if (code === 'EEXIST' && (await stat(folder)).isDirectory()) return;
    if (code !== 'ENOENT' || dirname(folder) === folder) throw problem;
    await makeFolders(dirname(folder));
    await mkdir(folder);
  }
}
