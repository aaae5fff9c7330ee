import papaparse from 'papaparse';
import { describe, expect, it } from 'vitest';
import { checkAzureMapping } from '#core/actions/exports/azure-csv.ts';
import { exportActions } from '#core/actions/exports/export-actions.ts';
import type { ExportTarget } from '#core/actions/exports/export-file.ts';
import type { RegisteredAction } from '#core/actions/registered-action.ts';
import { writeExportFile } from '#services/export/write-action-exports.ts';
import { openAction } from '../../support/registered-action.ts';

const usual = { isSample: false, today: '2026-06-01', azure: { dueField: 'Due Date' } };
type Asked = { readonly isSample?: boolean; readonly azure?: { readonly dueField: string | null } };

const write = (target: ExportTarget, actions: readonly RegisteredAction[], asked: Asked = {}) =>
  exportActions(actions, { ...usual, ...asked, target }).map((file) => ({ ...file, bytes: writeExportFile(file) }));

/** As a tracker reads it: the header line, and the cells of every row. */
function read(target: ExportTarget, actions: readonly RegisteredAction[], asked?: Asked) {
  const [file] = write(target, actions, asked);
  const { data, errors } = papaparse.parse<string[]>(file?.bytes ?? '', { newline: '\r\n', skipEmptyLines: true });
  expect(errors).toEqual([]);
  const [header = [], ...rows] = data;
  return { header, rows, first: file?.bytes.split('\r\n')[0], cells: (at = 0) => byHeader(header, rows[at] ?? []) };
}

const byHeader = (header: readonly string[], row: readonly string[]) =>
  Object.fromEntries(header.map((name, at) => [name, row[at]]));

const severities = ['critical', 'high', 'medium', 'low', undefined] as const;
const ofEach = severities.map((severity): RegisteredAction => ({ ...openAction, severity }));

const sections = [
  ['Problem', 'When the export ran, no runbook named who may stop the shop.'],
  ['Change', 'One page in RB-07'],
  ['Done when', 'Two people find the page within a minute'],
] as const;
const source = 'AI-2026Q1-001, gap G1, 2026-q1-data-breach, inject Q1-040';

describe('The export to Jira', () => {
  it('has the header it has to have, and in each column what belongs there', () => {
    const { first, rows } = read('jira', [openAction]);
    expect(first).toBe('Summary,Issue Type,Priority,Assignee,Due Date,Description,Labels,Labels,Labels,External ID');
    const told = [...sections, ['Sponsor', 'H. Strand'], ['Source', source]];
    expect(rows).toEqual([
      [
        ...['Write down who may shut down the shop', 'Task', 'Highest', 'okafor@example.com', '2026-04-16'],
        told.map(([name, text]) => `${name}: ${text}`).join('\n\n'),
        ...['exercise', 'decision_governance', 'document', 'AI-2026Q1-001'],
      ],
    ]);
  });

  it('names the owner in the text where Jira cannot find one, and writes no date that is none', () => {
    const { cells } = read('jira', [{ ...openAction, owner_email: undefined, due_on: 'soon' }]);
    expect([cells().Assignee, cells()['Due Date']]).toEqual(['', '']);
    expect(cells().Description).toContain('Owner: R. Okafor, Legal\n');
  });

  it('maps what weighs to its priorities', () => {
    expect(read('jira', ofEach).rows.map((row) => row[2])).toEqual(['Highest', 'High', 'Medium', 'Low', '']);
  });
});

describe('The export to Azure Boards', () => {
  it('has the header it has to have, HTML as description and tags that are one each', () => {
    const { first, cells } = read('azure', [{ ...openAction, problem: 'A <b>"bold"</b> & old\nrunbook' }]);
    expect(first).toBe('Work Item Type,Title,Assigned To,Priority,Due Date,Description,Tags');
    const { Description: html, ...rest } = cells();
    expect(rest).toEqual({
      ...{
        'Work Item Type': 'Task',
        Title: 'Write down who may shut down the shop',
        'Assigned To': 'okafor@example.com',
      },
      ...{ Priority: '1', 'Due Date': '2026-04-16', Tags: 'exercise; decision_governance; document; AI-2026Q1-001' },
    });
    expect(html).toMatch(
      /^<p><b>Problem<\/b><br>A &lt;b&gt;&quot;bold&quot;&lt;\/b&gt; &amp; old<br>runbook<\/p><p><b>Change/,
    );
    expect(html).not.toContain('Due');
  });

  it('puts the date into another field, or into the text where the process has none', () => {
    const other = read('azure', [openAction], { azure: { dueField: 'Target Date' } });
    expect(other.first).toBe('Work Item Type,Title,Assigned To,Priority,Target Date,Description,Tags');
    expect(other.cells()['Target Date']).toBe('2026-04-16');
    const none = read('azure', [openAction], { azure: { dueField: null } });
    expect(none.first).toBe('Work Item Type,Title,Assigned To,Priority,Description,Tags');
    expect(none.cells().Description).toContain('<p><b>Due</b><br>2026-04-16</p>');
  });

  it.each([['Title'], ['=cmd'], ['a,b'], [' '], ['x'.repeat(129)]])('takes no field called “%s”', (dueField) => {
    expect(checkAzureMapping({ dueField })).toMatchObject({ ok: false, problem: { code: 'bad_mapping' } });
  });

  it('begins another file after a thousand rows, each with the header', () => {
    const many = Array.from({ length: 2_001 }, (_, at) => ({ ...openAction, title: `Action ${at}` }));
    const files = write('azure', many);
    const parsed = files.map(({ bytes }) => papaparse.parse<string[]>(bytes, { skipEmptyLines: true }).data);
    expect(files.map(({ name }) => name)).toEqual(['azure-boards.csv', 'azure-boards-2.csv', 'azure-boards-3.csv']);
    expect(parsed.map((rows) => [rows[0]?.[1], rows.length - 1])).toEqual([
      ['Title', 1_000],
      ['Title', 1_000],
      ['Title', 1],
    ]);
    expect(parsed[2]?.[1]?.[1]).toBe('Action 2000');
  });

  it('maps what weighs to its numbers', () => {
    expect(read('azure', ofEach).rows.map((row) => row[3])).toEqual(['1', '2', '3', '4', '']);
  });
});

