// Bundles: the two windows' pages, the browser shell's bridges, Electron's main process and preloads. Plain Vite, one script.
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { copyWasm, electronJobs } from './electron-jobs.mjs';
import { root } from './setup.mjs';

process.env.NODE_ENV = 'production'; // Vitest sets "test", and React's development build would be bundled

const common = { configFile: false, logLevel: 'warn' };

const renderer = {
  ...common,
  root: join(root, 'renderer'),
  base: './',
  plugins: [react()],
  build: {
    outDir: join(root, 'dist/renderer'),
    emptyOutDir: true,
    assetsInlineLimit: 0, // a font in a style sheet's own text is not ours to the content security policy
    target: 'chrome146',
    modulePreload: { polyfill: false },
    rolldownOptions: { input: [join(root, 'renderer/console.html'), join(root, 'renderer/room.html')] },
  },
};

/** Builds all of it, or what is named. */
export async function buildAll() {
  for (const job of [renderer, ...electronJobs]) await build(job);
  copyWasm();
}

if (process.argv[1] === import.meta.filename) await buildAll();
