// Bundles: the two windows' pages, the browser shell's bridges, Electron's main process and preloads. Plain Vite, one script.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { copyWasm, electronJobs } from './electron-jobs.mjs';
import { root } from './setup.mjs';

process.env.NODE_ENV = 'production'; // Vitest sets "test", and React's development build would be bundled

const common = { configFile: false, logLevel: 'warn' };
const target = 'chrome146';

const renderer = {
  ...common,
  root: join(root, 'renderer'),
  base: './',
  plugins: [react(), listModules()],
  build: {
    outDir: join(root, 'dist/renderer'),
    emptyOutDir: true,
    target,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0, // a font in a data: address is none of our own files
    rolldownOptions: { input: [join(root, 'renderer/console.html'), join(root, 'renderer/room.html')] },
  },
};

/** Which of our files and packages each built file is made of, for the test that keeps the console out of the room. */
function listModules() {
  return {
    name: 'list-modules',
    writeBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
      const made = chunks.map(({ fileName, moduleIds }) => [
        fileName,
        moduleIds.map((id) => relative(root, id.replace(/^\0/, ''))),
      ]);
      writeFileSync(join(root, 'dist/modules.json'), JSON.stringify(Object.fromEntries(made)));
    },
  };
}

/** A bridge is a classic script of its own, so that it has run before the page's module looks for it. */
const bridge = (role) => ({
  ...common,
  root,
  build: {
    outDir: join(root, 'dist/browser'),
    emptyOutDir: false,
    target,
    lib: {
      entry: join(root, `browser/page/${role}-bridge.ts`),
      formats: ['iife'],
      name: 'bridge',
      fileName: () => `${role}-bridge.js`,
    },
  },
});

/** Everything Vite builds, one entry a bundle. */
const jobs = [renderer, bridge('console'), bridge('room'), ...electronJobs];

/** The windows' pages again, with the bridge before the main script; the rest they share with the desktop. */
function writeBrowserPages() {
  mkdirSync(join(root, 'dist/browser'), { recursive: true });
  for (const role of ['console', 'room']) {
    const page = readFileSync(join(root, `dist/renderer/${role}.html`), 'utf8');
    const added = `<link rel="icon" href="data:," />\n    <script src="./${role}-bridge.js"></script>\n    <script`;
    writeFileSync(join(root, `dist/browser/${role}.html`), page.replace('<script', added));
  }
}

/** Builds all of it. */
export async function buildAll() {
  for (const job of jobs) await build(job);
  writeBrowserPages();
  copyWasm();
}

if (process.argv[1] === import.meta.filename) await buildAll();
