// `npm start [-- --workspace DIR] [-- --port N]`: sets up what is missing, then opens Muster as a desktop application, or in the
// browser where Electron cannot run or a port is asked for.
import { join } from 'node:path';
import { buildWhenStale } from './build-when-stale.mjs';
import { findElectron } from './find-electron.mjs';
import { handOver } from './hand-over.mjs';
import { orExplain, root, setUp, tell } from './setup.mjs';

const usage = `npm start -- [--workspace DIR] [--port N]
Opens Muster. Exercises lie in DIR (default ~/Muster). --port N shows it in a browser, the console on N and the room on N + 1.`;

const args = process.argv.slice(2);
if (args.includes('--help') || args.includes('-h')) process.stdout.write(`${usage}\n`);
else await start();

async function start() {
  const node = await orExplain(() => {
    const ready = setUp();
    buildWhenStale(ready);
    return ready;
  });
  if (node === undefined) return;
  const wantsBrowser = args.some((word) => word === '--port' || word.startsWith('--port='));
  const electron = wantsBrowser ? null : await findElectron(node);
  // npm start changes the folder; DIR is relative to where the user stood.
  if (process.env.npm_lifecycle_event === 'start' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
  if (electron && 'program' in electron) return handOver(electron.program, [root, ...args], { stdio: 'inherit' });
  if (electron) tell(`${electron.why}, so Muster opens in your browser.`);
  return handOver(node, [
    '--disable-warning=ExperimentalWarning',
    join(root, 'cli/main.ts'),
    'serve',
    '--open',
    ...args,
  ]);
}
