// Takes out one protection at a time, in a copy of the project, and looks whether a test notices.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * @typedef {object} Mutation
 * @property {string} protection what is guarded
 * @property {string} takenOut what the change takes away from it
 * @property {string} file
 * @property {string} find stands exactly once in the file
 * @property {string} put
 * @property {readonly string[]} tests the files that guard it
 * @property {string} [only] of these, the tests with this in their name
 * @property {boolean} [needsBundles] the tests drive what is built
 * @property {number} [timeoutMs] for a change that makes a test wait for ever
 *
 * @typedef {Mutation & { outcome: 'noticed' | 'survived' | 'error', by: string, seconds: number }} Tried
 */

const leftBehind = ['node_modules', '.git', '.ci', 'out', 'coverage', 'docs'];
const config = 'vitest.mutations.config.mjs';
const waitMs = 240_000;

/**
 * One line per mutation goes to `tell`. Throws where the tests are not green before anything is changed.
 * @param {{ project: string, mutations: readonly Mutation[], tell?: (tried: Tried) => void }} asked
 * @returns {Tried[]}
 */
export function tryMutations({ project, mutations, tell = () => {} }) {
  const copy = copyProject(project);
  try {
    proveGreen(copy, mutations);
    return mutations.map((mutation) => {
      const start = performance.now();
      const { outcome, by } = tryOne(copy, mutation);
      const tried = { ...mutation, outcome, by, seconds: (performance.now() - start) / 1_000 };
      tell(tried);
      return tried;
    });
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function copyProject(project) {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'muster-mutations-')));
  const isWanted = (path) => !leftBehind.includes(path.slice(project.length + 1));
  cpSync(project, copy, { recursive: true, preserveTimestamps: true, filter: isWanted });
  mkdirSync(join(copy, '.ci'), { recursive: true }); // what is built there is built under its lock
  symlinkSync(realpathSync(join(project, 'node_modules')), join(copy, 'node_modules'));
  const test = { include: ['test/**/*.test.*'], maxWorkers: 2, testTimeout: 30_000, hookTimeout: 120_000 };
  writeFileSync(join(copy, config), `export default ${JSON.stringify({ cacheDir: join(copy, '.vite'), test })};\n`);
  return copy;
}

function proveGreen(copy, mutations) {
  for (const needsBundles of [false, true]) {
    const group = mutations.filter((mutation) => Boolean(mutation.needsBundles) === needsBundles);
    const tests = [...new Set(group.flatMap((mutation) => mutation.tests))];
    const isNarrow = needsBundles && group.every((mutation) => mutation.only !== undefined); // else every test of the files
    const only = isNarrow ? group.map((mutation) => mutation.only).join('|') : undefined;
    if (tests.length === 0) continue;
    const { failed, said } = runTests(copy, { tests, needsBundles, only });
    if (failed.length > 0 || said !== '')
      throw new Error(`The tests are not green before anything is taken out: ${failed[0] ?? said}`);
  }
}

function tryOne(copy, mutation) {
  const path = join(copy, mutation.file);
  const source = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const found = source.split(mutation.find).length - 1;
  if (found !== 1) return { outcome: 'error', by: `stands ${found} times in ${mutation.file}, not once` };
  writeFileSync(
    path,
    source.replace(mutation.find, () => mutation.put),
  );
  try {
    const { failed, said } = runTests(copy, mutation);
    if (failed[0] !== undefined) return { outcome: 'noticed', by: failed[0] };
    return said === '' ? { outcome: 'survived', by: '' } : { outcome: 'error', by: said };
  } finally {
    writeFileSync(path, source);
  }
}

/** The names of the tests that failed; `said` where something else went wrong, which is no notice. */
function runTests(copy, { tests, only, needsBundles = false, timeoutMs }) {
  const missing = tests.find((file) => !existsSync(join(copy, file)));
  if (missing !== undefined) return { failed: [], said: `there is no ${missing}` };
  const report = join(copy, 'mutations.json');
  rmSync(report, { force: true });
  const args = [
    join(copy, 'node_modules/vitest/vitest.mjs'),
    ...['run', '--bail=1', '--reporter=json', `--outputFile=${report}`],
    ...(needsBundles ? [] : [`--config=${config}`]),
    ...(only === undefined ? [] : [`--testNamePattern=${only}`]),
    ...(timeoutMs === undefined ? [] : [`--testTimeout=${timeoutMs}`]),
    ...tests,
  ];
  const env = { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH}` };
  const ended = spawnSync(process.execPath, args, { cwd: copy, env, encoding: 'utf8', timeout: waitMs });
  if (!existsSync(report)) return { failed: [], said: `the tests did not end: ${(ended.stderr ?? '').slice(-300)}` };
  const results = JSON.parse(readFileSync(report, 'utf8')).testResults;
  const failed = results.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
  );
  const unloaded = results.find(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0);
  const ran = results.some(({ assertionResults }) => assertionResults.some(({ status }) => status === 'passed'));
  if (unloaded) return { failed, said: `${unloaded.name} could not be loaded: ${unloaded.message}` };
  if (failed.length === 0 && (ended.status !== 0 || !ran)) {
    const why = `${ended.stderr ?? ''}${ended.stdout ?? ''}`.trim().slice(-1_000);
    return { failed, said: `it ended with ${ended.status} although no test failed: ${why}` };
  }
  return { failed, said: '' };
}
