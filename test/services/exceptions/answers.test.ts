import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CurrentExceptions } from '#core/exceptions/describe-register.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { listTrendMonths } from '#core/scorecard/trend-lines.ts';
import { answerExceptions } from '#services/application/answer-exceptions.ts';
import { answerTrend } from '#services/application/answer-trend.ts';
import { describeWorkspace } from '#services/saving/workspace.ts';
import { currentOf, exceptionOf } from '../../support/current-exceptions.ts';
import { handClock, need, silentShell } from '../../support/open-muster.ts';
import { publishedMonth } from '../../support/trend-months.ts';

let folder: string;
let current: Outcome<CurrentExceptions | null>;
const told: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-exceptions-'));
  current = succeed(currentOf([exceptionOf(), exceptionOf({ exception_id: 'E-101', owner: 'Kim' })]));
  told.length = 0;
});

afterEach(() => rm(folder, { recursive: true }));

/** Opened anew, as after a restart. */
const answers = () =>
  answerExceptions({
    workspace: describeWorkspace(folder),
    shell: silentShell,
    clock: handClock('2026-11-02T09:00:00Z').clock,
    months: { currentExceptions: async () => current },
    tellText: (text) => told.push(text),
  });
const registerFile = () => join(folder, 'registers', 'exceptions.json');
const escalate = { is: 'escalate', to: 'CTO', until: '2026-11-30' } as const;
const decide = (exception = 'E-100') => answers().decide_exception({ exception, decision: escalate });

describe('Decisions on exceptions', () => {
  it('are kept over a restart, each beside its exception, and taken back by another entry', async () => {
    expect(need(await decide()).exception).toMatchObject({
      id: 'E-100',
      decision: { entry: { number: 1 }, mark: 'not_yet' },
    });
    need(await decide('E-101'));
    const { exceptions, today, file } = need(await answers().load_exceptions({}));
    expect([today, file]).toEqual([
      '2026-11-02',
      { month: '2026-10', asOf: '2026-10-31', datedOn: '2026-10-31', isStale: false, expiringWithinDays: 30 },
    ]);
    expect(exceptions.map(({ decision }) => decision?.entry.number)).toEqual([1, 2]);
    const back = need(await answers().withdraw_decision({ exception: 'E-100', number: 1 }));
    expect(back.exception).toMatchObject({ decision: null, told: [{ isWithdrawn: true }] });
    const saved = JSON.parse(await readFile(registerFile(), 'utf8'));
    expect(saved.content.entries.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3]);
  });

  it('given at the same time are both kept', async () => {
    const given = await Promise.all([decide(), decide('E-101'), decide()]);
    expect(given.map(({ ok }) => ok)).toEqual([true, true, true]);
    const { exceptions } = need(await answers().load_exceptions({}));
    expect(exceptions.flatMap(({ told: all }) => all.map(({ entry }) => entry.number)).toSorted()).toEqual([1, 2, 3]);
  });

  it('that are refused change nothing on the disk', async () => {
    expect(await decide('E-404')).toMatchObject({ ok: false, problem: { code: 'unknown_exception' } });
    await expect(readFile(registerFile())).rejects.toThrow('ENOENT');
  });

  it('that cannot be read take no exception from the screen, and none can be made until they can', async () => {
    await mkdir(join(folder, 'registers'));
    await writeFile(registerFile(), '{"format": 1');
    const shown = need(await answers().load_exceptions({}));
    expect([shown.isDecidable, shown.exceptions.length]).toEqual([false, 2]);
    expect(shown.notices.join()).toContain('Until then no decision is shown, and none can be made');
    expect(await decide()).toMatchObject({ ok: false, problem: { code: 'not_saved' } });
    expect(await readFile(registerFile(), 'utf8')).toBe('{"format": 1');
  });

  it('say why where the month itself cannot be read, and show nothing as if there were none', async () => {
    current = fail({ code: 'source_changed', message: 'It was changed.', hint: 'Take it again.' });
    expect(await answers().load_exceptions({})).toEqual(current);
    expect(await decide()).toEqual(current);
  });
});

describe('Reminders of exceptions', () => {
  it('are written for those that were chosen, as a calendar and as a table, over an earlier one too', async () => {
    const write = (form: 'ics' | 'csv') => answers().write_reminders({ exceptions: ['E-101', 'gone'], form });
    const { folder: out, files } = need(await write('ics'));
    expect([out, files.map(({ name }) => name)]).toEqual([
      join(folder, 'documents', 'exceptions'),
      ['exception-expiries.ics'],
    ]);
    const first = await readFile(join(out, 'exception-expiries.ics'), 'utf8');
    expect([first.includes('E-101'), first.includes('E-100')]).toEqual([true, false]);
    need(await write('ics'));
    expect(await readFile(join(out, 'exception-expiries.ics'), 'utf8')).toBe(first);
    current = succeed(currentOf([exceptionOf({ exception_id: 'E-101', owner: 'Kim', title: 'Newer' })]));
    need(await write('ics'));
    const second = await readFile(join(out, 'exception-expiries.ics'), 'utf8');
    expect([first, second].map((text) => /SEQUENCE:(\d+)/.exec(text)?.[1])).toEqual(['0', '1']);
    current = succeed(currentOf([exceptionOf({ exception_id: 'E-101', owner: 'Kim' })]));
    need(await write('csv'));
    expect(await readFile(join(out, 'exception-reminders.csv'), 'utf8')).toMatch(
      /^owner,reminder,day,days,exception_id,title,to_do\r\nKim,Ends within 14 days,2026-11-15,13,E-101,/,
    );
  });
});

describe('The trend', () => {
  const trend = (snapshots: readonly ReturnType<typeof publishedMonth>[]) =>
    answerTrend({
      workspace: describeWorkspace(folder),
      shell: silentShell,
      months: { trend: async () => succeed({ months: listTrendMonths(snapshots), notices: [] }) },
    });

  it('is of what was published, and its figures are written', async () => {
    const { load_trend, write_trend } = trend([publishedMonth('2026-10'), publishedMonth('2026-09')]);
    expect(need(await load_trend({})).months.map(({ period }) => period)).toEqual(['2026-09', '2026-10']);
    const { folder: out, files } = need(await write_trend({}));
    expect(files.map(({ name }) => name)).toEqual(['scorecard-trend.csv']);
    const lines = (await readFile(join(out, 'scorecard-trend.csv'), 'utf8')).trimEnd().split('\r\n');
    expect(lines).toHaveLength(1 + 9 * 2);
    expect(lines).toContain('p0_count,2026-10,1,count,,,no,no,"detected in the month, UTC"');
  });
});
