// node run.mjs MAIN …ARGS: the built main process in a process of its own, with the fake for `electron`.
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const fake = new URL('./electron.ts', import.meta.url).href;
registerHooks({
  resolve: (name, context, next) => (name === 'electron' ? { url: fake, shortCircuit: true } : next(name, context)),
});
const { machine, life } = await import('./world.ts');
const { obeyTest } = await import('./control.ts');
const main = resolve(process.argv[2]);
process.argv = [process.execPath, machine.appPath, ...process.argv.slice(3)];
obeyTest();
// As in Electron, the app is ready only once its module has run: a top-level `await app.whenReady()` hangs here too.
await import(pathToFileURL(main).href);
setImmediate(() => life.begin());
