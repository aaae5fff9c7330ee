import { appendFile, cp, mkdtemp, readdir, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import papaparse from 'papaparse';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { columnsOf, fileKinds } from '#core/scorecard/files/file-kinds.ts';
import { muster, musterHere } from '../support/muster.ts';

const given = join(import.meta.dirname, '../fixtures/acceptance/scorecard');
let folder: string;
let data: string;
let out: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-scorecard-'));
  [data, out] = [join(folder, 'data'), join(folder, 'out')];
  await cp(given, data, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

const words = (...more: readonly string[]) => [
  'scorecard',
  '--data',
  data,
  '--month',
  '2026-10',
  '--out',
  out,
  '--workspace',
  join(folder, 'none'),
  ...more,
];
const whole = (...more: readonly string[]) =>
  words('--config', join(data, 'config.json'), '--previous', join(data, 'previous_snapshot.json'), ...more);

describe('muster scorecard', () => {
  test('gives the figures of the acceptance month as JSON, and writes its documents', async () => {
    const { code, stdout, stderr } = await muster(...whole('--json'));
    expect([code, stderr]).toEqual([0, '']);
    const printed = JSON.parse(stdout);
    expect(printed).toMatchObject(JSON.parse(await readFile(join(given, 'expected.json'), 'utf8')));
    expect(await readdir(out)).toEqual(
      expect.arrayContaining(['scorecard.docx', 'exceptions.docx', 'exceptions.csv', 'scorecard.json']),
    );
    expect((await readdir(out)).toSorted()).toEqual(printed.files.toSorted());
    const { data: rows } = papaparse.parse<string[]>(await readFile(join(out, 'exceptions.csv'), 'utf8'), {
      skipEmptyLines: true,
    });
    expect(rows[0]).toEqual(
      'id,title,scope,control,risk,owner,approver,started,expires,days_left,renewals,compensating_control,state,flags,ticket'.split(
        ',',
      ),
    );
    expect(rows.slice(1).map(([id]) => id)).toEqual([
      'E-004',
      'E-007',
      'E-001',
      'E-003',
      'E-006',
      'E-008',
      'E-002',
      'E-009',
    ]);
  });

  test('writes the same bytes again, over what it wrote before', async () => {
    const fixed = JSON.stringify({
      source_dates: Object.fromEntries(fileKinds.map((kind) => [kind, '2026-10-31'])),
    });
    await writeFile(join(data, 'config.json'), fixed);
    const bytes = async () => Promise.all((await readdir(out)).map((name) => readFile(join(out, name), 'base64')));
    expect(await musterHere(...whole())).toMatchObject({ code: 0 });
    const first = await bytes();
    expect(await musterHere(...whole())).toMatchObject({ code: 0 });
    expect(await bytes()).toEqual(first);
  });

  test('compares with the month before from the scorecard.json that month wrote, and carries its months on', async () => {
    const september = join(folder, 'september');
    const { code } = await musterHere(
      'scorecard',
      '--data',
      data,
      '--month',
      '2026-09',
      '--out',
      september,
      '--workspace',
      folder,
    );
    expect(code).toBe(0);
    await musterHere(...words('--previous', join(september, 'scorecard.json')));
    const { history, figures } = JSON.parse(await readFile(join(out, 'scorecard.json'), 'utf8'));
    expect(history).toMatchObject([{ period: '2026-09' }]);
    expect(figures.trend.drift_open).toMatchObject({ previous: 2, current: 4, verdict: 'worse' });
    const { stderr } = await musterHere(...words('--previous', join(out, 'scorecard.json')));
    expect(stderr).toContain('it is of 2026-10, and the month before 2026-10 is compared with');
  });

  test('says which settings are other than those of the month before, where its file says them', async () => {
    const september = join(folder, 'september');
    await musterHere(...words().with(4, '2026-09').with(6, september));
    const settings = { ...JSON.parse(await readFile(join(data, 'config.json'), 'utf8')), timezone: 'Europe/Berlin' };
    await writeFile(join(data, 'config.json'), JSON.stringify(settings));
    const previous = join(september, 'scorecard.json');
    await musterHere(...words('--config', join(data, 'config.json'), '--previous', previous));
    const { caveats } = JSON.parse(await readFile(join(out, 'scorecard.json'), 'utf8'));
    expect(caveats).toContainEqual({
      ...{ is: 'settings', about: 'settings' },
      says: expect.stringMatching(
        /^Settings are other than those of September 2026: .*time zone from UTC to Europe\/Berlin/,
      ),
    });
  });

  test('refuses a month with a bad row, names file, line and column, and writes nothing', async () => {
    await appendFile(
      join(data, 'incidents.csv'),
      'I-900,Backwards,P1,x,,2026-10-05T10:00:00Z,,,2026-10-05T09:00:00Z,closed,no,no\n',
    );
    await appendFile(join(data, 'drift.csv'), 'D-900,x,rogue,vm,prod,no,,scan,2026-10-05,open,,,\n');
    const { code, stderr } = await musterHere(...whole());
    expect(code).toBe(1);
    expect(stderr.trim().split('\n')).toEqual([
      `${join(data, 'incidents.csv')}:10:1: resolved_at lies before detected_at: no duration is negative`,
      `${join(data, 'drift.csv')}:10:3: kind holds “rogue”; unmanaged or shadow is read`,
    ]);
    await expect(readdir(out)).rejects.toThrow('ENOENT');
    const left = await musterHere(...whole('--leave-out-bad-rows', '--json'));
    expect(left.code).toBe(0);
    expect(left.stderr).toContain(
      'incidents.csv:10:1: resolved_at lies before detected_at: no duration is negative; the row was left out',
    );
    expect(JSON.parse(left.stdout)).toMatchObject({
      incidents: { count: 4 },
      sources: expect.arrayContaining([expect.objectContaining({ kind: 'drift', rejected: 1, rows: 9 })]),
    });
  });

  test.each([
    ['a file that is missing', () => unlink(join(data, 'drift.csv')), 'holds no drift.csv (nor .xlsx)'],
    ['two files for one', () => writeFile(join(data, 'Drift.xlsx'), ''), 'Which one counts is not guessed'],
    [
      'a head that is missing',
      () => writeFile(join(data, 'drift.csv'), 'drift_id,kind,identifier,status\n'),
      'drift.csv:1:1: the column discovered_on is missing',
    ],
    [
      'settings that mean nothing',
      () => writeFile(join(data, 'config.json'), '{"controls":{"stale":1}}'),
      'controls: stale means nothing here',
    ],
    [
      'a zone there is not',
      () => writeFile(join(data, 'config.json'), '{"timezone":"Mars/Base"}'),
      'Mars/Base is no time zone',
    ],
    [
      'a day of another month',
      () => writeFile(join(data, 'config.json'), '{"period_end":"2026-11-30"}'),
      'period_end is 2026-11-30, but 2026-10 ends on 2026-10-31',
    ],
    ['settings that are no JSON', () => writeFile(join(data, 'config.json'), '{'), 'it is no JSON'],
    [
      'a month before that is none',
      () => writeFile(join(data, 'previous_snapshot.json'), '{"period":"2026-09","p0":1}'),
      'p0 means nothing here',
    ],
  ])('refuses %s in words, with exit 1', async (_, break_, message) => {
    await break_();
    const { code, stderr, stdout } = await musterHere(...whole('--json'));
    expect(stderr).toContain(message);
    expect([code, JSON.parse(stdout).ok]).toEqual([1, false]);
    await expect(readdir(out)).rejects.toThrow('ENOENT');
  });

  test.each([
    [['--month', '2026-13'], '--month takes a month such as 2026-10, not 2026-13.'],
    [['--month', '2999-01'], '2999-01 has not begun'],
    [['--paper', 'a3'], '--paper'],
  ])('says what is wrong with %j', async (more, message) => {
    const month = more[0] === '--month' ? more : ['--month', '2026-10', ...more];
    const { code, stderr } = await musterHere('scorecard', '--data', data, '--out', out, ...month);
    expect(stderr).toContain(message);
    expect(code).toBeGreaterThan(0);
  });

  test('says what is stale, left out, not over or not there, in sentences and in JSON, with exit 0', async () => {
    await appendFile(join(data, 'drift.csv'), 'D-900,x,rogue,vm,prod,no,,scan,2026-10-05,open,,,\n');
    const [head = '', ...rows] = (await readFile(join(data, 'incidents.csv'), 'utf8')).split('\n');
    await writeFile(join(data, 'incidents.csv'), [head.replace('occurred_at', 'begun'), ...rows].join('\n'));
    const dates = Object.fromEntries(fileKinds.map((kind) => [kind, kind === 'assets' ? '2026-10-01' : '2026-10-20']));
    await writeFile(join(data, 'config.json'), JSON.stringify({ as_of: '2026-10-20', source_dates: dates }));
    const { code, stdout, stderr } = await musterHere(...whole('--leave-out-bad-rows', '--json'));
    expect(code).toBe(0);
    const told = [
      {
        ...{ is: 'unfinished_month', file: null },
        message:
          'October 2026 is counted up to the end of 20 October 2026, before it is over: what comes after is in no figure.',
      },
      {
        ...{ is: 'stale_source', file: 'assets' },
        message:
          'assets.csv is of 1 October 2026, 19 days before 20 October 2026: it is stale, and its figure is grey on the page.',
      },
      {
        ...{ is: 'rejected_rows', file: 'drift' },
        message: 'drift.csv: 1 of 9 rows cannot be counted and was left out of every figure.',
      },
      {
        ...{ is: 'missing_column', file: 'incidents' },
        message: `${join(data, 'incidents.csv')}:1:1: warning: there is no column occurred_at, so it is unknown in every row, and the figures are counted without it`,
      },
    ];
    expect(JSON.parse(stdout).notices).toEqual(expect.arrayContaining(told));
    expect(stderr.split('\n')).toEqual(expect.arrayContaining(told.map(({ message }) => message)));
  });

  test('holds a discovery list against assets and drift, and proposes rows for drift.csv that count nothing', async () => {
    const list = join(folder, 'discovery.csv');
    const proposed = join(out, 'drift-proposed.csv');
    const [before] = [JSON.parse((await musterHere(...whole('--json'))).stdout)];
    await writeFile(list, 'Identifier;Source;Seen on\nbox-9;proxy;2026-10-03\nA-001;scan;2026-10-04\n');
    const { code, stdout, stderr } = await musterHere(...whole('--json', '--discovery', list));
    expect([code, stderr]).toEqual([
      0,
      expect.stringContaining('discovery: 1 identifier is neither in assets.csv nor in drift.csv'),
    ]);
    const rows = papaparse.parse<Record<string, string>>(await readFile(proposed, 'utf8'), { header: true }).data;
    expect(rows[0]).toMatchObject({ identifier: 'box-9', kind: 'shadow', discovered_on: '2026-10-03', status: 'open' });
    expect(Object.keys(rows[0] ?? {})).toEqual(Object.keys(columnsOf.drift));
    expect(JSON.parse(stdout)).toMatchObject({
      drift: before.drift,
      files: expect.arrayContaining(['drift-proposed.csv']),
    });
    await appendFile(proposed, 'reviewed');
    await musterHere(...whole());
    expect(await readFile(proposed, 'utf8')).toContain('reviewed');

    await writeFile(list, 'identifier,source,seen_on\nbox-9,proxy,03/04/2026\n');
    const refused = await musterHere(...whole('--discovery', list));
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining(`${list}:2:3: seen_on`)]);
    expect((await musterHere(...whole('--discovery', join(folder, 'none.csv')))).stderr).toContain('none.csv');
  });

  test('writes templates that are read as months with nothing in them, and never over a file that is there', async () => {
    const templates = join(folder, 'templates');
    expect(await musterHere('scorecard', '--templates', templates)).toMatchObject({ code: 0 });
    const { code, stdout } = await musterHere(
      'scorecard',
      '--data',
      templates,
      '--month',
      '2026-10',
      '--out',
      out,
      '--json',
      '--workspace',
      folder,
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      controls_health: { pct: null },
      vulnerability: { pct: null },
      incidents: { count: 0 },
    });
    await writeFile(join(templates, 'assets.csv'), 'mine');
    expect((await musterHere('scorecard', '--templates', templates)).stderr).toContain('Nothing is replaced');
    expect(await readFile(join(templates, 'assets.csv'), 'utf8')).toBe('mine');
  });
});
