import { hash, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { playExercise } from '#services/exercise/play-exercise.ts';
import type { Disk } from '#services/saving/files.ts';
import { describeWorkspace, listExercises } from '#services/saving/workspace.ts';
import { createFaultyDisk, type DiskCall, diskError } from '../../support/fake-disks.ts';

const acceptance = join(import.meta.dirname, '../../fixtures/acceptance');
const exercise = '2026-exercise-scenario';
const agreed =
  '  - {at: 109, action: {id: AI-1, title: "Write the card", type: document, strength_of_fix: checklist, owner_role: IC}}\n  - {at: 110, end: true}';

let folder: string;
let capturesFile: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-failing-'));
  capturesFile = join(folder, 'captures.yaml');
  const captures = await readFile(join(acceptance, 'exercise.captures.yaml'), 'utf8');
  await writeFile(capturesFile, captures.replace('  - {at: 110, end: true}', agreed));
});

async function play(disk?: Disk): Promise<string> {
  const played = await playExercise({
    scenarioFile: join(acceptance, 'exercise.scenario.yaml'),
    capturesFile,
    workspace: join(folder, 'ws'),
    out: join(folder, 'out'),
    tell: () => {},
    ...(disk && { disk }),
  });
  return 'problems' in played ? played.problems.join('\n') : played.exercise;
}

/** A disk that fails at every call of that kind on such a path, from the given one on. */
function failAt(call: DiskCall, path: RegExp, from = 1, code = 'ENOSPC'): Disk {
  let count = 0;
  return createFaultyDisk({
    before: (made, where) => {
      if (made !== call || !path.test(where)) return;
      count += 1;
      if (count >= from) throw diskError(code);
    },
  });
}

/** Every file below with the hash of its content; of the register not its copy, which is made before it is saved. */
async function readTree(root = folder): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.includes('.prev.'))
    .map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(files.sort().map(async (file) => `${file}: ${hash('sha256', await readFile(file))}`));
}

const registeredIds = async () =>
  (await readFile(join(folder, 'ws/registers/action-items.json'), 'utf8')).match(/AI-2026Q\d-\d{3}/g);

const faults: readonly (readonly [what: string, disk: () => Disk, says: string])[] = [
  ['its script', () => failAt('write', /script\.yaml$/), 'its disk is full (ENOSPC)'],
  ['the first line of its journal', () => failAt('write', /journal-0001\.jsonl$/), 'its disk is full (ENOSPC)'],
  ['the tenth entry of its journal', () => failAt('write', /journal-/, 10), 'its disk is full (ENOSPC)'],
  ['its third document', () => failAt('write', /action-items\.csv/), 'output folder'],
  [
    'the register',
    () => failAt('write', /action-items\.json/),
    'action-items.json could not be saved: its disk is full',
  ],
];

describe('A play on a disk that fails', () => {
  test.each(faults)('at %s says so, and nothing was written', async (_, disk, says) => {
    const message = await play(disk());
    expect(message).toContain(says);
    expect(message).toContain('Nothing was written');
    expect(message).not.toContain('tried again');
    expect(await readdir(join(folder, 'ws/exercises'))).toEqual([]);
    expect((await readTree()).map((file) => file.split(':')[0])).toEqual([capturesFile]);
  });

  test.each(faults)('at %s leaves the exercise, the register and the documents before it alone', async (_, disk) => {
    await play();
    const before = await readTree();
    expect(await play(disk())).toContain('Nothing was written');
    expect(await readTree()).toEqual(before);
    expect(await play()).toBe(`${exercise}-2`);
    expect(await registeredIds()).toHaveLength(2);
    expect(new Set(await registeredIds()).size).toBe(2);
  });

  test('while documents are put into place puts back those that were there, and gives no id again', async () => {
    await play();
    const out = await readTree(join(folder, 'out'));
    const message = await play(failAt('rename', /timeline\.csv\.[^/]*\.tmp$/, 1, 'EIO'));
    expect(message).toContain('its disk reports an error (EIO)');
    expect(message).toContain('their ids are not given again');
    expect(await readTree(join(folder, 'out'))).toEqual(out);
    expect(await readdir(join(folder, 'ws/exercises'))).toEqual([exercise]);
    expect(await registeredIds()).toHaveLength(1);
    await play();
    expect(await registeredIds()).toEqual([expect.stringMatching(/001$/), expect.stringMatching(/003$/)]);
  });

  test('while the first documents are put into place leaves none of them', async () => {
    await play(failAt('rename', /timeline\.csv\.[^/]*\.tmp$/));
    expect(await readdir(join(folder, 'out'))).toEqual([]);
  });

  test('and keeps even the exercise from being removed names its folder plainly', async () => {
    const full = failAt('write', /action-items\.csv/);
    const disk = createFaultyDisk({
      under: full,
      before: (call, path) => {
        if (call === 'unlink' && path.includes(exercise)) throw diskError('EIO');
      },
    });
    const message = await play(disk);
    expect(message).toContain(`The exercise begun in ${join(folder, 'ws/exercises', `.${exercise}.${process.pid}-`)}`);
    expect(message).toContain('could not be removed');
    expect(message).not.toContain('Nothing was written:');
    const listed = () => listExercises(describeWorkspace(join(folder, 'ws')));
    expect(await listed()).toEqual([]); // half of a play is no exercise
    await play();
    expect(await listed()).toEqual([exercise]);
    expect(await registeredIds()).toEqual([expect.stringMatching(/002$/)]);
  });
});

describe('A folder with the name of a document', () => {
  test('is named, and the play is taken back', async () => {
    await mkdir(join(folder, 'out/timeline.csv'), { recursive: true });
    const message = await play();
    expect(message).toContain(`${join(folder, 'out')} holds a folder named timeline.csv`);
    expect(message).toContain('the exercise begun was removed again');
    expect(await readdir(join(folder, 'out'))).toEqual(['timeline.csv']);
    expect(await readdir(join(folder, 'ws/exercises'))).toEqual([]);
    expect(await readTree(join(folder, 'ws'))).toEqual([]);
  });
});

describe('A play in a workspace with hidden folders', () => {
  const gone = 1_073_741_824;
  const hidden = (name: string) => join(folder, 'ws/exercises', name);

  async function put(name: string, file: string): Promise<void> {
    await mkdir(hidden(name), { recursive: true });
    await writeFile(join(hidden(name), file), 'precious');
  }

  test('removes what a play that was killed has left, and nothing else', async () => {
    const mine = [`.${exercise}`, `.${exercise}.tmp`, `.${exercise}.${process.pid}-${randomUUID()}.tmp`];
    for (const name of mine) await put(name, 'journal-0001.jsonl');
    const mixed = `.${exercise}.${gone}-${randomUUID()}.tmp`;
    await put(mixed, 'script.yaml');
    await put(mixed, 'mine.txt');
    const left = `.${exercise}.${gone}-${randomUUID()}.tmp`;
    for (const name of ['script.yaml', 'journal-0001.jsonl', 'anchor.json']) await put(left, name);
    const before = (await readTree(join(folder, 'ws'))).filter((line) => !line.includes(left));
    expect(await play()).toBe(exercise);
    expect((await readdir(hidden(''))).sort()).toEqual([...mine, mixed, exercise].sort());
    expect(await readTree(join(folder, 'ws'))).toEqual(expect.arrayContaining(before));
  });
});
