import { cp, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Ended, muster, musterHere } from '../support/muster.ts';

const fixtures = join(import.meta.dirname, '../fixtures/acceptance');
const scenario = join(fixtures, 'exercise.scenario.yaml');
const captures = join(fixtures, 'exercise.captures.yaml');

let folder: string;
let played: Ended;

/** Played once into `ws`; who goes on in it does so in a copy. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-cli-'));
  played = await muster(...wordsFor('ws', 'out')); // by a process of its own; what follows from it is asked in this one
});

async function copyPlayed(name: string): Promise<string> {
  await cp(join(folder, 'ws'), join(folder, name), { recursive: true });
  return join(folder, name);
}

function wordsFor(workspace: string, out: string, file = captures): readonly string[] {
  const folders = ['--out', join(folder, out), '--workspace', join(folder, workspace)];
  return ['play', scenario, '--captures', file, ...folders, '--json'];
}

const play = (...to: Parameters<typeof wordsFor>) => musterHere(...wordsFor(...to));

describe('The worked example, played from the command line', () => {
  test('gives exactly the expected measures', async () => {
    expect(played).toMatchObject({ code: 0, stderr: '' });
    const { stdout } = await musterHere(
      'metrics',
      '2026-exercise-scenario',
      '--json',
      '--workspace',
      join(folder, 'ws'),
    );
    const expected: object = JSON.parse(await readFile(join(fixtures, 'expected-exercise.json'), 'utf8'));
    expect(JSON.parse(stdout)).toMatchObject(expected);
  });

  test('played twice makes two exercises, both whole', async () => {
    await copyPlayed('twice');
    const second = JSON.parse((await play('twice', 'out-2')).stdout);
    expect(second).toMatchObject({ exercise: '2026-exercise-scenario-2', events: 30 });
    const verified = JSON.parse(
      (await musterHere('verify', '--all', '--json', '--workspace', join(folder, 'twice'))).stdout,
    );
    expect(verified).toMatchObject({ ok: true, exercises: [{ events: 30 }, { events: 30, head: second.head }] });
  });

  test('gives no measures once its last entry is gone, and says where', async () => {
    const workspace = await copyPlayed('behind');
    const journal = join(workspace, 'exercises/2026-exercise-scenario/journal-0001.jsonl');
    const lines = (await readFile(journal, 'utf8')).split('\n');
    await writeFile(journal, lines.toSpliced(-2, 1).join('\n'));
    const { code, stderr } = await musterHere('metrics', '2026-exercise-scenario', '--workspace', workspace);
    expect([code, stderr]).toEqual([1, expect.stringContaining('journal-0001.jsonl, line 31 (behind_anchor)')]);
  });

  test('exports the same bytes again', async () => {
    const again = join(folder, 'again');
    await musterHere('export', '2026-exercise-scenario', '--out', again, '--workspace', join(folder, 'ws'));
    const written = await readdir(join(folder, 'out'));
    expect(await readdir(again)).toEqual(written);
    for (const name of written)
      expect(await readFile(join(again, name))).toEqual(await readFile(join(folder, 'out', name)));
  });

  test.each([
    ['an unknown verb', 'release: INJ-01', 'relase: INJ-01', ':13: unknown verb relase'],
    ['an unknown id', 'detected: INJ-01', 'detected: INJ-99', ':14: detected: The script has no such inject: INJ-99.'],
    ['time going backwards', 'at: 15, release', 'at: 3, release', ':16: release: at 3 is before 14'],
    ['a thing the rules refuse', 'detected: INJ-02', 'detected: INJ-04', ':25: detected: This inject is no cue'],
  ])('is refused for %s, and nothing is written', async (_, good, bad, message) => {
    const file = join(folder, 'bad.captures.yaml');
    await writeFile(file, (await readFile(captures, 'utf8')).replace(good, bad));
    const refused = await play('never', 'never-out', file);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain(`bad.captures.yaml${message}`);
    expect(await readdir(folder)).not.toContain('never');
    expect(await readdir(folder)).not.toContain('never-out');
  });

  test('says what is wrong with the words, with exit 2', async () => {
    expect(await muster('play', scenario)).toMatchObject({ code: 2, stdout: '' });
    expect(await muster('pley')).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('muster check', () => {
  const scenarios = join(import.meta.dirname, '../../scenarios');

  test('finds neither errors nor warnings in the four bundled scripts', async () => {
    const files = (await readdir(scenarios))
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => join(scenarios, name));
    expect(files).toHaveLength(4);
    const { code, stdout } = await musterHere('check', '--json', ...files);
    expect([code, JSON.parse(stdout)]).toEqual([0, []]);
  });

  test('finds warnings only in the worked example', async () => {
    const { code, stdout } = await musterHere('check', '--json', scenario);
    const found: { level: string }[] = JSON.parse(stdout);
    expect([code, new Set(found.map(({ level }) => level))]).toEqual([0, new Set(['warning'])]);
    expect(Object.keys(found[0] ?? {})).toEqual(['file', 'line', 'column', 'level', 'message']);
  });

  test.each([
    ['an unknown field', 'title: "Worked example"', 'titel: "Worked example"', '3:1: error: unknown field titel'],
    ['a field of the wrong type', 't: 15', 't: soon', '32:5: error: injects.1.t: found "soon"'],
    [
      'a duplicate key',
      'quarter: Q1',
      'quarter: Q1\nquarter: Q2',
      '5:1: error: the field quarter stands here a second time',
    ],
    ['an unknown role', 'by: SEC, min: 10}', 'by: SEX, min: 10}', ' error: injects.1.expect.0.by: "SEX" is not one of'],
    [
      'a critical task that does not exist',
      'first_action: AC-1',
      'first_action: AC-99',
      'there is no expected action or decision AC-99',
    ],
    ['an unknown clock', '[GDPR-33]', '[GDPR-99]', 'there is no clock GDPR-99'],
    ['an alias', 'body: "Body of INJ-02."', 'body: *other', 'the alias *other is not allowed'],
    [
      'a poisonous key',
      'type: data_breach_exfiltration',
      '__proto__: {}\ntype: x',
      'the field name __proto__ is not allowed',
    ],
  ])('names %s with its place', async (_, good, bad, message) => {
    const file = join(folder, 'bad.yaml');
    await writeFile(file, (await readFile(scenario, 'utf8')).replace(good, bad.replaceAll('\\n', '\n')));
    const { code, stderr } = await musterHere('check', file);
    expect(code).toBe(1);
    expect(stderr).toContain(message);
  });
});
