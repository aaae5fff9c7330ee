// `npm run faults`: the same files as in `npm test`, with every state instead of a sample, and what they tried as a table.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildWhenStale } from './build-when-stale.mjs';
import { orExplain, root, setUp } from './setup.mjs';
import { setUpCompiler } from './setup-debian.mjs';

await orExplain(() => {
  const node = setUp();
  setUpCompiler();
  buildWhenStale(node);
  const folder = mkdtempSync(join(tmpdir(), 'muster-faults-'));
  const tally = join(folder, 'tally.jsonl');
  const files = process.argv.slice(2);
  const args = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=dot'];
  const { status } = spawnSync(node, [...args, ...(files.length > 0 ? files : ['test/faults'])], {
    cwd: root,
    env: { ...process.env, PATH: `${dirname(node)}:${process.env.PATH}`, FAULTS_DEEP: '1', FAULTS_TALLY: tally },
    stdio: 'inherit',
  });
  const rows = existsSync(tally)
    ? readFileSync(tally, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [];
  rmSync(folder, { recursive: true, force: true });
  rows.sort((one, other) => Number.parseInt(one.row, 10) - Number.parseInt(other.row, 10));
  console.log('| row | test file | trials | seconds | lost |\n|---|---|---:|---:|---:|');
  for (const { row, file, trials, seconds, lost } of rows)
    console.log(`| ${row} | ${file} | ${trials} | ${seconds} | ${lost} |`);
  const sum = (key) => rows.reduce((total, found) => total + found[key], 0);
  console.log(`| all | | ${sum('trials')} | ${Math.round(sum('seconds'))} | ${sum('lost')} |`);
  process.exitCode = status === 0 && rows.length > 0 && sum('lost') === 0 ? 0 : 1;
});
