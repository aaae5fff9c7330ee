#!/usr/bin/env node
// `muster …`: answers help at once, else sets up what is missing and hands over to the command line on Node 24.
import { join } from 'node:path';
import { findHelp } from '../cli/usage.mjs';

const args = process.argv.slice(2);
const help = findHelp(args);
if (help !== null) process.stdout.write(`${help}\n`);
else await run();

async function run() {
  const { orExplain, root, setUp } = await import('./setup.mjs');
  const node = await orExplain(async () => {
    const ready = setUp();
    if (args[0] === 'serve') (await import('./build-when-stale.mjs')).buildWhenStale(ready);
    return ready;
  });
  if (node === undefined) return;
  // npm run changes the folder; what the user typed is relative to where they stood.
  if (process.env.npm_lifecycle_event === 'muster' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
  const { handOver } = await import('./hand-over.mjs');
  await handOver(node, ['--disable-warning=ExperimentalWarning', join(root, 'cli/main.ts'), ...args]);
}
