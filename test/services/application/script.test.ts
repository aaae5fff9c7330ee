import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ScriptCheck } from '#contract/programme.ts';
import { copyScript } from '#services/application/copy-script.ts';
import { describeWorkspace } from '#services/saving/workspace.ts';
import { loadScenario } from '#services/scenario/load-scenario.ts';
import { need, newWorkspace, openMuster, silentShell } from '../../support/open-muster.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/scripts');
const base = await readFile(join(fixtures, 'base.yaml'), 'utf8');
const bundled = join(import.meta.dirname, '../../../scenarios/q2-ransomware.yaml');
let workspace: string;
let own: string;
let opened: string[];
let muster: Awaited<ReturnType<typeof openMuster>>;

beforeEach(async () => {
  workspace = await newWorkspace();
  own = join(workspace, 'scenarios/own.yaml');
  opened = [];
  const openFile = async (file: string) => opened.push(file) > 0;
  muster = await openMuster(workspace, undefined, { ...silentShell, openFile });
});
afterEach(() => muster.close());

async function write(text: string) {
  await mkdir(join(workspace, 'scenarios'), { recursive: true });
  await writeFile(own, text);
  await writeFile(join(workspace, 'scenarios/hosts.csv'), await readFile(join(fixtures, 'hosts.csv')));
}

async function check(known: string | null = null, script = 'own'): Promise<ScriptCheck | null> {
  return need(await muster.ask.check_script({ script, known })).check;
}

describe('The check of a script', () => {
  it('tells every finding with its place, the part it is about and the lines around it', async () => {
    await write(base.replace('title: "Is it material?"', `title: "${'Is it material? '.repeat(5)}"`));
    const found = await check();
    const { diagnostics } = await loadScenario(own);
    expect(found?.findings.map(({ line, column, message }) => [line, column, message])).toEqual(
      diagnostics.map(({ line, column, message }) => [line, column, message]),
    );
    const finding = found?.findings.find(({ message }) => message.startsWith('title'));
    expect(finding).toMatchObject({ level: 'warning', about: { part: 'inject', id: 'B-020' } });
    const { line = 0, excerpt } = finding ?? {};
    expect(excerpt?.lines[line - (excerpt?.from ?? 0)]).toBe(`    title: "${'Is it material? '.repeat(5)}"`);
    expect(found).toMatchObject({ file: own, isOwn: true, isPlayable: true });
  });

  it('is told anew only once the file has changed', async () => {
    await write(base);
    const before = await check();
    expect(await check(before?.stamp)).toBeNull();
    await write(base.replace('"Is it material?"', '"Is it?"'));
    const after = await check(before?.stamp);
    expect(after?.scenario?.injects[1]?.title).toBe('Is it?');
    expect(await check(after?.stamp)).toBeNull();
  });

  it('is told anew when an attachment beside the script is gone', async () => {
    await write(base);
    const before = await check();
    await rm(join(workspace, 'scenarios/hosts.csv'));
    const after = await check(before?.stamp);
    expect(after?.findings).toMatchObject([{ level: 'error', message: 'file: attachment hosts.csv does not exist' }]);
  });

  it('shows a script that can be read and not be played', async () => {
    await write(base.replace('id: B-020', 'id: B-010'));
    const found = await check();
    expect(found?.isPlayable).toBe(false);
    expect(found?.scenario?.injects.slice(0, 2).map(({ id }) => id)).toEqual(['B-010', 'B-010']);
    expect(found?.findings.find(({ level }) => level === 'error')?.about).toEqual({
      part: 'inject',
      id: 'B-010',
      nth: 2,
    });
  });

  it('of a script that was broken while open names the error and its line, and the script stays listed', async () => {
    await write(base);
    const before = await check();
    await write(base.replace('title: "Is it material?"', 'title: "Is it material?'));
    const broken = await check(before?.stamp);
    expect(broken).toMatchObject({ scenario: null, isPlayable: false });
    const { line = 0, excerpt } = broken?.findings[0] ?? {};
    expect(excerpt?.lines[line - (excerpt?.from ?? 0)]).toBeTypeOf('string');
    const { scripts } = need(await muster.ask.load_programme({}));
    const trouble = scripts.find(({ script }) => script === 'own')?.trouble;
    expect(trouble).toBe(`Line ${line}: ${broken?.findings[0]?.message}.`);
  });

  it('says where a file is none of text', async () => {
    await write('');
    await writeFile(own, Buffer.from([0x61, 0x0a, 0xff, 0xfe]));
    const [finding] = (await check())?.findings ?? [];
    expect(finding).toMatchObject({ line: 2, column: 1, message: 'the file is not UTF-8 text; save it as UTF-8' });
    expect(finding?.excerpt?.lines[0]).toBe('a');
  });

  it('of a script that is gone says so', async () => {
    await write(base);
    await rm(own);
    expect(await muster.ask.check_script({ script: 'own', known: null })).toMatchObject({
      problem: { code: 'unknown_script', message: 'There is no script own.' },
    });
  });
});

describe('A bundled script', () => {
  it('is not opened to be changed, and says that it is copied first', async () => {
    const outcome = await muster.ask.open_script({ script: 'q2-ransomware' });
    expect(outcome).toMatchObject({
      problem: { code: 'bundled_script', hint: expect.stringMatching(/^Copy it into your scripts first/) },
    });
    expect(opened).toEqual([]);
  });

  it('is copied whole into the workspace, listed as one’s own, and opens there', async () => {
    const { file } = need(await muster.ask.copy_script({ script: 'q2-ransomware' }));
    expect(file).toBe(join(workspace, 'scenarios/q2-ransomware.yaml'));
    expect((await readFile(file)).equals(await readFile(bundled))).toBe(true);
    expect(await readdir(join(workspace, 'scenarios'))).toEqual(['q2-ransomware.yaml']);
    expect(await check(null, 'q2-ransomware')).toMatchObject({ file, isOwn: true, isPlayable: true });
    expect(need(await muster.ask.load_programme({})).scripts).toHaveLength(4);
    expect(need(await muster.ask.open_script({ script: 'q2-ransomware' }))).toEqual({ file, opened: true });
    expect(opened).toEqual([file]);
  });

  it('is never copied over a file, also one that came in the same moment', async () => {
    const found = { ...(await loadScenario(bundled)), file: bundled, isOwn: false };
    await mkdir(join(workspace, 'scenarios'));
    const there = join(workspace, 'scenarios/q2-ransomware.yaml');
    await writeFile(there, 'mine');
    for (const outcome of [
      await copyScript(describeWorkspace(workspace), found),
      await muster.ask.copy_script({ script: 'q2-ransomware' }),
    ]) {
      expect(outcome).toMatchObject({ problem: { code: 'already_there', message: `${there} is there already.` } });
    }
    expect(await readFile(there, 'utf8')).toBe('mine');
    expect(await readdir(join(workspace, 'scenarios'))).toEqual(['q2-ransomware.yaml']);
  });

  it('that cannot be copied says why, and leaves nothing', async () => {
    await muster.close();
    await writeFile(join(workspace, 'scenarios'), 'a file, not a folder');
    const found = { ...(await loadScenario(bundled)), file: bundled, isOwn: false };
    const outcome = await copyScript(describeWorkspace(workspace), found);
    expect(outcome).toMatchObject({
      problem: { code: 'not_copied', message: expect.stringContaining('part of the path is a file') },
    });
    expect((await stat(join(workspace, 'scenarios'))).size).toBe(20);
    muster = await openMuster(await newWorkspace());
  });
});
