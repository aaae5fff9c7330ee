import { realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { error, type Finding } from '#core/scenario/finding.ts';
import type { Scenario } from '#core/scenario/schema.ts';

/** An attachment is a file beside the script, in its folder or below, wherever links lead. */
export function checkAttachmentFiles({ injects }: Scenario, folder: string): readonly Finding[] {
  return injects.flatMap(({ attachments }, at) =>
    attachments.flatMap(({ file, name }, n) => {
      const problem = file === undefined ? null : findProblem(file, name, folder);
      return problem === null ? [] : [error(['injects', at, 'attachments', n, 'file'], `file: ${problem}`)];
    }),
  );
}

function findProblem(file: string, name: string, folder: string): string | null {
  if (file.includes('\0')) return `attachment ${name} has a name no file can have`;
  if (isAbsolute(file) || leaves(folder, join(folder, file)))
    return `${file} of attachment ${name} lies outside the script's folder`;
  try {
    const real = realpathSync(join(folder, file));
    if (leaves(realpathSync(folder), real)) return `${file} of attachment ${name} leads outside the script's folder`;
    return statSync(real).isFile() ? null : `attachment ${file} is no file`;
  } catch (problem) {
    const code = problem instanceof Error && 'code' in problem ? String(problem.code) : String(problem);
    return code === 'ENOENT' ? `attachment ${file} does not exist` : `attachment ${file} cannot be read (${code})`;
  }
}

function leaves(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
}
