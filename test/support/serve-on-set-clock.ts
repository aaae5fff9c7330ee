import { join } from 'node:path';
import { openBrowserShell } from '#browser/browser-shell.ts';
import { openApplication } from '#services/application/application.ts';

/**
 * `serve-on-set-clock.ts WORKSPACE WALL`: `muster serve`, but its clock begins at WALL (UTC) and is moved on by whoever
 * started it, who sends minutes, or minutes asleep: then only the wall clock goes on. What it shows then is the same on any day. Sends its two addresses.
 */
const [workspace = '', wall = ''] = process.argv.slice(2);
let [passedMs, sleptMs] = [0, 0];
const steadyMs = () => performance.now() + passedMs;
const clock = { wallMs: () => Date.parse(wall) + steadyMs() + sleptMs, steadyMs, rate: 1 };

let woke = () => {};
const opened = await openBrowserShell({
  open: async (shell) => {
    const application = await openApplication({ workspace, shell, purpose: 'serve', clock });
    if (application.ok) woke = application.value.woke;
    return application;
  },
  port: null,
  dist: join(import.meta.dirname, '../../dist'),
  log: (line) => process.stderr.write(`${line}\n`),
});
if (!opened.ok) throw new Error(opened.problem.message);
const { console: address, room, close } = opened.value;
process.on('message', (told: number | { readonly asleep: number }) => {
  if (typeof told === 'number') passedMs += told * 60_000;
  else {
    sleptMs += told.asleep * 60_000;
    woke();
  }
  process.send?.({ passedMs });
});
process.once('disconnect', () => void close().then(() => process.exit()));
process.send?.({ console: address, room });
