import { execFile } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import papaparse from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportActions } from '#core/actions/exports/export-actions.ts';
import { type ExportTarget, exportTargets } from '#core/actions/exports/export-file.ts';
import type { RegisteredAction } from '#core/actions/registered-action.ts';
import { writeActionExports } from '#services/export/write-action-exports.ts';
import { openAction } from '../../support/registered-action.ts';

const run = promisify(execFile);

/** What somebody typed, and the one line a tracker may take for its title. */
const hostile: readonly (readonly [what: string, text: string, title?: string])[] = [
  ['quotes and separators', `Say "no", 'never'; \\ then`],
  ['several lines', 'one\r\ntwo\nthree', 'one two three'],
  ['a formula', '=HYPERLINK("http://evil.example","x")'],
  ['a plus', '+1+cmd|calc'],
  ['a minus', '-2+3'],
  ['an at', '@SUM(A1)'],
  ['a tab', '\t=1+1', '=1+1'],
  ['commands', '$(touch evil) `touch evil` $HOME \\'],
  ['the end of a quote', "'; touch evil; '"],
  ['an option', '--repo evil/evil'],
  ['right to left', 'שלום \u202Egnp.exe\u202C', 'שלום gnp.exe'],
  ['emoji', '👩🏽‍🚒 🏴‍☠️'],
  ['no character at all', 'a\u0000b\u001B[31m\uD800c', 'ab[31m\uFFFDc'],
  ['10,000 characters', `Write ${'ü'.repeat(9_994)}`, `Write ${'ü'.repeat(248)}…`],
];
const actions = hostile.map(
  ([, text], at): RegisteredAction => ({
    ...openAction,
    ...{ register_id: `AI-2026Q1-${at}`, title: text, problem: text, owner_name: text, done_test: text },
  }),
);

let out: string;
const written = new Map<ExportTarget, readonly string[]>();
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'muster-exports-'));
  for (const target of exportTargets) {
    const files = exportActions(actions, { target, isSample: false, today: '2026-06-01', azure: { dueField: null } });
    await mkdir(join(out, target));
    const names = await writeActionExports({ files, out: join(out, target), bom: false });
    if (!names.ok) throw new Error(names.problem.message);
    written.set(target, names.value);
  }
});

async function readRows(target: ExportTarget, name: string): Promise<readonly Record<string, string>[]> {
  const text = await readFile(join(out, target, name), 'utf8');
  const { data, errors } = papaparse.parse<string[]>(text, { newline: '\r\n', skipEmptyLines: true });
  const [header = [], ...rows] = data;
  expect([errors, rows.filter(({ length }) => length !== header.length)]).toEqual([[], []]);
  return rows.map((row) => Object.fromEntries(header.map((column, at) => [column, row[at] ?? ''])));
}

/** A spreadsheet runs none of it: an apostrophe stands before. */
const safe = (text: string) => (/^[=+\-@]/.test(text) ? `'${text}` : text);

describe.each<[ExportTarget, string, string]>([
  ['jira', 'jira.csv', 'Summary'],
  ['azure', 'azure-boards.csv', 'Title'],
  ['gitlab', 'gitlab.csv', 'title'],
])('A hostile action for %s', (target, file, column) => {
  it.each(hostile.map(([what, text, title = text], at) => [what, title, at] as const))(
    'of %s stays in its cell, as one line that runs nowhere',
    async (_, title, at) => {
      const rows = await readRows(target, file);
      expect(rows).toHaveLength(hostile.length);
      const limit = (words: string) => (words.length > 255 ? `${words.slice(0, 254)}…` : words);
      const read = target === 'gitlab' ? title.replace(/^@(?=\w)/, '@ ') : title; // it would call somebody
      expect(rows[at]?.[column]).toBe(safe(limit(read)));
      const cells = Object.values(rows[at] ?? {});
      expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
      expect(Math.max(...cells.map((cell) => cell.length))).toBeLessThan(200_000);
    },
  );

  it('has as much of a title that was cut in its description as the tracker takes', async () => {
    const { title = '' } = actions.at(-1) ?? {};
    const description = (await readRows(target, file)).at(-1)?.[target === 'gitlab' ? 'description' : 'Description'];
    expect(description?.includes(title.slice(0, 7_500))).toBe(true);
    expect(description?.includes('(cut here; the action register has the whole text)')).toBe(target === 'gitlab');
  });
});

