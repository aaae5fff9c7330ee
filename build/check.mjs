// `npm run check`: format, lint, typechecks, import rules, unit tests. Stops at the first that fails.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { orExplain, root, setUp } from './setup.mjs';

const steps = [
  ['format', 'biome', ['format', '.']],
  ['lint', 'biome', ['lint', '--error-on-warnings', '.']],
  ['types of core', 'tsc', ['-p', 'core']],
  ['types', 'tsc', ['-p', '.']],
  ['import rules', null, ['build/import-rules.mjs']],
  ['unit tests', 'vitest', ['run', '--reporter=dot', 'test/core', 'test/services', 'test/cli']],
];

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
