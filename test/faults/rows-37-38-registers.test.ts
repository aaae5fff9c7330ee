import { mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { badBytes, savedElsewhere } from '../support/faults/bad-input.ts';
import { countTrials } from '../support/faults/count-trials.ts';
import { documentNames, documentPaths, makeDocumentsWorkspace, openGenerations } from '../support/faults/documents.ts';
import { openMuster } from '../support/open-muster.ts';

const trials = countTrials('37, 38', import.meta.filename, 40);

let workspace: string;
let notices: string[];
beforeEach(async () => {
  workspace = await makeDocumentsWorkspace();
  notices = [];
  for (const name of documentNames) {
    const opened = await openGenerations(name, workspace, () => {});
    for (const generation of [1, 2]) await opened.save(generation);
  }
});

type Name = (typeof documentNames)[number];
const pathOf = (name: Name) => join(workspace, documentPaths[name]);
/** No record: a plan is typed again, and so is half a sentence. */
const begunAnew: ReadonlySet<Name> = new Set<Name>(['plan', 'notes']);

const open = (name: Name) => openGenerations(name, workspace, (notice) => notices.push(notice));

/** All quarantined bytes of the workspace. */
async function findKept(): Promise<readonly Buffer[]> {
  const folders = [join(workspace, 'quarantine'), join(workspace, 'exercises/2026-sample/quarantine')];
  const names = await Promise.all(
    folders.map(async (folder) => (await readdir(folder).catch(() => [])).map((name) => join(folder, name))),
  );
  return Promise.all(names.flat().map((path) => readFile(path)));
}

describe.each(documentNames)('Row 37, a damaged %s', (name) => {
  it.each(badBytes)(
    'that is %s gives the version before it, says so with its path, and keeps the bytes',
    async (what, spoil) => {
      const bytes = spoil(await readFile(pathOf(name)));
      await writeFile(pathOf(name), bytes);
      const opened = await open(name);
      expect([what, await opened.read()]).toEqual([what, 1]);
      expect(notices).toEqual([
        expect.stringContaining(`${pathOf(name)} is damaged; its bytes are kept in ${workspace}`),
      ]);
      expect(notices[0]).toContain('The version saved before it is used.');
      expect((await findKept()).some((kept) => kept.equals(bytes))).toBe(true);
      await opened.save(3);
      expect(await (await open(name)).read()).toBe(3);
      trials.count('damaged documents');
    },
  );

  it.each(savedElsewhere)('saved by another program %s is read, with a word', async (_, spoil) => {
    await writeFile(pathOf(name), spoil(await readFile(pathOf(name))));
    expect(await (await open(name)).read()).toBe(2);
    expect(notices).toEqual([`${pathOf(name)} was saved by another program. What it says is unchanged.`]);
    trials.count('documents saved elsewhere');
  });

  it('whose place is taken by a folder, or by a link to nothing, gives the version before it', async () => {
    await rm(pathOf(name));
    await mkdir(pathOf(name));
    const opened = await open(name);
    expect([await opened.read(), notices]).toEqual([
      1,
      [`${pathOf(name)} is a folder, where a file belongs. The version saved before it is used.`],
    ]);
    await expect(opened.save(3)).rejects.toThrow('could not be saved: there is a folder of that name (EISDIR)');
    await rm(pathOf(name), { recursive: true });
    await symlink(join(workspace, 'nowhere'), pathOf(name));
    notices = [];
    expect([await (await open(name)).read(), notices]).toEqual([
      1,
      [`${pathOf(name)} is a link to a file that is not there. The version saved before it is used.`],
    ]);
    trials.count('places taken', 2);
  });

  it('that is a link to the real one is read and saved, and the one elsewhere stays as it was', async () => {
    const elsewhere = join(workspace, 'elsewhere.json');
    await rename(pathOf(name), elsewhere);
    await symlink(elsewhere, pathOf(name));
    const before = await readFile(elsewhere);
    const opened = await open(name);
    expect(await opened.read()).toBe(2);
    await opened.save(3);
    expect(await (await open(name)).read()).toBe(3);
    expect(await readFile(elsewhere)).toEqual(before);
    trials.count('places taken');
  });

  it('that is another document is damaged: its content does not fit', async () => {
    const other = name === 'plan' ? 'notes' : 'plan'; // both of the first format
    await writeFile(pathOf(name), await readFile(pathOf(other)));
    expect([await (await open(name)).read(), notices]).toEqual([
      1,
      [expect.stringContaining('is damaged; its bytes are kept')],
    ]);
    trials.count('damaged documents');
  });

  it('that cannot be kept apart is left as it is, and nothing is written over it', async () => {
    await writeFile(pathOf(name), 'damaged');
    const quarantine = join(name === 'notes' ? dirname(pathOf(name)) : workspace, 'quarantine');
    await writeFile(quarantine, 'a file');
    const opened = await open(name).catch((problem: Error) => problem.message);
    const words = expect.stringMatching(
      /is damaged, and its bytes could not be kept in .*quarantine: there is a file of that name \(EEXIST\)\. It was left as it is\./,
    );
    if (name === 'notes')
      expect(notices).toEqual([words]); // another file takes the notes
    else expect(opened).toEqual(words);
    expect(await readFile(pathOf(name), 'utf8')).toBe('damaged');
    trials.count('damaged documents');
  });

  it('in both its generations is an error in words, and both stay, or is begun anew where it is of no record', async () => {
    const previous = pathOf(name).replace('.json', '.prev.json');
    for (const path of [pathOf(name), previous]) await writeFile(path, `damaged ${path}`);
    const opened = await open(name).catch((problem: Error) => problem.message);
    if (begunAnew.has(name)) {
      expect(notices).toEqual([expect.stringContaining('It is begun anew.')]);
      expect((await findKept()).map(String).sort()).toEqual(
        [pathOf(name), previous].map((path) => `damaged ${path}`).sort(),
      );
    } else expect(opened).toEqual(expect.stringContaining('There is no earlier version: restore it from a backup.'));
    for (const path of [pathOf(name), previous]) expect(await readFile(path, 'utf8')).toBe(`damaged ${path}`);
    trials.count('damaged documents');
  });

  it('that was damaged while it was open is kept apart before it is written over', async () => {
    const opened = await open(name);
    await writeFile(pathOf(name), 'damaged meanwhile');
    await opened.save(3);
    expect((await findKept()).map(String)).toContain('damaged meanwhile');
    expect(notices).toEqual([expect.stringContaining('is damaged; its bytes are kept in')]);
    expect(await (await open(name)).read()).toBe(3);
    trials.count('damaged documents');
  });
});

describe.each(documentNames)('Row 38, a %s of a newer format', (name) => {
  it('is refused in words and not written over', async () => {
    const newer = `${JSON.stringify({ format: 99, content: 'of tomorrow' })}\n`;
    await writeFile(pathOf(name), newer);
    const opened = await open(name).catch((problem: Error) => problem.message);
    const words = expect.stringContaining(
      `${pathOf(name)} was made by a newer version of Muster. Update Muster to use it.`,
    );
    if (name === 'notes') expect(notices).toEqual([words]);
    else expect(opened).toEqual(words);
    expect(await readFile(pathOf(name), 'utf8')).toBe(newer);
    trials.count('newer documents');
  });
});

describe('Row 37, with a damaged register the application', () => {
  it('opens, and whoever plans is told in words', async () => {
    await writeFile(pathOf('plan'), 'damaged');
    const { application, notices: told, ask, close } = await openMuster(workspace);
    await ask.load_programme({});
    expect(application.isRunning()).toBe(false);
    expect(told.every(({ type }) => type !== 'trouble')).toBe(true);
    await close();
    trials.count('damaged documents');
  });
});
