import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { guards } from '../../build/check-steps.mjs';

const root = join(import.meta.dirname, '../..');
type Guard = (typeof guards)[number][0];

/** What is broken on purpose, in files of its own, and exactly which guards see it. Also in docs/decisions/0006. */
const breaks: readonly (readonly [
  what: string,
  files: Readonly<Record<string, string>>,
  caughtBy: readonly Guard[],
])[] = [
  [
    'core imports Node',
    { 'core/b01.ts': "import { rm } from 'node:fs';\n\nexport const b = rm;\n" },
    ['types of core', 'import rules'],
  ],
  ['core touches the window', { 'core/b02.ts': 'export const b = () => window.name;\n' }, ['lint', 'types of core']],
  [
    'core touches the process',
    { 'core/b03.ts': 'export const b = () => process.exitCode;\n' },
    ['lint', 'types of core'],
  ],
  [
    'core sets a timer',
    { 'core/b04.ts': 'export const b = () => setTimeout(() => {}, 1);\n' },
    ['lint', 'types of core'],
  ],
  ['core asks the time', { 'core/b05.ts': 'export const b = () => new Date(0);\n' }, ['lint']],
  ['core asks the time in another way', { 'core/b06.ts': 'export const { now } = Date;\n' }, ['lint']],
  [
    'core asks Temporal for the time',
    {
      'core/b07.ts':
        "import { Temporal } from 'temporal-polyfill';\n\nexport const b = () => Temporal.Now.instant();\n",
    },
    ['lint'],
  ],
  ['core throws dice', { 'core/b08.ts': 'export const b = () => Math.random();\n' }, ['lint']],
  [
    'core throws dice in another way',
    { 'core/b09.ts': "const dice = 'random';\nexport const b = () => Math[dice]();\n" },
    ['lint'],
  ],
  ['core makes an id', { 'core/b10.ts': 'export const b = () => crypto.randomUUID();\n' }, ['lint', 'types of core']],
  [
    'core imports services, a type only',
    {
      'core/b11.ts': "import type { queue } from '#services/b11.ts';\n\nexport type B = typeof queue;\n",
      'services/b11.ts': 'export const queue = 1;\n',
    },
    ['import rules'],
  ],
  [
    'services import the command line',
    { 'services/b12.ts': "import type { Answer } from '#cli/answer.ts';\n\nexport type B = Answer;\n" },
    ['import rules'],
  ],
  [
    'core imports a package of its own choice',
    { 'core/b13.ts': "import { zipSync } from 'fflate';\n\nexport const b = zipSync;\n" },
    ['import rules'],
  ],
  [
    'a circle of types',
    {
      'core/b14.ts': "import type { C } from './c14.ts';\n\nexport type B = C | 1;\n",
      'core/c14.ts': "import type { B } from './b14.ts';\n\nexport type C = B[];\n",
    },
    ['lint', 'import rules'],
  ],
  [
    'a circle by an inline import',
    {
      'core/b15.ts': "export type B = import('./c15.ts').C | 1;\n",
      'core/c15.ts': "export type C = import('./b15.ts').B[];\n",
    },
    ['import rules'],
  ],
  ['a barrel', { 'services/b16.ts': "export * from './queue.ts';\n" }, ['lint', 'import rules']],
  ['a file in no room', { 'renderer/b17.ts': 'export const b = 1;\n' }, ['import rules']],
  [
    'a case that was forgotten',
    {
      'core/b18.ts':
        "export function b(kind: 'x' | 'y'): string {\n  switch (kind) {\n    case 'x':\n      return kind;\n  }\n}\n",
    },
    ['lint', 'types of core'],
  ],
  ['core names a type of the window', { 'core/b25.ts': 'export type B = HTMLElement;\n' }, ['types of core']],
  ['a wrong type in services', { 'services/b19.ts': "export const b: number = 'x';\n" }, ['types']],
  [
    'a promise nobody waits for',
    { 'services/b20.ts': 'export const b = () => {\n  Promise.resolve(1);\n};\n' },
    ['lint'],
  ],
  ['a default export', { 'services/b21.ts': 'const b = 1;\nexport default b;\n' }, ['lint']],
  [
    'a file of 201 lines',
    { 'services/b22.ts': Array.from({ length: 201 }, (_, at) => `export const b${at} = ${at};\n`).join('') },
    ['lint'],
  ],
  [
    'a function of 51 lines',
    { 'services/b23.ts': `export function b(n: number): number {\n${'  n += 1;\n'.repeat(51)}  return n;\n}\n` },
    ['lint'],
  ],
  [
    'the room imports the console, a type only',
    {
      'renderer/room/b25.ts':
        "import type { Neighbours } from '../console/frame.tsx';\n\nexport type B = Neighbours;\n",
    },
    ['import rules'],
  ],
  [
    'the room imports the contract of the console',
    {
      'renderer/room/b26.ts':
        "import type { ConsoleNotice } from '#contract/console-notices.ts';\n\nexport type B = ConsoleNotice;\n",
    },
    ['import rules'],
  ],
  [
    'a window imports services, a type only',
    {
      'renderer/console/b27.ts':
        "import type { Shell } from '#services/application/shell.ts';\n\nexport type B = Shell;\n",
    },
    ['import rules'],
  ],
  [
    'a window touches the process',
    { 'renderer/console/b28.ts': 'export const b = () => process.exitCode;\n' },
    ['types of the windows'],
  ],
  ['a line in another style', { 'services/b24.ts': 'export const b = "x"\n' }, ['format']],
];

