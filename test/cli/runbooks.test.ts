import { mkdtemp, readdir, readFile, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { runAddRunbook } from '#cli/commands/runbooks.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-runbooks-'));
});

const text = '1. Block sign-in.\n2. Revoke keys.\n';
const add = (file: string, about: Readonly<Record<string, string>> = {}) =>
  runAddRunbook({
    workspace: join(folder, 'ws'),
    json: false,
    file: join(folder, file),
    about: { id: 'RB-03', version: '4.2', ...about },
  });
const readKept = () => readFile(join(folder, 'ws/runbooks/RB-03/4.2.md'), 'utf8');

async function put(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content);
  return name;
}

describe('A runbook that is taken in', () => {
  it('may be plain text, which is kept as Markdown, and that is said', async () => {
    expect(await add(await put('RB-03.txt', text))).toEqual({
      exitCode: 0,
      stdout: 'RB-03 4.2: taken in, 2 steps recognised.',
      stderr: 'RB-03.txt is plain text; it was taken in as Markdown (.md), word for word.',
    });
    expect(await readKept()).toBe(text);
  });

  it('may be behind a link: what it leads to is copied', async () => {
    await put('original.md', text);
    await symlink('original.md', join(folder, 'RB-03.md'));
    expect(await add('RB-03.md')).toMatchObject({ exitCode: 0 });
    await put('original.md', 'changed');
    expect(await readKept()).toBe(text);
  });
});

describe('What is refused', () => {
  const utf16 = Buffer.from(text, 'utf16le');
  it.each([
    ['a PDF', 'RB-03.pdf', Buffer.from('%PDF-1.7'), 'RB-03.pdf is a PDF. '],
    ['UTF-16 without a mark', 'RB-03.txt', utf16, 'RB-03.txt is text in UTF-16. '],
    ['UTF-16 the other way round', 'RB-03.md', Buffer.from(utf16).swap16(), 'RB-03.md is text in UTF-16. '],
    [
      'encrypted Word',
      'RB-03.docx',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'RB-03.docx is encrypted, or saved by a Word before 2007. ',
    ],
  ])('%s: in a sentence that says what to do, and nothing is kept', async (_, name, content, message) => {
    const { exitCode, stdout, stderr } = await add(await put(name, content));
    expect([exitCode, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`${message}Nothing was taken in; the register is as it was. `);
    expect(await readdir(join(folder, 'ws'))).not.toContain('runbooks');
  });

  it('a file of any size, without reading it', async () => {
    await put('RB-03.md', text);
    await truncate(join(folder, 'RB-03.md'), 2 ** 41);
    expect((await add('RB-03.md')).stderr).toContain('RB-03.md has 2199024 MB; a runbook may have 10. Nothing was');
  });

  it('a link that leads nowhere, or to a folder', async () => {
    await symlink('nowhere', join(folder, 'RB-03.md'));
    await symlink('.', join(folder, 'RB-04.md'));
    for (const [name, why] of [
      ['RB-03.md', 'does not exist'],
      ['RB-04.md', 'is a folder'],
    ] as const) {
      const { exitCode, stderr } = await add(name);
      expect([exitCode, stderr]).toEqual([1, expect.stringMatching(`${name} cannot be read: .*${why}.*Nothing was`)]);
    }
  });

  it('a day of approval that is still to come', async () => {
    const name = await put('RB-03.md', text);
    const { exitCode, stderr } = await add(name, { approved_on: '2999-01-31' });
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringMatching(
        /^RB-03 4\.2 cannot be approved on 2999-01-31: today is \d{4}-\d\d-\d\d\. Nothing was taken in/,
      ),
    ]);
    expect(await add(name, { approved_on: '2026-01-31' })).toMatchObject({ exitCode: 0 });
  });
});
