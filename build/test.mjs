// `npm test`: sets up what the tests need, runs them all, and counts from the runner's own results.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildWhenStale } from './build-when-stale.mjs';
import { orExplain, root, setUp } from './setup.mjs';
import { setUpChromium, setUpCompiler, setUpOffice } from './setup-debian.mjs';

await orExplain(() => {
  const node = setUp();
  setUpOffice();
  setUpChromium();
  setUpCompiler();
  buildWhenStale(node);
  const folder = mkdtempSync(join(tmpdir(), 'muster-test-'));
  const report = join(folder, 'results.json');
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const args = [
    vitest,
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ];
  const env = { ...process.env, PATH: `${dirname(node)}:${process.env.PATH}` };
  const { status } = spawnSync(node, args, { cwd: root, env, stdio: 'inherit' });
  const counted = existsSync(report)
    ? count(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 1, skipped: 0 };
  rmSync(folder, { recursive: true, force: true });
  if (status !== 0 && counted.failed === 0) counted.failed = 1; // an error outside any test
  const skipped = counted.skipped > 0 ? `, ${counted.skipped} skipped` : '';
  console.log(`${counted.passed} passed, ${counted.failed} failed${skipped}`);
  process.exitCode = status === 0 && counted.failed === 0 && counted.passed > 0 ? 0 : 1;
});

/** A file that did not load has no tests in the results: it counts as one failure. */
function count({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length, skipped: numPendingTests + numTodoTests };
}
