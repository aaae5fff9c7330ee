import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

export const muster = join(import.meta.dirname, '../../build/muster.mjs');

const execute = promisify(execFile);

/** Runs Node to its end; anything but exit 0 is an error with what the process said. */
export async function run(args: readonly string[]): Promise<void> {
  await execute(process.execPath, args).catch((problem: { code?: unknown; stderr?: string }) => {
    throw new Error(`node ${args.join(' ')}: exit ${problem.code}\n${problem.stderr ?? ''}`);
  });
}
