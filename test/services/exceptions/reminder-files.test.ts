import papaparse from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Entry } from '#core/exceptions/decision.ts';
import { describeRegister } from '#core/exceptions/describe-register.ts';
import { listExpiryEvents, listRemindersFile, reminderColumns } from '#core/exceptions/reminder-files.ts';
import { listReminders } from '#core/exceptions/reminders.ts';
import { daysBetween } from '#core/local-time.ts';
import type { Exception } from '#core/scorecard/files/file-kinds.ts';
import { versionOf, type WrittenEvent, writeExpiries } from '#services/exceptions/write-expiries.ts';
import { writeExportFile } from '#services/export/write-action-exports.ts';
import { currentOf, exceptionOf, readOctober } from '../../support/current-exceptions.ts';

const asOf = '2026-10-31';
/** As it is written on a day, after what was written `before`. */
function writeOn(
  on: string,
  exceptions: readonly Exception[],
  entries: readonly Entry[] = [],
  before: ReadonlyMap<string, WrittenEvent> = new Map(),
) {
  const events = listExpiryEvents(describeRegister(currentOf(exceptions, { asOf: on }), entries, on), on);
  const numbered = events.map((event) => ({ ...event, version: versionOf(event, before.get(event.key), on) }));
  return { text: writeExpiries(numbered), written: new Map(numbered.map(({ key, version }) => [key, version])) };
}
const calendarOf = (exceptions: readonly Exception[], on = asOf, entries: readonly Entry[] = []) =>
  writeOn(on, exceptions, entries).text;

/** Lines as a calendar reads them: unfolded, in bytes at most 75 long before; values without their escapes. */
function readEvents(text: string): readonly Readonly<Record<string, string>>[] {
  expect(text.endsWith('\r\n') || text.endsWith('END:VCALENDAR')).toBe(true);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const lines = text.replaceAll('\r\n ', '').split('\r\n');
  const events: Record<string, string>[] = [];
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') events.push({});
    const [, name = '', value = ''] = /^([A-Z-]+(?:;[^:]*)?):(.*)$/.exec(line) ?? [];
    const own = events.at(-1);
    if (own && !name.startsWith('END'))
      own[name] = value.replace(/\\([\\;,nN])/g, (_, sign) => (/n/i.test(sign) ? '\n' : sign));
  }
  return events;
}

describe('The calendar of expiries', () => {
  it('has an all-day entry on the last day of each exception in force, and none of others or of days that are over', () => {
    const events = readEvents(calendarOf(readOctober().exceptions));
    expect(events.map((event) => [event.SUMMARY, event['DTSTART;VALUE=DATE'], event['DTEND;VALUE=DATE']])).toEqual([
      ['Exception ends: E-007 Quarterly key rotation delay', '20261031', '20261101'],
      ['Exception ends: E-001 CI runners without EDR', '20261115', '20261116'],
      ['Exception ends: E-003 Kiosk not enrolled', '20261130', '20261201'],
      ['Exception ends: E-006 Wiki patch window', '20261201', '20261202'],
      ['Exception ends: E-002 Shared mailbox without MFA', '20270131', '20270201'],
    ]);
    expect(events[0]?.DESCRIPTION?.split('\n')).toEqual([
      'Ends at the end of 31 October 2026. Renew, fix, retire or escalate.',
      'Owner: platform.lead',
      'Risk: medium',
      'Scope: A-002',
      'Control: BL-T0-03',
      'Compensating control: Extra monitoring',
      'State: active',
      'Ticket: SEC-262',
    ]);
  });

  it('is the same from the same exceptions on any day, and an entry that says something else takes the place of the earlier', () => {
    const two = [exceptionOf(), exceptionOf({ exception_id: 'E-101' })];
    const first = writeOn(asOf, two);
    expect(writeOn('2026-11-10', two, [], first.written).text, 'ten days later').toBe(first.text);
    const renewed = [exceptionOf({ expires_on: '2027-02-28' }), exceptionOf({ exception_id: 'E-101' })];
    const second = writeOn('2026-11-10', renewed, [], first.written);
    const [before, after] = [readEvents(first.text), readEvents(second.text)];
    expect(after.map(({ UID }) => UID)).toEqual(expect.arrayContaining(before.map(({ UID }) => UID)));
    const told = ({ SUMMARY, SEQUENCE, DTSTAMP, 'DTSTART;VALUE=DATE': day }: (typeof after)[number]) =>
      [SUMMARY?.slice(16, 21), SEQUENCE, DTSTAMP?.slice(0, 8), day].join(' ');
    expect(before.map(told)).toEqual(['E-100 0 20261031 20261115', 'E-101 0 20261031 20261115']);
    expect(after.map(told).toSorted()).toEqual(['E-100 1 20261110 20270228', 'E-101 0 20261031 20261115']);
  });

  it('cannot be made to say more than its fields do', () => {
    const title = 'Odd, title; with \\ signs\r\nBEGIN:VEVENT\r\nSUMMARY:forged\u0007 ünïcödé';
    const events = readEvents(calendarOf([exceptionOf({ title, owner: 'A\nEND:VCALENDAR' })]));
    expect(events).toHaveLength(1);
    expect(events[0]?.SUMMARY).toBe(
      'Exception ends: E-100 Odd, title; with \\ signs BEGIN:VEVENT SUMMARY:forged ünïcödé',
    );
    expect(events[0]?.DESCRIPTION).toContain('Owner: A\nEND:VCALENDAR\nRisk: high');
  });

  it('names what was decided and whether the file says so', () => {
    const said = { is: 'fix', by: 'Network', until: '2026-11-09' } as const;
    const about = { t: '2026-10-31T08:00:00.000Z', told_on: asOf, month: '2026-10', expires_on: '2026-11-15' };
    const entry: Entry = { number: 1, exception: 'E-100', ...about, said };
    expect(readEvents(calendarOf([exceptionOf()], asOf, [entry]))[0]?.DESCRIPTION).toContain(
      'Decided: To be fixed by Network until 9 November 2026 (not yet in the file)',
    );
  });
});

describe('The reminders as a table', () => {
  it('are read back as they are listed, and nothing in them runs as a formula', () => {
    const rows = [
      exceptionOf({ title: '=HYPERLINK("http://x")', owner: '+Kim, "the lead"' }),
      exceptionOf({ exception_id: 'E-9', owner: null, expires_on: '2026-10-01' }),
    ];
    const register = describeRegister(currentOf(rows), [], '2026-11-01');
    const text = writeExportFile(listRemindersFile(listReminders(register, (day) => daysBetween('2026-11-01', day))));
    expect(papaparse.parse(text.trimEnd()).data).toEqual([
      [...reminderColumns],
      [
        '',
        'Expired, still open',
        '2026-10-01',
        '-31',
        'E-9',
        'Legacy gateway',
        expect.stringMatching(/^It has run out and is still open/),
      ],
      [
        ...['\'+Kim, "the lead"', 'Ends within 14 days', '2026-11-15', '14', 'E-100', '\'=HYPERLINK("http://x")'],
        'Decide before it ends: renew, fix, retire or escalate.',
      ],
    ]);
  });
});
