import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const main = join(import.meta.dirname, '../../cli/main.ts');

export type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** The real command line in a process of its own. `code` is null where a signal ended it. */
export async function muster(...args: readonly string[]): Promise<Ended> {
  try {
    return { code: 0, ...(await run(process.execPath, [main, ...args], { maxBuffer: 1 << 26 })) };
  } catch (problem) {
    const { code, stdout, stderr } = problem as Ended;
    return { code, stdout, stderr };
  }
}
