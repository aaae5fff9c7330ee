import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { runClock } from '#cli/commands/clock.ts';
import { legalClocks, notLegalAdvice } from '#core/clocks/legal-clocks.ts';
import { musterHere } from '../support/muster.ts';

const none = { id: undefined, at: undefined, aware: undefined, zone: undefined, json: false };
const ask = (asked: Partial<Parameters<typeof runClock>[0]>) => runClock({ ...none, ...asked });
const file = join(import.meta.dirname, '../fixtures/acceptance/legal_clocks.json');
const { cases }: { cases: { clock: string; trigger_at: string; aware_at?: string; expect: string }[] } = JSON.parse(
  readFileSync(file, 'utf8'),
);

describe('muster clock', () => {
  it.each(cases)('prints the deadline of $clock from $trigger_at as JSON', async (row) => {
    const { exitCode, stdout } = await ask({ id: row.clock, at: row.trigger_at, aware: row.aware_at, json: true });
    expect([exitCode, JSON.parse(stdout)]).toEqual([0, { clock: row.clock, deadline: row.expect }]);
  });

  it('prints what the law says where it names no number', async () => {
    const { stdout } = await ask({ id: 'GDPR-34', at: '2026-11-18T22:00:00Z', json: true });
    expect(JSON.parse(stdout)).toEqual({ clock: 'GDPR-34', deadline: null, basis: 'without_undue_delay' });
  });

  it('shows trigger, deadline, law and grade in the zone it is asked for', async () => {
    const { stdout } = await ask({ id: 'gdpr-33', at: '2026-02-17T09:20', zone: 'Europe/Berlin' });
    for (const words of [
      'GDPR-33  GDPR Art. 33(1) supervisory authority',
      'Counted from  Tuesday 17 February 2026, 09:20 Europe/Berlin',
      'Deadline      Friday 20 February 2026, 09:20 Europe/Berlin, 2026-02-20T08:20:00Z',
      'Must hold     nature of the breach',
      'grade A, text or several concordant sources, checked on 23\u00A0Nov\u00A02026',
    ])
      expect(stdout).toContain(words);
  });

  it('lists every clock, and tells one of them', async () => {
    const { stdout } = await ask({});
    for (const { id, name } of legalClocks) expect(stdout).toMatch(new RegExp(`^${id} .*${name.slice(0, 9)}`, 'm'));
    expect((await ask({ id: 'NIS2-FR' })).stdout).toContain('Follows       the first filing of NIS2-IN');
    expect((await ask({ id: 'CRA-EW', at: '2026-03-01T10:00Z' })).stdout).toContain('not in force on that day');
  });

  it.each([{}, { id: 'GDPR-33' }, { id: 'GDPR-33', at: '2026-02-17T09:20Z' }])(
    'says that it is no legal advice with %o, beside JSON too',
    async (asked) => {
      expect((await ask(asked)).stdout.split('\n').at(-1)).toBe(notLegalAdvice);
      const { stdout, stderr } = await ask({ ...asked, json: true });
      expect([stderr, JSON.parse(stdout)]).toEqual([notLegalAdvice, expect.anything()]);
    },
  );

  test.each([
    [{ id: 'GDPR-3' }, 'There is no clock GDPR-3. "muster clock" lists all 30.'],
    [{ id: 'GDPR-33', at: '2026-02-17' }, 'GDPR-33 counts hours, and 2026-02-17 has no time of day. Give the time'],
    [{ id: 'GDPR-33', at: '2026-02-17T09:20' }, '--at: "2026-02-17T09:20" does not say in which time zone. Add Z'],
    [{ id: 'GDPR-33', at: 'today' }, '--at: "today" is no date or time that exists. Write a date'],
    [{ id: 'DORA-INIT', at: '2026-02-17T09:20Z', aware: 'Mon' }, '--aware: "Mon" is no date or time that exists.'],
    [
      { id: 'GDPR-33', at: '2026-02-17T09:20Z', aware: '2026-02-17T09:20Z' },
      '--aware: the deadline of GDPR-33 does not',
    ],
    [{ id: 'SEC-8K-105', at: '2028-01-03' }, 'They are known from 2026-01-01 to 2027-12-31'],
  ])('refuses %o in words', async (asked, words) => {
    expect(await ask(asked)).toEqual({ exitCode: 1, stdout: '', stderr: expect.stringContaining(words) });
  });

  test.each([
    [['clock', '--at', '2026-02-17'], 2, 'Name the clock whose deadline is asked for.'],
    [['clock', 'GDPR-33', '--zone', 'UTC'], 2, '--aware and --zone need --at.'],
    [['clock', 'GDPR-33', 'NIS2-EW'], 2, 'Name one clock, or none for the whole list.'],
    [['clock', 'GDPR-33', '--at', '2026-02-17T09:20', '--zone', 'UTC', '--json'], 0, notLegalAdvice],
  ])('is reached as muster %j', async (args, exit, words) => {
    const { code, stderr } = await musterHere(...args);
    expect([code, stderr]).toEqual([exit, expect.stringContaining(words)]);
  });
});