it('Every number in the generic export belongs to its own hostile text', async () => {
  const rows = await readRows('csv', 'action-register.csv');
  expect(rows.map(({ action_id }) => action_id)).toEqual(actions.map(({ register_id }) => register_id));
  const typed = (text: string) => (/^[=+\-@\t]/.test(text) ? `'${text}` : text);
  const stored = (text: string) => Buffer.from(text).toString(); // a lone surrogate has no bytes
  expect(rows.map(({ title }) => title)).toEqual(actions.map(({ title }) => stored(typed(title))));
});

describe('The issues for GitHub', () => {
  const ofEach = hostile.map(([, text, title = text]) => (title.endsWith('…') ? `Write ${'ü'.repeat(249)}…` : title));

  it('are one JSON object a line, with the keys GitHub knows', async () => {
    const lines = (await readFile(join(out, 'github/issues.jsonl'), 'utf8')).trimEnd().split('\n');
    const issues: Record<string, unknown>[] = lines.map((line) => JSON.parse(line));
    expect(issues.map(({ title }) => title)).toEqual(ofEach);
    for (const { title: _, body, ...rest } of issues) {
      expect(rest).toEqual({ labels: ['exercise', 'decision_governance', 'document'], assignees: [], milestone: null });
      expect(body).toContain('**Priority**\n\nCritical\n\n**');
    }
  });

  /** A gh that writes down what it is given, and fails at its fourth issue until it is told not to. */
  async function runScript(failAt: number) {
    const folder = join(out, 'github');
    await mkdir(join(out, 'bin'), { recursive: true });
    const gh = `#!${process.execPath}
const { appendFileSync, readFileSync, existsSync } = require('node:fs');
const args = process.argv.slice(2);
if (args[0] === 'label') process.exit(1);
const calls = existsSync('calls.jsonl') ? readFileSync('calls.jsonl', 'utf8').split('\\n').length : 1;
if (calls === ${failAt}) { console.error('no network'); process.exit(1); }
appendFileSync('calls.jsonl', JSON.stringify({ args, body: readFileSync(0, 'utf8') }) + '\\n');
console.log('https://github.com/o/r/issues/' + calls);
`;
    await writeFile(join(out, 'bin/gh'), gh);
    await chmod(join(out, 'bin/gh'), 0o755);
    const env = { PATH: `${join(out, 'bin')}:${process.env.PATH}` };
    const code = await run('sh', ['create-issues.sh'], { cwd: folder, env }).then(
      () => 0,
      (problem: { code: number }) => problem.code,
    );
    const calls = (await readFile(join(folder, 'calls.jsonl'), 'utf8')).trimEnd().split('\n');
    return { code, calls: calls.map((line): { args: string[]; body: string } => JSON.parse(line)) };
  }

  it('are made by the script, each once, also where it stopped half way and was run again', async () => {
    expect(await runScript(4)).toMatchObject({ code: 1, calls: { length: 3 } });
    const { code, calls } = await runScript(0);
    expect(code).toBe(0);
    const lines = (await readFile(join(out, 'github/issues.jsonl'), 'utf8')).trimEnd().split('\n');
    const issues = lines.map((line): { title: string; body: string } => JSON.parse(line));
    expect(calls.map(({ body }) => body)).toEqual(issues.map(({ body }) => body));
    const label = (name: string) => ['--label', name];
    const labels = ['exercise', 'decision_governance', 'document'].flatMap(label);
    expect(calls.map(({ args }) => args)).toEqual(
      issues.map(({ title }) => ['issue', 'create', '--body-file', '-', '--title', title, ...labels]),
    );
    const made = (await readFile(join(out, 'github/created-issues.txt'), 'utf8')).trimEnd().split('\n');
    expect(made[3]).toBe('AI-2026Q1-3 https://github.com/o/r/issues/4');
    await expect(readFile(join(out, 'github/evil'))).rejects.toThrow('ENOENT');
  });
});

it('A shorter export to Azure Boards takes the later parts of a longer one away, and nothing else', async () => {
  const folder = join(out, 'azure');
  await copyFile(join(folder, 'azure-boards.csv'), join(folder, 'azure-boards-2.csv'));
  for (const name of ['azure-boards-3.csv', 'azure-boards-notes.csv']) await writeFile(join(folder, name), 'old');
  const files = exportActions(actions, {
    target: 'azure',
    isSample: false,
    today: '2026-06-01',
    azure: { dueField: null },
  });
  await writeActionExports({ files, out: folder, bom: false });
  await expect(readFile(join(folder, 'azure-boards-2.csv'))).rejects.toThrow('ENOENT');
  for (const name of ['azure-boards-3.csv', 'azure-boards-notes.csv'])
    expect(await readFile(join(folder, name), 'utf8')).toBe('old');
});
