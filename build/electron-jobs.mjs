// The desktop's bundles: main process and workers (one ES module each, everything in it but Electron), two preloads.
import { copyFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { root } from './setup.mjs';

const outDir = join(root, 'dist/electron');
const wasm = ['@resvg/resvg-wasm/index_bg.wasm'];
const common = { configFile: false, logLevel: 'warn', root };

/** For Node, complete: no package is shipped. */
function nodeJob(entry, name) {
  return {
    ...common,
    build: {
      ssr: join(root, entry),
      outDir,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: { external: ['electron'], output: { format: 'es', entryFileNames: `${name}.js` } },
    },
    ssr: { noExternal: true, target: 'node' },
  };
}

/** A sandboxed preload can be CommonJS only. */
function preloadJob(name) {
  return {
    ...common,
    build: {
      lib: { entry: join(root, `electron/${name}.ts`), formats: ['cjs'], fileName: () => `${name}.cjs` },
      outDir,
      emptyOutDir: false,
      target: 'chrome146',
      minify: false,
      rolldownOptions: { external: ['electron'] },
    },
  };
}

export const electronJobs = [
  nodeJob('electron/main.ts', 'main'),
  nodeJob('services/export/documents-worker.ts', 'documents-worker'),
  nodeJob('services/pack/pack-worker.ts', 'pack-worker'),
  nodeJob('services/backup/backup-worker.ts', 'backup-worker'),
  nodeJob('services/scorecard/scorecard-worker.ts', 'scorecard-worker'),
  preloadJob('preload-console'),
  preloadJob('preload-room'),
];

/** What a bundle reads beside itself. */
export function copyWasm() {
  mkdirSync(outDir, { recursive: true });
  for (const name of wasm) copyFileSync(createRequire(import.meta.url).resolve(name), join(outDir, basename(name)));
}
