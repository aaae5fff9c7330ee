import { access, constants, mkdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { explainFolder } from '../saving/workspace.ts';

/** Makes the output folder and sees that it can be written; null when all is well. Not among what the workspace keeps. */
export async function prepareOut(out: string, workspace?: string): Promise<string | null> {
  const folder = resolve(out);
  try {
    for (const kept of workspace === undefined ? [] : [join(workspace, 'exercises'), join(workspace, 'registers')])
      if (isWithin(await findReal(folder), await findReal(resolve(kept))))
        return `The output folder ${folder} lies in the workspace's own ${basename(kept)}. Nothing was written there. Choose another folder with --out DIR.`;
    await makeFolders(folder);
    await access(folder, constants.W_OK);
    return null;
  } catch (problem) {
    const { message, hint } = explainFolder(folder, 'output folder', problem);
    return `${message} ${hint}`;
  }
}

/** Where a path really leads, links followed as far as it exists. */
export async function findReal(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (problem) {
    const isMissing = problem instanceof Error && 'code' in problem && problem.code === 'ENOENT';
    if (!isMissing || dirname(path) === path) return path; // what else is wrong with it shows when it is made
    return join(await findReal(dirname(path)), path.slice(dirname(path).length));
  }
}

export function isWithin(inner: string, outer: string): boolean {
  const way = relative(outer, inner);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
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
