import { globSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { build } from 'vite';
import { ownFile } from '#services/own-files.ts';
import { buildWhenStale } from '../../build/build-when-stale.mjs';
import { bridgeFile } from './open-console.ts';

const bridgeSources = '{contract,core,test/support}/**/*.ts';

/** Before the first test: the bundles that the tests drive are those of this very source. Quiet when nothing changed. */
export async function setup(): Promise<void> {
  buildWhenStale(process.execPath); // as everything else does that needs them: none builds them anew under another
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
