import { hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** Every folder and file below, files with the hash of their bytes: equal when nothing was changed, made or removed. */
export async function readTree(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const lines = entries.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    const content = entry.isFile() ? hash('sha256', await readFile(path)) : 'folder';
    return `${relative(root, path)}: ${content}`;
  });
  return (await Promise.all(lines)).sort();
}
