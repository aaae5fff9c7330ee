#!/usr/bin/env node
// `muster …`: answers help at once, else sets up what is missing and hands over to the command line on Node 24.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findHelp } from '../cli/usage.mjs';

const args = process.argv.slice(2);
const help = findHelp(args);
if (help !== null) process.stdout.write(`${help}\n`);
else await handOver();

async function handOver() {
  const { orExplain, root, setUp } = await import('./setup.mjs');
  const node = await orExplain(setUp);
  if (node === undefined) return;
  // npm run changes the folder; what the user typed is relative to where they stood.
  if (process.env.npm_lifecycle_event === 'muster' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
  const main = join(root, 'cli/main.ts');
  const { status, signal } = spawnSync(node, ['--disable-warning=ExperimentalWarning', main, ...args], {
    stdio: 'inherit',
  });
  if (signal) process.kill(process.pid, signal);
  process.exitCode = status ?? 1;
}
