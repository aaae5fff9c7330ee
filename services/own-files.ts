import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** In a bundle this file is part of `dist/electron/*.js`, and what it needs lies beside it. */
const isBundled = !import.meta.filename.endsWith('.ts');

/** A file of the project itself, from source and from a bundle: both lie under the folder with our package.json. */
export function ownFile(...names: readonly string[]): string {
  return join(findRoot(import.meta.dirname), ...names);
}

/** The code of a worker, by its path in the project without `.ts`. Each has a job of its own in the build. */
export function workerFile(path: string): URL {
  return pathToFileURL(isBundled ? join(import.meta.dirname, `${basename(path)}.js`) : ownFile(`${path}.ts`));
}

/** A package's wasm, by its import name. The build copies it beside the bundle, where no package is. */
export function wasmFile(name: string): string {
  return isBundled ? join(import.meta.dirname, basename(name)) : createRequire(import.meta.url).resolve(name);
}

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error('The folder of Muster itself was not found');
  return findRoot(above);
}
