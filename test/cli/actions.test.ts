import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import papaparse from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { openActionRegister } from '#services/registers/action-register.ts';
import { describeWorkspace } from '#services/saving/workspace.ts';
import { musterHere } from '../support/muster.ts';
import { readTree } from '../support/read-tree.ts';
import { openAction } from '../support/registered-action.ts';

let workspace: string;
beforeAll(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'muster-actions-'));
  const register = await openActionRegister(describeWorkspace(workspace), false, () => {});
  const of = (number: number, fields: object) => ({
    ...openAction,
    ...{ register_id: `AI-${number}`, origin: `2026-q1-data-breach/AI-${number}` },
    ...fields,
  });
  await register.change((draft) => {
    draft.actions = [
      of(1, {}),
      of(2, { status: 'verified', verified_by: 'Sam', verified_on: '2026-04-01' }),
      of(3, { due_on: '2999-01-01', status: 'blocked' }),
    ];
  });
});

const newFolder = () => mkdtemp(join(tmpdir(), 'muster-actions-out-'));
const actions = (...args: readonly string[]) => musterHere('actions', '--workspace', workspace, ...args);

async function listIds(folder: string, name: string, column: string): Promise<readonly (string | undefined)[]> {
  const text = await readFile(join(folder, name), 'utf8');
  const [header = [], ...rows] = papaparse.parse<string[]>(text.replace('\uFEFF', ''), { skipEmptyLines: true }).data;
  return rows.map((row) => row[header.indexOf(column)]);
}

describe('muster actions', () => {
  it('writes the whole register as CSV, and says so as JSON; the workspace stays as it is', async () => {
    const before = await readTree(workspace);
    const out = await newFolder();
    const { code, stdout, stderr } = await actions('--out', out, '--bom', '--json');
    const files = ['action-register.csv'];
    expect([code, stderr, JSON.parse(stdout)]).toEqual([0, '', { out, target: 'csv', actions: 3, of: 3, files }]);
    expect(await listIds(out, 'action-register.csv', 'action_id')).toEqual(['AI-1', 'AI-2', 'AI-3']);
    expect((await readFile(join(out, 'action-register.csv'), 'utf8')).startsWith('\uFEFFaction_id')).toBe(true);
    expect(await readTree(workspace)).toEqual(before);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['what is not closed for a tracker', [], ['AI-1', 'AI-3']],
    ['what is overdue', ['--overdue'], ['AI-1']],
    ['one status', ['--status', 'verified'], ['AI-2']],
    ['everything', ['--status', 'all'], ['AI-1', 'AI-2', 'AI-3']],
  ])('chooses %s', async (_, args, ids) => {
    const out = await newFolder();
    expect((await actions('--out', out, '--target', 'jira', ...args)).code).toBe(0);
    expect(await listIds(out, 'jira.csv', 'External ID')).toEqual(ids);
  });

  it('maps the due date of Azure Boards to the field that is named, or to none', async () => {
    const out = await newFolder();
    const headerOf = async (mapping: string) => {
      expect((await actions('--out', out, '--target', 'azure', '--mapping', mapping)).code).toBe(0);
      return (await readFile(join(out, 'azure-boards.csv'), 'utf8')).split('\r\n')[0];
    };
    expect(await headerOf('Due Date=Target Date')).toBe(
      'Work Item Type,Title,Assigned To,Priority,Target Date,Description,Tags',
    );
    expect(await headerOf('Due Date=')).toBe('Work Item Type,Title,Assigned To,Priority,Description,Tags');
    const { code, stderr } = await actions('--out', out, '--target', 'azure', '--mapping', 'Due Date=Tags');
    expect([code, stderr]).toEqual([1, expect.stringContaining('“Tags” cannot be the field for the due date')]);
  });

  it.each([
    [['--out', 'x', '--target', 'trello'], '--target is one of csv, jira, azure, gitlab, github, not trello.'],
    [['--out', 'x', '--status', 'closed'], '--status is one of not_closed, open,'],
    [['--out', 'x', '--mapping', 'Due Date='], '--mapping needs --target azure.'],
    [['--out', 'x', '--target', 'azure', '--mapping', 'Title=X'], '--mapping is "Due Date=FIELD"'],
    [[], '--out is missing.'],
    [['--out', 'x', 'more'], 'more means nothing here.'],
  ])('refuses %j as wrong usage', async (args, says) => {
    const { code, stderr } = await actions(...args);
    expect([code, stderr]).toEqual([2, expect.stringContaining(says)]);
  });

  it('writes nothing where the register is damaged, and says which file', async () => {
    const damaged = await mkdtemp(join(tmpdir(), 'muster-actions-'));
    const path = describeWorkspace(damaged).registerPath('action-items');
    await openActionRegister(describeWorkspace(damaged), false, () => {}).then((register) => register.change(() => {}));
    await writeFile(path, 'damaged');
    const out = await newFolder();
    const { code, stderr } = await musterHere('actions', '--workspace', damaged, '--out', out);
    expect([code, stderr]).toEqual([1, expect.stringContaining(`${path} is damaged; it was left as it is`)]);
    expect(await readdir(out)).toEqual([]);
  });
});
