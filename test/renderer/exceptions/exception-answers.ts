import { decideException, withdrawDecision } from '#core/exceptions/decide-exception.ts';
import type { Entry } from '#core/exceptions/decision.ts';
import { type CurrentExceptions, describeRegister } from '#core/exceptions/describe-register.ts';
import { type Outcome, succeed } from '#core/outcome.ts';
import type { Exception } from '#core/scorecard/files/file-kinds.ts';
import { previousMonth } from '#core/scorecard/period.ts';
import { usualSettings } from '#core/scorecard/settings.ts';
import type { TrendMonth } from '#core/scorecard/trend-lines.ts';
import { exceptionOf, readOctober } from '../../support/current-exceptions.ts';
import { trendMonth } from '../../support/trend-months.ts';
import type { Answers } from '../plan/plan-window.ts';

export const today = '2026-11-02';
const now = { t: '2026-11-02T09:00:00.000Z', today };

type Written = Parameters<NonNullable<Answers['write_reminders']>>[0];
export type ExceptionMemory = {
  current: CurrentExceptions | null;
  entries: readonly Entry[];
  isDecidable: boolean;
  months: readonly TrendMonth[];
  readonly written: Written[];
};

export function makeMemory(): ExceptionMemory {
  return { current: readOctober(), entries: [], isDecidable: true, months: makeYear(), written: [] };
}

/** The n-th of many, each in its own state. */
export function manyExceptions(count: number): readonly Exception[] {
  const pick = <Value>(values: readonly Value[], at: number): Value => values[at % values.length] as Value; // never empty
  return Array.from({ length: count }, (_, at) =>
    exceptionOf({
      exception_id: `E-${String(at + 1).padStart(3, '0')}`,
      title: `${pick(['Legacy gateway', 'Shared mailbox', 'Lab network', 'Kiosk'], at)} number ${at + 1}`,
      risk: pick(['critical', 'high', 'medium', 'low'] as const, at),
      owner: pick(['Priya Raman', 'Jonas Weber', null, 'Marc Silva', 'Kim Unknown'], at),
      expires_on: pick(['2026-10-15', '2026-11-05', '2026-11-12', '2027-06-30', null], at + Math.floor(at / 5)),
      compensating_control: pick(['A filter in front', null, 'Looked at weekly'], at),
    }),
  );
}

/** Twelve months: one is missing, one was counted otherwise from then on, and times to detect are few. */
export function makeYear(): readonly TrendMonth[] {
  const stricter = { ...usualSettings, controls: { ...usualSettings.controls, stale_after_days: 14 } };
  const months: TrendMonth[] = [];
  for (let month = '2026-10'; months.length < 12; month = previousMonth(month)) {
    const at = 11 - months.length;
    const n = { controls_health_pct: 11, mttd_hours: at < 9 ? 6 : 3, mttr_hours: 6, sla_missed_pct: 9 };
    const figures = {
      ...{ controls_health_pct: 40 + at * 1.5, p0_count: at % 3, p1_count: (at * 5) % 4, mttd_hours: 20 - at },
      ...{ mttr_hours: 30 + ((at * 7) % 12), drift_open: 9 - Math.floor(at / 2), exceptions_active: 4 + (at % 4) },
      ...{ exceptions_expiring_30d: at % 3, sla_missed_pct: 30 + ((at * 11) % 25) },
    };
    months.unshift(trendMonth(month, figures, { n, ...(at > 6 && { settings: stricter }) }));
  }
  return months.filter(({ period }) => period !== '2026-02');
}

export function answerExceptions(memory: ExceptionMemory): Answers {
  const { written } = memory;
  const describe = () => describeRegister(memory.current, memory.entries, today);
  const keep = (exception: string, decided: Outcome<Entry>) => {
    if (!decided.ok) return decided;
    memory.entries = [...memory.entries, decided.value];
    const one = describe().find(({ id }) => id === exception);
    if (!one) throw new Error(`no exception ${exception}`);
    return succeed({ exception: one });
  };
  const isHere = { opened: false, folder: '/home/user/Muster/documents' };
  return {
    load_going_on: async () => succeed({ going: null }),
    load_exceptions: async () => {
      const { current, isDecidable } = memory;
      const file = current && { ...current, expiringWithinDays: 30 };
      const notices = isDecidable ? [] : ['registers/exceptions.json is damaged. Until then no decision is shown.'];
      return succeed({ today, file, exceptions: describe(), isDecidable, notices });
    },
    decide_exception: async ({ exception, decision }) =>
      keep(exception, decideException(memory.entries, memory.current, exception, decision, now)),
    withdraw_decision: async ({ exception, number }) =>
      keep(exception, withdrawDecision(memory.entries, memory.current, exception, number, now)),
    write_reminders: async (asked) => {
      written.push(asked);
      const name = asked.form === 'ics' ? 'exception-expiries.ics' : 'exception-reminders.csv';
      return succeed({ folder: '/home/user/Muster/documents/exceptions', files: [{ name, bytes: 12 }] });
    },
    open_exceptions_folder: async () => succeed(isHere),
    load_trend: async () => succeed({ months: memory.months, notices: [] }),
    write_trend: async () =>
      succeed({ folder: '/home/user/Muster/documents', files: [{ name: 'scorecard-trend.csv', bytes: 12 }] }),
    open_trend_folder: async () => succeed(isHere),
  };
}
