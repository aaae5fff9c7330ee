import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runWording } from '#cli/commands/wording.ts';
import { musterHere } from '../support/muster.ts';

const folder = mkdtempSync(join(tmpdir(), 'muster-wording-'));
afterAll(() => rmSync(folder, { recursive: true }));

function ask(text: string | Buffer, asked: Partial<Parameters<typeof runWording>[0]> = {}) {
  const file = join(folder, 'text.md');
  writeFileSync(file, text);
  return runWording({ file, field: 'body', names: [], json: true, ...asked });
}

describe('muster wording', () => {
  it('prints rule, line, column, words and rewrite, and fails on an error', async () => {
    const { exitCode, stdout } = await ask('It broke.\nThen the analyst should have escalated.\n');
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([
      {
        rule: 'BL-02',
        level: 'error',
        line: 2,
        column: 10,
        text: 'analyst should have',
        rewrite: expect.stringMatching(/T\+14/),
      },
    ]);
  });

  it('succeeds where only advice is left, and where nothing is', async () => {
    expect((await ask('Luckily it held.')).exitCode).toBe(0);
    expect(await ask('It held.')).toMatchObject({ exitCode: 0, stdout: '[]' });
    expect((await ask('It held.', { json: false })).stdout).toBe('Nothing to say differently.');
  });

  it('finds the names it is given, and passes marked lines', async () => {
    const { stdout } = await ask('Priya Nair asked.\nThe admin was careless. lint-ok\n', {
      names: ['Priya Nair'],
      json: false,
    });
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/text\.md:1:1: error BL-08: “Priya Nair”.* Use the role: 'the Incident Commander'/),
    ]);
  });

  it.each([
    ['a file that is no text', Buffer.from([0xff, 0xfe, 0x00]), 'no text in UTF-8'],
    ['a file that is too large', Buffer.alloc(5_000_001, 'a'), 'at most 5000000'],
  ])('refuses %s in words', async (_, bytes, words) => {
    const { exitCode, stderr } = await ask(bytes);
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining(words)]);
  });

  it('refuses a file that is not there, an unknown field, and no file at all', async () => {
    expect((await runWording({ file: join(folder, 'none'), field: 'body', names: [], json: false })).stderr).toContain(
      'no such file',
    );
    expect(await musterHere('wording', 'x', '--field', 'title')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('body, action, external'),
    });
    expect(await musterHere('wording')).toMatchObject({ code: 2, stderr: expect.stringContaining('Name one FILE') });
  });

  it('takes a name more than once, on the real command line', async () => {
    const file = join(folder, 'names.md');
    writeFileSync(file, 'Ana Ruiz asked Bo Lind.');
    const { code, stdout } = await musterHere('wording', file, '--name', 'Ana Ruiz', '--name', 'Bo Lind', '--json');
    expect([code, JSON.parse(stdout).map(({ text }: { text: string }) => text)]).toEqual([1, ['Ana Ruiz', 'Bo Lind']]);
  });
});
