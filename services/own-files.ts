import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file of the project itself, from source and from a bundle: both lie under the folder with our package.json. */
export function ownFile(...names: readonly string[]): string {
  return join(findRoot(import.meta.dirname), ...names);
}

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error('The folder of Muster itself was not found');
  return findRoot(above);
}
