// `npm run bench -- [--json FILE] [NAME…]`: sets up and measures every speed promise; exit 1 when one is over its limit.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildWhenStale } from './build-when-stale.mjs';
import { orExplain, root, setUp } from './setup.mjs';
import { setUpChromium } from './setup-debian.mjs';

await orExplain(() => {
  const node = setUp();
  setUpChromium();
  buildWhenStale(node);
  const args = ['--disable-warning=ExperimentalWarning', join(root, 'test/bench/run.ts'), ...process.argv.slice(2)];
  // npm run changes the folder; FILE is relative to where the user stood.
  const from = (process.env.npm_lifecycle_event === 'bench' && process.env.INIT_CWD) || process.cwd();
  const { status } = spawnSync(node, args, { cwd: from, stdio: 'inherit' });
  process.exitCode = status ?? 1;
});
