import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { answerWords } from '#cli/answer-words.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
const main = join(root, 'cli/main.ts');

/** Node keeps what it compiled for the next process: half of a short command is compiling. */
export const compiledOnce = { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node') };

export type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** The real command line in a process of its own. `code` is null where a signal ended it. */
export async function muster(...args: readonly string[]): Promise<Ended> {
  try {
    const env = { ...process.env, ...compiledOnce };
    return { code: 0, ...(await run(process.execPath, [main, ...args], { maxBuffer: 1 << 26, env })) };
  } catch (problem) {
    const { code, stdout, stderr } = problem as Ended;
    return { code, stdout, stderr };
  }
}

/** The same words answered in this process, which leaves the same and takes a fraction of the time; how a process ends is not shown. */
export async function musterHere(...args: readonly string[]): Promise<Ended> {
  const { exitCode, stdout, stderr } = await answerWords(args);
  const asPrinted = (text: string) => (text === '' ? '' : `${text}\n`);
  return { code: exitCode, stdout: asPrinted(stdout), stderr: asPrinted(stderr) };
}
