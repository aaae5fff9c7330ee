// `npm run check`: format, lint, typechecks, import rules, unit tests. Stops at the first that fails.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { steps } from './check-steps.mjs';
import { orExplain, root, setUp } from './setup.mjs';

await orExplain(() => {
  const node = setUp();
  const env = { ...process.env, PATH: `${dirname(node)}:${process.env.PATH}` };
  for (const [name, tool, args] of steps) {
    const command = tool ? join(root, 'node_modules/.bin', tool) : node;
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: root,
      env,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (status !== 0) {
      process.stderr.write(`${stdout}${stderr}\n${name}: failed\n`);
      process.exitCode = 1;
      return;
    }
    process.stdout.write(`${name}: clean\n`);
  }
});
