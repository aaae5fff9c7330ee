import { mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeBetween } from '../../build/mutations/marked-part.mjs';
import { type Mutation, tryMutations } from '../../build/mutations/try-mutations.mjs';

const source = "export const sum = (a, b) => a + b;\nexport const name = 'sum';\n";
const guard = `import { expect, test } from 'vitest';
import { sum } from '../sum.mjs';

test('One and one', () => expect(sum(1, 1)).toBe(2));
`;

let project: string;
beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'tiny-project-'));
  await writeFile(join(project, 'package.json'), '{"type":"module"}');
  await writeFile(join(project, 'sum.mjs'), source);
  await mkdir(join(project, 'test'));
  await writeFile(join(project, 'test/sum.test.mjs'), guard);
  await writeFile(join(project, 'test/wrong.test.mjs'), guard.replace('toBe(2)', 'toBe(3)'));
  await symlink(join(import.meta.dirname, '../../node_modules'), join(project, 'node_modules'));
});

const mutation = (find: string, put: string, test = 'sum'): Mutation => {
  return { protection: 'sum', takenOut: find, file: 'sum.mjs', find, put, tests: [`test/${test}.test.mjs`] };
};

describe('Taking out protections', () => {
  it('tells what is noticed, what survives, and what says nothing; the project itself stays as it was', async () => {
    const tried = tryMutations({
      project,
      mutations: [
        mutation('a + b', 'a - b'),
        mutation("'sum'", "'none'"),
        mutation('a * b', 'a'),
        mutation('a', 'c'),
        mutation('export const sum', 'export const total is broken'),
      ],
    });
    expect(tried.map(({ outcome }) => outcome)).toEqual(['noticed', 'survived', 'error', 'error', 'error']);
    expect(tried.map(({ by }) => by)).toEqual([
      'One and one',
      '',
      'stands 0 times in sum.mjs, not once',
      expect.stringMatching(/stands \d+ times in sum.mjs, not once/),
      expect.stringContaining('could not be loaded'),
    ]);
    expect(await readFile(join(project, 'sum.mjs'), 'utf8')).toBe(source);
    expect((await readdir(project)).sort()).toEqual(['node_modules', 'package.json', 'sum.mjs', 'test']);
  });

  it('is not begun with tests that fail as things are', () => {
    const mutations = [mutation('a + b', 'a - b', 'wrong')];
    expect(() => tryMutations({ project, mutations })).toThrow('not green before anything is taken out: One and one');
  });
});

describe('A generated part of a document', () => {
  it('stands between its two marker lines, and nothing else is touched', () => {
    const text = 'Before\n<!-- a: begin -->\nold\n<!-- a: end -->\nAfter\n';
    const written = writeBetween(text, 'a', 'new');
    expect(written).toBe('Before\n<!-- a: begin -->\nnew\n<!-- a: end -->\nAfter\n');
    expect(() => writeBetween(text, 'b', 'new')).toThrow('are not there');
  });
});
