import { describe, expect, test } from 'vitest';
import { readLines, readObjects } from './tables.ts';

const drift = (id: string, more: Readonly<Record<string, string>> = {}) => ({
  drift_id: id,
  identifier: id,
  kind: 'shadow',
  discovered_on: '2026-10-05',
  status: 'open',
  ...more,
});
const incident = (more: Readonly<Record<string, string>>) => ({
  incident_id: 'I-1',
  title: 'T',
  severity: 'P1',
  detected_at: '2026-10-05T10:00:00Z',
  ...more,
});
const messages = ({ problems }: { readonly problems: readonly { readonly message: string }[] }) =>
  problems.map(({ message }) => message);

describe('Heads of a file', () => {
  test('may stand in any order, in capitals, with spaces, below a title, and beside columns nobody reads', () => {
    const { rows, extra, fault } = readLines('drift', [
      ['Drift of October', '', '', '', '', ''],
      ['', '', '', '', '', ''],
      ['Status', ' Drift ID ', 'IDENTIFIER', 'Kind', 'discovered-on', 'Cost centre'],
      ['Open', 'D-1', 'host', 'Shadow', '2026-10-05', '4711'],
    ]);
    expect(fault).toBeNull();
    expect(rows).toMatchObject([{ line: 4, drift_id: 'D-1', status: 'open', kind: 'shadow', owner: null }]);
    expect(extra).toEqual(['Cost centre']);
  });

  test('that are missing or stand twice are named with those that are there', () => {
    const missing = readLines('drift', [
      ['drift_id', 'identifier', 'kind', 'status'],
      ['D-1', 'x', 'shadow', 'open'],
    ]);
    expect(missing.fault?.message).toContain(
      'the column discovered_on is missing. Heads found: “drift_id”, “identifier”',
    );
    expect(missing.rows).toEqual([]);
    const twice = readLines('drift', [['drift_id', 'identifier', 'kind', 'status', 'discovered_on', 'Status']]);
    expect(twice.fault?.message).toContain('the head status stands twice');
    expect(readLines('drift', []).fault?.message).toContain('the file is empty');
    expect(readLines('drift', [['drift_id|identifier|kind']]).fault?.message).toContain('One column only');
  });

  test('of other names are mapped, and a name that is mapped away is not read', () => {
    const { rows } = readLines(
      'drift',
      [
        ['Key', 'identifier', 'kind', 'status', 'Seen', 'drift_id'],
        ['D-1', 'x', 'shadow', 'open', '2026-10-05', 'other'],
      ],
      { mapping: { drift_id: 'Key', discovered_on: 'Seen' } },
    );
    expect(rows).toMatchObject([{ drift_id: 'D-1', discovered_on: '2026-10-05' }]);
  });
});

