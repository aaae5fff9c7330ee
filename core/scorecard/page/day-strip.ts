import { Temporal } from 'temporal-polyfill';
import { longDate, monthNames } from '../../local-time.ts';
import type { Block, DayStrip } from '../../report/document.ts';
import { listWords, plural } from '../../report/term-words.ts';
import type { Scorecard } from '../scorecard.ts';

const severities = ['P0', 'P1'] as const;

/** P0 and P1 by the day they were detected, in the organisation's time zone; nothing where the file was not read. */
export function drawDays({ snapshot, rows }: Scorecard): readonly Block[] {
  const { figures, period } = snapshot;
  if (figures.incidents === null || rows.incidents === null) return [];
  const counted = new Set(figures.incidents.ids);
  const { daysInMonth } = Temporal.PlainYearMonth.from(period.month);
  const lanes = severities.map((name) => ({ name, counts: Array.from({ length: daysInMonth }, () => 0) }));
  for (const { incident_id, severity, detected_at } of rows.incidents) {
    const counts = lanes.find(({ name }) => name === severity)?.counts;
    const at = dayOfMonth(detected_at, period.timezone) - 1;
    if (counts && counted.has(incident_id)) counts[at] = (counts[at] ?? 0) + 1;
  }
  const known = period.end.startsWith(period.month) ? Number(period.end.slice(8)) : 0;
  const toCome = known < daysInMonth ? `; after ${longDate(period.end)} still to come` : '';
  const caption = `P0 and P1 by day of detection, n = ${figures.incidents.count}${toCome}`;
  return [{ is: 'day_strip', lanes, known, caption, description: describe(lanes, period.month) }];
}

const dayOfMonth = (at: number, zone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).day;

function describe(lanes: DayStrip['lanes'], month: string): string {
  const name = monthNames[Number(month.slice(5, 7)) - 1];
  const told = lanes.map((lane) => {
    const days = lane.counts.flatMap((count, at) => {
      if (count === 0) return [];
      return [count === 1 ? String(at + 1) : `${at + 1} (${count})`];
    });
    const total = lane.counts.reduce((sum, count) => sum + count, 0);
    return days.length === 0
      ? `no ${lane.name}`
      : `${plural(total, lane.name, lane.name)} on ${listWords(days)} ${name}`;
  });
  return `${told.join('; ')}.`;
}
