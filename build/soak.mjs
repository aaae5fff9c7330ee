// `npm run soak -- [--write] [--minutes 180] [--rate 60] [--events 2000]`: one long exercise in the browser shell, played fast;
// exit 1 when a heap, the DOM or the listeners grow beyond the limit. --write: the table goes into docs/reliability.md.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildWhenStale } from './build-when-stale.mjs';
import { orExplain, root, setUp } from './setup.mjs';
import { setUpChromium } from './setup-debian.mjs';

await orExplain(() => {
  const node = setUp();
  setUpChromium();
  buildWhenStale(node);
  const args = ['--disable-warning=ExperimentalWarning', join(root, 'test/soak/run.ts'), ...process.argv.slice(2)];
  process.exitCode = spawnSync(node, args, { cwd: root, stdio: 'inherit' }).status ?? 1;
});
