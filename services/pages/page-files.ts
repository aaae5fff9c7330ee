import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fail, type Outcome, succeed } from '#core/outcome.ts';

export type PageFile = { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> };
/** By address. What is not in here does not exist, whatever lies on the disk. */
export type PageFiles = ReadonlyMap<string, PageFile>;

const typeOf: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Reads a shell's pages of both roles into memory; each role has its page and what that page reaches, nothing more. */
export async function loadPageFiles(
  dist: string,
  shell: 'browser' | 'renderer',
): Promise<Outcome<{ readonly console: PageFiles; readonly room: PageFiles }>> {
  try {
    const built = new Map([
      ...(await readFolder(join(dist, shell), '/')),
      ...(await readFolder(join(dist, 'renderer/assets'), '/assets/')),
    ]);
    return succeed({ console: takeReached(built, '/console.html'), room: takeReached(built, '/room.html') });
  } catch (problem) {
    const reason = problem instanceof Error && 'code' in problem ? String(problem.code) : 'damaged';
    return fail({
      code: 'pages_not_built',
      message: `Muster's pages cannot be read: ${dist} (${reason}).`,
      hint: 'Build them with "npm run build", then try again.',
    });
  }
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
  if (!first) throw new Error(`${page} is missing`);
  const taken = new Map([['/', first]]);
  for (const { type, bytes } of taken.values()) {
    if (!type.includes('charset')) continue;
    const text = new TextDecoder().decode(bytes);
    for (const [address, file] of built) {
      if (!address.endsWith('.html') && text.includes(address.slice(address.lastIndexOf('/') + 1)))
        taken.set(address, file);
    }
  }
  return taken;
}
