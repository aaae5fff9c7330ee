// Builds dist/ when it is older than its sources, once, however many ask at the same time. Quiet when nothing is to do.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, SetUpProblem, tell, withLock } from './setup.mjs';

const sources = [
  'renderer',
  'browser/page',
  'electron',
  'contract',
  'core',
  'services',
  'build/build.mjs',
  'build/electron-jobs.mjs',
];
const stamp = join(root, 'dist/.muster-build');

/** Makes sure that dist/ is what the sources say. @param {string} node a Node that can run the build */
export function buildWhenStale(node) {
  if (isFresh()) return;
  withLock(() => {
    if (isFresh()) return; // another start built it while this one waited
    tell('Building the windows…');
    const wanted = hashSources();
    rmSync(stamp, { force: true }); // a build that is cut off is built again
    const { status, stdout, stderr } = spawnSync(node, [join(root, 'build/build.mjs')], {
      cwd: root,
      encoding: 'utf8',
    });
    if (status !== 0) {
      process.stderr.write(`${stdout}${stderr}\n`);
      throw new SetUpProblem(
        'The windows could not be built: see above. After a change of yours, "npm run check" says where.',
      );
    }
    mkdirSync(join(root, 'dist'), { recursive: true });
    writeFileSync(`${stamp}-${process.pid}`, wanted);
    renameSync(`${stamp}-${process.pid}`, stamp);
  });
}

function isFresh() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashSources();
}

function hashSources() {
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', ...sources.flatMap(listFiles)]) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function listFiles(name) {
  const path = join(root, name);
  if (!existsSync(path)) return [];
  if (name.endsWith('.mjs')) return [name];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
    .sort();
}

if (process.argv[1] === import.meta.filename) {
  const { orExplain, setUp } = await import('./setup.mjs');
  await orExplain(() => buildWhenStale(setUp()));
}
