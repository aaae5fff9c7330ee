import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { ownFile } from '#services/own-files.ts';
import { loadPageFiles, type PageFiles } from '#services/pages/page-files.ts';

let pages: { readonly console: PageFiles; readonly room: PageFiles };
let madeOf: Readonly<Record<string, readonly string[]>>;
beforeAll(async () => {
  const loaded = await loadPageFiles(ownFile('dist'), 'renderer');
  if (!loaded.ok) throw new Error(loaded.problem.message);
  pages = loaded.value;
  madeOf = JSON.parse(await readFile(ownFile(join('dist', 'modules.json')), 'utf8'));
});

/** Every module in a script the page can reach; by package where it is not ours. */
const modulesOf = (files: PageFiles) =>
  new Set(
    [...files.keys()]
      .flatMap((address) => madeOf[address.slice(1)] ?? [])
      .map((module) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(module)?.[1] ?? module),
  );

describe('What the room’s window can load', () => {
  it('is made of the room, the parts it shares, and core: nothing of the console, no store, no request', () => {
    const room = [...modulesOf(pages.room)];
    const ours = room.filter((module) => module.includes('/'));
    expect(ours).toContain('renderer/room/main.tsx');
    const allowed =
      /^(renderer\/room(\.html|\/)|renderer\/parts\/|core\/|@fontsource-variable\/|rolldown\/runtime\.js)/;
    expect(ours.filter((module) => !allowed.test(module))).toEqual([]);
    const packages = room.filter((module) => !module.includes('/'));
    expect(packages.sort()).toEqual(['react', 'react-dom', 'scheduler']);
  });

  it('is told from the console’s by the same list', () => {
    const console = [...modulesOf(pages.console)];
    expect(console.some((module) => module.startsWith('renderer/console/'))).toBe(true);
    expect(console).toContain('zustand');
  });

  it('is at most 105 kB, packed, without its fonts', () => {
    const texts = [...pages.room].filter(([, { type }]) => /javascript|css/.test(type));
    const packed = texts.reduce((sum, [, { bytes }]) => sum + gzipSync(bytes).length, 0);
    expect(texts.length).toBeGreaterThan(1);
    expect(packed).toBeLessThan(105_000);
  });
});
