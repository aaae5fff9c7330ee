import { spawnSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { ownFile } from '#services/own-files.ts';

const sources = '{contract,core,services,electron,browser,renderer,build}/**/*.{ts,tsx,css,html,mjs}';

/** Before the first test: the bundles that the tests drive are those of this very source. Quiet when nothing changed. */
export function setup(): void {
  const built = statSync(ownFile('dist/electron/index_bg.wasm'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const newest = Math.max(...globSync(sources, { cwd: ownFile() }).map((file) => statSync(ownFile(file)).mtimeMs));
  if (newest < built) return;
  const { status, stderr } = spawnSync(process.execPath, [ownFile('build/build.mjs')], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The bundles could not be built: ${stderr}`);
}
