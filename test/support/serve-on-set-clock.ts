import { join } from 'node:path';
import { openBrowserShell } from '#browser/browser-shell.ts';
import { openApplication } from '#services/application/application.ts';

/**
 * `serve-on-set-clock.ts WORKSPACE WALL`: `muster serve`, but its clock begins at WALL (UTC) and is moved on by whoever
 * started it, who sends minutes. What it shows then is the same on any day. Sends its two addresses.
 */
const [workspace = '', wall = ''] = process.argv.slice(2);
let passedMs = 0;
const steadyMs = () => performance.now() + passedMs;
const clock = { wallMs: () => Date.parse(wall) + steadyMs(), steadyMs, rate: 1 };

const opened = await openBrowserShell({
  open: (shell) => openApplication({ workspace, shell, purpose: 'serve', clock }),
  port: null,
  dist: join(import.meta.dirname, '../../dist'),
  log: (line) => process.stderr.write(`${line}\n`),
});
if (!opened.ok) throw new Error(opened.problem.message);
const { console: address, room, close } = opened.value;
process.on('message', (minutes: number) => {
  passedMs += minutes * 60_000;
  process.send?.({ passedMs });
});
process.once('disconnect', () => void close().then(() => process.exit()));
process.send?.({ console: address, room });
