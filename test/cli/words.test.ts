import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { muster, musterHere } from '../support/muster.ts';

const root = join(import.meta.dirname, '../..');
const play = ['play', 'absent.yaml', '--captures', 'absent.captures.yaml', '--out', 'nowhere'];

describe('The command line', () => {
  test.each([
    ['an empty --out', ['demo', '--out', ''], '--out is empty; give it a value.'],
    ['an empty --out after =', ['demo', '--out='], '--out is empty; give it a value.'],
    ['an empty --workspace', ['verify', '--all', '--workspace', ''], '--workspace is empty; give it a value.'],
    ['empty --captures', ['play', 'x', '--captures', '', '--out', 'y'], '--captures is empty; give it a value.'],
    ['--out given twice', [...play, '--out=other'], '--out is given more than once; give it once.'],
    ['--workspace given twice', ['check', '--workspace=a', '--workspace', 'b', 'x'], '--workspace is given more than'],
    ['an unknown option', [...play, '--jsn'], 'There is no option --jsn. The options are --'],
    ['an option without its value', ['demo', '--out'], '--out needs a value after it.'],
    ['an option in place of a value', ['demo', '--out', '--workspace'], '--out needs a value after it.'],
    ['a value where none belongs', ['demo', '--json=yes'], '--json takes no value.'],
  ])('refuses %s as wrong usage', async (_, args, says) => {
    const { code, stdout, stderr } = await musterHere(...args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(says);
  });

  test.each([
    [['verify', '--json'], 'Name one EXERCISE, or use --all.'],
    [['demo', '--out', '--json'], '--out needs a value after it.'],
    [['restore', '--jsn', '--json'], 'There is no option --jsn. The options are --workspace, --json.'],
    [['verfy', '--json'], 'There is no command verfy.'],
  ])('says wrong usage as JSON too: %j', async (args, problem) => {
    const { code, stdout, stderr } = await musterHere(...args);
    expect([code, JSON.parse(stdout)]).toEqual([2, { ok: false, problems: [problem] }]);
    expect(stderr).toContain(problem);
  });

  test('takes --json twice', async () => {
    expect((await muster('check', 'absent.yaml', '--json', '--json')).code).toBe(1);
  });

  test('prints its version', async () => {
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    expect(await muster('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('says with --json what failed, a problem per line of stderr', async () => {
    const workspace = await mkdtemp(join(tmpdir(), 'muster-words-'));
    for (const args of [play, ['metrics', 'absent'], ['export', 'absent', '--out', 'nowhere'], ['verify', 'absent']]) {
      const { code, stdout, stderr } = await musterHere(...args, '--workspace', workspace, '--json');
      expect(code).toBe(1);
      expect(JSON.parse(stdout)).toEqual({ ok: false, problems: stderr.trimEnd().split('\n') });
      expect((await musterHere(...args, '--workspace', workspace)).stdout).toBe('');
    }
  });
});