let folder: string;
const clean = new Map<Guard, Ended>();
const broken = new Map<Guard, Ended>();
type Ended = { readonly code: number; readonly output: string };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-guards-'));
  const kept = [
    ...['core', 'contract', 'services', 'cli', 'electron', 'browser', 'renderer', 'css.d.ts'],
    'package.json',
    'biome.json',
    'core-clock.grit',
    'tsconfig.json',
    'tsconfig.base.json',
  ];
  for (const name of kept) await cp(join(root, name), join(folder, name), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  await runAll(clean, ['.']);
  for (const [name, text] of breaks.flatMap(([, files]) => Object.entries(files))) {
    await mkdir(join(folder, dirname(name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  await runAll(
    broken,
    breaks.flatMap(([, files]) => Object.keys(files)),
  );
}, 300_000);

/** `files`: what is formatted and linted; what was found clean is not looked at again. */
async function runAll(results: Map<Guard, Ended>, files: readonly string[]): Promise<void> {
  await Promise.all(guards.map(async ([name, tool, words]) => results.set(name, await run(tool, words, files))));
}

/** As `npm run check` calls it, but for saying more, and keeping what is known of the types for the second time. */
function run(tool: string | null, words: readonly string[], files: readonly string[]): Promise<Ended> {
  const command = tool === null ? process.execPath : join(root, 'node_modules/.bin', tool);
  const args =
    tool === null ? words.map((word) => join(root, word)) : words.flatMap((word) => asGiven(tool, word, files));
  return new Promise((resolve) => {
    execFile(
      command,
      [...args, ...moreFor(tool, words)],
      { cwd: folder, maxBuffer: 1 << 26 },
      (problem, stdout, stderr) => {
        resolve({ code: problem ? Number(problem.code) : 0, output: stdout + stderr });
      },
    );
  });
}

function moreFor(tool: string | null, words: readonly string[]): readonly string[] {
  if (tool === 'biome') return ['--max-diagnostics=none', '--colors=off'];
  if (tool !== 'tsc') return [];
  const known = join(folder, `known-${words.join('-')}.tsbuildinfo`);
  return ['--checkers', '1', '--incremental', '--tsBuildInfoFile', known];
}

const asGiven = (tool: string, word: string, files: readonly string[]) =>
  tool === 'biome' && word === '.' ? files : [word];

describe('A guard of npm run check', () => {
  test.each(guards.map(([name]) => name))('%s lets the house as it is pass and stops the broken one', (name) => {
    expect(clean.get(name)?.code, clean.get(name)?.output).toBe(0);
    expect(broken.get(name)?.code).not.toBe(0);
  });

  test.each(breaks)('sees it when there is %s', (_, files, caughtBy) => {
    const seeing = guards
      .map(([name]) => name)
      .filter((name) => {
        return Object.keys(files).some((file) => broken.get(name)?.output.includes(file));
      });
    expect(seeing).toEqual(caughtBy);
  });
});