describe('The export to GitLab', () => {
  it('has title, description and date in that order, and labels as a quick action', () => {
    const { first, cells } = read('gitlab', [openAction], { isSample: true });
    expect(first).toBe('title,description,due_date');
    expect(cells()).toMatchObject({ title: 'Write down who may shut down the shop', due_date: '2026-04-16' });
    expect(cells().description?.split('\n')[0]).toBe('/label ~"exercise" ~"sample" ~"decision_governance"');
    for (const [name, text] of sections) expect(cells().description).toContain(`**${name}**\n\n${text}`);
  });

  it('obeys nothing that somebody wrote: no other line begins with a slash', () => {
    const problem = 'Fine\n/close\r\n  /label ~"evil"\n```\n/assign @all';
    const lines =
      read('gitlab', [{ ...openAction, problem }])
        .cells()
        .description?.split('\n') ?? [];
    expect(lines.filter((line) => line.trim().startsWith('/'))).toEqual([
      '/label ~"exercise" ~"decision_governance" ~"document"',
    ]);
    expect(lines).toContain('\\/close');
  });
});

describe('Names that somebody wrote as they are called', () => {
  const called = {
    ...openAction,
    title: 'Ask @octocat',
    problem: 'cc @octocat, @org/team and `npm i @scope/x`; write to jo@example.org',
    owner_email: undefined,
  };

  it('call nobody at GitHub or GitLab, and addresses stay', () => {
    const told = read('gitlab', [called]).cells();
    expect(told.title).toBe('Ask @ octocat');
    for (const text of [told.description ?? '', JSON.parse(write('github', [called])[0]?.bytes ?? '').body]) {
      expect(text).toContain(
        'cc @&#8203;octocat, @&#8203;org/team and `npm i @&#8203;scope/x`; write to jo@example.org',
      );
      expect(text).not.toMatch(/(?<![\w.])@\w/);
    }
  });

  it('stay as they were written everywhere else', () => {
    for (const target of ['csv', 'jira', 'azure'] as const)
      expect(write(target, [called])[0]?.bytes).toContain('cc @octocat, @org/team');
  });
});

describe('The generic export', () => {
  it('has every column of the register, in order, and with a mark for spreadsheets where one is asked for', () => {
    const told: RegisteredAction = {
      ...openAction,
      ...{ status: 'verified', evidence: 'Drill', verified_by: 'Sam Reyes', verified_on: '2026-04-15' },
    };
    const { first, cells } = read('csv', [told]);
    expect(first).toBe(
      'action_id,title,description,gap_id,exercise_id,source_inject,type,strength_of_fix,owner_role,owner_name,owner_email,priority,due_on,created_on,status,done_test,evidence,verified_by,verified_on,capability,csf,labels,estimate,external_key,external_url',
    );
    expect(cells()).toEqual({
      ...{ action_id: 'AI-2026Q1-001', title: 'Write down who may shut down the shop', gap_id: 'G1' },
      description: sections.map(([name, text]) => `${name}: ${text}`).join('\n'),
      ...{
        exercise_id: '2026-q1-data-breach',
        source_inject: 'Q1-040',
        type: 'document',
        strength_of_fix: 'checklist',
      },
      ...{ owner_role: 'LEGAL', owner_name: 'R. Okafor', owner_email: 'okafor@example.com', priority: 'Critical' },
      ...{ due_on: '2026-04-16', created_on: '2026-03-17', status: 'verified', evidence: 'Drill' },
      ...{ done_test: 'Two people find the page within a minute', verified_by: 'Sam Reyes', verified_on: '2026-04-15' },
      ...{ capability: 'decision_governance', csf: 'RS.MA-01', labels: 'exercise;decision_governance;document' },
      ...{ estimate: '2d', external_key: 'SEC-14', external_url: 'https://tracker.example.com/SEC-14' },
    });
    const [file] = exportActions([told], { ...usual, target: 'csv' });
    if (!file) throw new Error('no file');
    expect([writeExportFile(file, { bom: true }).codePointAt(0), writeExportFile(file).codePointAt(0)]).toEqual([
      0xfeff,
      'a'.codePointAt(0),
    ]);
  });

  it('says of what will not be done why, and who accepts the risk', () => {
    const dropped: RegisteredAction = {
      ...openAction,
      status: 'wont_do',
      reason: 'Shop closes',
      accepted_by: 'H. Strand',
    };
    expect(read('csv', [dropped]).cells().evidence).toBe('Reason: Shop closes\nRisk accepted by: H. Strand');
  });
});
