import { globSync, readFileSync } from 'node:fs';
import { parseSync, Visitor } from 'vite';
import { describe, expect, it } from 'vitest';
import { ownFile } from '#services/own-files.ts';
import { checkOptions, strict, ToldEvents } from '../support/fake-electron/strict.ts';

const preloads = ['electron/preload-console.ts', 'electron/preload-room.ts'];
const inPreloads: Readonly<Record<string, readonly string[]>> = {
  contextBridge: ['exposeInMainWorld'],
  ipcRenderer: ['invoke', 'on', 'off'],
};

type Used = { readonly file: string; readonly name: string; readonly member: string | null };

/** Every value imported from `electron` and every member taken of it. */
function findUsed(file: string): readonly Used[] {
  const { program, module } = parseSync(file, readFileSync(ownFile(file), 'utf8'));
  const named = new Map<string, string>();
  for (const { moduleRequest, entries } of module.staticImports) {
    if (moduleRequest.value !== 'electron') continue;
    for (const { importName, localName, isType } of entries)
      if (!isType) named.set(localName.value, importName.name ?? importName.kind);
  }
  const used: Used[] = [...named.values()].map((name) => ({ file, name, member: null }));
  new Visitor({
    MemberExpression: ({ object, property }) => {
      const name = object.type === 'Identifier' ? named.get(object.name) : undefined;
      if (name && property.type === 'Identifier') used.push({ file, name, member: property.name });
    },
  }).visit(program);
  return used;
}

const files = globSync('electron/*.ts', { cwd: ownFile() }).map((file) => file.replaceAll('\\', '/'));

describe('The stand-in for Electron', () => {
  it('has every member of electron that the main process uses', async () => {
    const fake = (await import('../support/fake-electron/electron.ts')) as Readonly<Record<string, object>>;
    const used = files.filter((file) => !preloads.includes(file)).flatMap(findUsed);
    expect(used.length).toBeGreaterThan(30);
    const missing = used.filter(({ name, member }) => {
      const held = fake[name];
      return held === undefined || (member !== null && !(member in held));
    });
    expect(missing).toEqual([]);
  });

  it('has every member of electron that the preloads use', () => {
    const missing = preloads
      .flatMap(findUsed)
      .filter(({ name, member }) => !inPreloads[name] || (member !== null && !inPreloads[name].includes(member)));
    expect(missing).toEqual([]);
  });

  it('is all that the main process of the bundle imports beside Node', () => {
    const { module } = parseSync('main.js', readFileSync(ownFile('dist/electron/main.js'), 'utf8'));
    const names = module.staticImports.map(({ moduleRequest }) => moduleRequest.value);
    expect(names.filter((name) => !name.startsWith('node:') && name !== 'module')).toEqual(['electron']);
  });

  it('fails by name for a member, an event and an option that it has not got', () => {
    const app = strict('app', { quit: () => {} });
    expect(() => (app as unknown as Record<string, unknown>).relaunch).toThrow('app.relaunch is not in the fake');
    expect(() => app.quit()).not.toThrow();
    const events = new ToldEvents('screen', ['display-added']);
    expect(() => events.on('display-changed', () => {})).toThrow('"display-changed" of screen is not in the fake');
    expect(() => events.on('display-added', () => {})).not.toThrow();
    expect(() => checkOptions('BrowserWindow', { kiosk: true }, ['show'])).toThrow('kiosk');
  });
});
