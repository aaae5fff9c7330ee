import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Role } from './addresses.ts';

export type PageFile = { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** By path. What is not in here does not exist, whatever lies on the disk. */
export type PageFiles = ReadonlyMap<string, PageFile>;

const typeOf: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Reads both windows' pages into memory once; each role has its page and what that page reaches, nothing more. */
export async function loadPageFiles(folder: string): Promise<Readonly<Record<Role, PageFiles>>> {
  const built = new Map([
    ...(await readFolder(folder, '/')),
    ...(await readFolder(join(folder, 'assets'), '/assets/')),
  ]);
  return { console: takeReached(built, '/console.html'), room: takeReached(built, '/room.html') };
}

async function readFolder(folder: string, prefix: string): Promise<readonly (readonly [string, PageFile])[]> {
  const names = (await readdir(folder)).filter((name) => extname(name) in typeOf);
  return Promise.all(
    names.map(async (name) => {
      const type = typeOf[extname(name)] ?? '';
      return [`${prefix}${name}`, { type, bytes: new Uint8Array(await readFile(join(folder, name))) }] as const;
    }),
  );
}

/** The page itself at `/`, then every file whose name stands in a file already taken. */
function takeReached(built: ReadonlyMap<string, PageFile>, page: string): PageFiles {
  const first = built.get(page);
  if (!first) throw new Error(`${page} is missing: build the pages with "npm run build".`);
  const taken = new Map([['/', first]]);
  for (const { type, bytes } of taken.values()) {
    if (!type.includes('charset')) continue;
    const text = new TextDecoder().decode(bytes);
    for (const [path, file] of built) {
      if (!path.endsWith('.html') && text.includes(path.slice(path.lastIndexOf('/') + 1))) taken.set(path, file);
    }
  }
  return taken;
}
