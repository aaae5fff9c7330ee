import { spawnSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { build } from 'vite';
import { ownFile } from '#services/own-files.ts';
import { bridgeFile } from './open-console.ts';

const sources = '{contract,core,services,electron,browser,renderer,build}/**/*.{ts,tsx,css,html,mjs}';
const bridgeSources = '{contract,core,test/support}/**/*.ts';

/** Before the first test: the bundles that the tests drive are those of this very source. Quiet when nothing changed. */
export async function setup(): Promise<void> {
  if (isOlder('dist/electron/index_bg.wasm', sources)) {
    const { status, stderr } = spawnSync(process.execPath, [ownFile('build/build.mjs')], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`The bundles could not be built: ${stderr}`);
  }
  if (isOlder(bridgeFile, bridgeSources)) await buildBridge();
}

function isOlder(built: string, from: string): boolean {
  const newest = Math.max(...globSync(from, { cwd: ownFile() }).map((file) => statSync(ownFile(file)).mtimeMs));
  return newest >= (statSync(ownFile(built), { throwIfNoEntry: false })?.mtimeMs ?? 0);
}

/** An application in memory, as a script of its own before the console's. */
async function buildBridge(): Promise<void> {
  const entry = ownFile('test/support/console-page/bridge.ts');
  const lib = { entry, formats: ['iife' as const], name: 'bridge', fileName: () => basename(bridgeFile) };
  const outDir = ownFile(dirname(bridgeFile));
  await build({
    configFile: false,
    logLevel: 'error',
    root: ownFile(),
    build: { outDir, emptyOutDir: true, target: 'chrome146', lib },
  });
}