describe('A row that cannot be counted', () => {
  test('is told with its line, its column and what would be read', () => {
    const table = readObjects('drift', [
      drift('D-1'),
      drift('D-2', { kind: 'rogue' }),
      drift('', { identifier: 'x', internet_facing: 'maybe' }),
      drift('D-4', { discovered_on: '2026-02-30' }),
    ]);
    expect(table).toMatchObject({ read: 4, rejected: 3, fault: null });
    expect(table.rows.map(({ drift_id }) => drift_id)).toEqual(['D-1']);
    expect(table.problems).toEqual([
      { line: 3, column: 3, name: 'kind', message: 'kind holds “rogue”; unmanaged or shadow is read' },
      { line: 4, column: 1, name: 'drift_id', message: 'drift_id is empty and may not be' },
      {
        line: 4,
        column: 6,
        name: 'internet_facing',
        message: 'internet_facing holds “maybe”; yes, no, true, false, 1 or 0 is read',
      },
      { line: 5, column: 9, name: 'discovered_on', message: 'discovered_on holds “2026-02-30”, a day there is not' },
    ]);
  });

  test('has a duration that runs backwards, more cells than heads, or a cell no spreadsheet holds', () => {
    expect(messages(readObjects('incidents', [incident({ resolved_at: '2026-10-05T09:59:00Z' })]))).toEqual([
      'resolved_at lies before detected_at: no duration is negative',
    ]);
    const wide = readLines('drift', [
      ['drift_id', 'identifier', 'kind', 'status', 'discovered_on'],
      ['D-1', 'a', 'b', 'shadow', 'open', '2026-10-05'],
    ]);
    expect(messages(wide)).toEqual([
      '6 cells below 5 heads; a cell that holds a comma, semicolon or tab stands in quotation marks',
    ]);
    expect(messages(readObjects('drift', [drift('D-1', { owner: 'x'.repeat(20_000_000) })]))).toEqual([
      'owner holds 20000000 characters; at most 32767 are read',
    ]);
  });

  test('holds a formula where a number or a word is wanted; as a text it stays a text', () => {
    const asset = { asset_id: '=1+1', name: '=HYPERLINK("x")', tier: '=0', status: 'active' };
    const table = readObjects('assets', [asset, { ...asset, tier: '0' }]);
    expect(messages(table)).toEqual(['tier holds “=0”; a whole number such as 0 or 2 is read']);
    expect(table.rows).toMatchObject([{ asset_id: '=1+1', name: '=HYPERLINK("x")' }]);
  });
});

describe('Days', () => {
  test('in three styles are named, and none is guessed', () => {
    const days = ['05.10.2026', '10/05/2026', '5 Oct 2026', '2026-10-05', '46300'];
    const table = readObjects(
      'drift',
      days.map((discovered_on, at) => drift(`D-${at}`, { discovered_on })),
    );
    expect(table.rows).toHaveLength(1);
    expect(messages(table)[0]).toBe(
      'discovered_on writes days in 4 styles besides YYYY-MM-DD: NN.NN.YYYY (1), NN/NN/YYYY (1), month in letters (1), serial number (1). Which is meant is not guessed: write all of them as YYYY-MM-DD',
    );
    expect(messages(table)[1]).toBe(
      'discovered_on: whether day or month stands first cannot be told from any of its rows',
    );
    expect(messages(table)[2]).toBe('discovered_on holds “05.10.2026”; a day such as 2026-10-31 is read');
  });

  test.each([
    [['05/10/2026', '30/10/2026'], 'discovered_on: in “30/10/2026” (line 3) the day stands first. Write'],
    [['10/05/2026', '10/30/2026', '5/6/2026'], 'discovered_on: in “10/30/2026” (line 3) the month stands first. Write'],
    [
      ['30/10/2026', '05/10/2026', '10/30/2026'],
      'discovered_on: in “30/10/2026” (line 2) the day stands first, and in “10/30/2026” (line 4) the month stands first',
    ],
    [['05/10/2026', '06/10/2026'], 'discovered_on: whether day or month stands first cannot be told'],
    [['40/10/2026', '00/13/2026'], 'discovered_on: whether day or month stands first cannot be told'],
  ])('of a column, %j, are told from any row that can be read in one way only', (days, told) => {
    const table = readObjects(
      'drift',
      days.map((discovered_on, at) => drift(`D-${at}`, { discovered_on })),
    );
    expect([table.rows.length, table.rejected]).toEqual([0, days.length]);
    expect(table.problems[0]?.message).toContain(told);
    expect(table.fault?.message).toContain(told);
  });

  test('are read day first or month first where somebody said so', () => {
    const read = (order: 'day_first' | 'month_first') =>
      readObjects('drift', [drift('D-1', { discovered_on: '05/10/2026' })], { orders: { discovered_on: order } })
        .rows[0];
    expect(read('day_first')?.discovered_on).toBe('2026-10-05');
    expect(read('month_first')?.discovered_on).toBe('2026-05-10');
  });

  test('with a time are those of the zone, with an offset or without', () => {
    const read = (discovered_on: string) =>
      readObjects('drift', [drift('D-1', { discovered_on })], { zone: 'Europe/Berlin' }).rows[0]?.discovered_on;
    expect(['2026-10-05T23:30:00Z', '2026-10-05 23:30', '2026-10-05T23:30:00-05'].map(read)).toEqual([
      '2026-10-06',
      '2026-10-05',
      '2026-10-06',
    ]);
  });

  test('of a workbook may be serial numbers, of either date system', () => {
    const read = (serials: '1900' | '1904', serial: string) =>
      readObjects('drift', [drift('D-1', { discovered_on: serial })], { serials }).rows[0]?.discovered_on;
    expect([read('1900', '46300'), read('1900', '46300.75'), read('1904', '44838')]).toEqual([
      '2026-10-05',
      '2026-10-05',
      '2026-10-05',
    ]);
  });
});

