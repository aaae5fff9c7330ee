import { appendFileSync, writeSync } from 'node:fs';
import { measureWorstPause, runSessions } from './capture-sessions.ts';

// A process of its own that saves captures and says what becomes of them, to be killed or hindered somewhere.
const [folder = '.'] = process.argv.slice(2);
const log = process.env.FAULTS_LOG;

function say(what: object): void {
  if (log && 'saved' in what) appendFileSync(log, `acknowledged ok - ${what.saved}\n`); // among the calls, in their order
  writeSync(1, `${JSON.stringify(what)}\n`);
}

const worst = await measureWorstPause(() => runSessions({ folder, say }));
say({ done: true, worst });
