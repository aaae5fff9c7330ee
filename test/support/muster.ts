import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

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