describe('Cells', () => {
  test('that are empty are unknown, never zero, and are counted', () => {
    const { rows, unknown } = readObjects('exceptions', [
      { exception_id: 'E-1', title: 'T', risk: 'LOW', status: ' approved ' },
    ]);
    expect(rows).toMatchObject([{ renewals: null, owner: null, risk: 'low', status: 'approved' }]);
    expect(unknown).toMatchObject({ renewals: 1, owner: 1 });
  });

  test('with a decimal comma are numbers where semicolons part the columns', () => {
    const finding = {
      finding_id: 'V',
      asset_id: 'A',
      title: 'T',
      severity: 'high',
      cvss: '7,5',
      discovered_on: '2026-10-05',
      status: 'open',
    };
    expect(readObjects('vulnerabilities', [finding], { decimalComma: true }).rows[0]?.cvss).toBe(7.5);
    expect(messages(readObjects('vulnerabilities', [finding]))).toEqual([
      'cvss holds “7,5”; a number such as 7.5 is read',
    ]);
  });
});

test('Of rows with one key the last counts, in its place, and the file says so', () => {
  const table = readObjects('drift', [drift('D-1', { owner: 'first' }), drift('D-2'), drift('D-1', { owner: 'last' })]);
  expect(table.rows.map(({ drift_id, owner }) => [drift_id, owner])).toEqual([
    ['D-2', null],
    ['D-1', 'last'],
  ]);
  expect(table).toMatchObject({ read: 3, duplicates: 1, rejected: 0 });
  expect(table.warnings).toMatchObject([{ line: 4, message: 'D-1 stands in line 2 already; this line counts' }]);
});

test('Thousands of bad rows are counted, and the first two hundred told', () => {
  const table = readObjects(
    'drift',
    Array.from({ length: 5000 }, (_, at) => drift(`D-${at}`, { kind: 'x' })),
  );
  expect([table.rejected, table.problems.length]).toEqual([5000, 200]);
});

test('A file of which no row can be counted says that nobody knows, not that there was nothing', () => {
  const table = readObjects('drift', [drift('D-1', { kind: 'x' }), drift('D-2', { discovered_on: '05.10.2026' })]);
  expect(table.fault?.message).toContain('none of its 2 rows can be counted; the first: line 2, kind holds “x”');
  expect(readObjects('drift', []).fault).toBeNull();
});

test('A column that decides figures and is not there is told, once and not as cells that are empty', () => {
  const { fault, rows, warnings } = readLines('exceptions', [
    ['exception_id', 'title', 'risk', 'status', 'End'],
    ['E-1', 'T', 'low', 'approved', '2026-10-31'],
  ]);
  expect([fault, rows.length]).toEqual([null, 1]);
  expect(warnings.map(({ name }) => name)).toContain('expires_on');
  expect(warnings[0]?.message).toContain('so it is unknown in every row');
});

test('A day where a time is wanted is taken from its beginning, and the row says so', () => {
  const { rows, warnings } = readObjects('incidents', [incident({ occurred_at: '2026-10-05' })]);
  expect(rows).toHaveLength(1);
  expect(warnings).toMatchObject([{ line: 2, name: 'occurred_at', message: expect.stringContaining('no time') }]);
});
