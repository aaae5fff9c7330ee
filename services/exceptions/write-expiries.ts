import { hash } from 'node:crypto';
import ical from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { ExpiryEvent } from '#core/exceptions/reminder-files.ts';
import { cleanText } from '../documents/clean-text.ts';

export const expiriesName = 'exception-expiries.ics';

/**
 * A calendar with an all-day entry for each end. The same exceptions give the same file; a later one with another day moves the entry that
 * is in the calendar already.
 */
export function writeExpiries(events: readonly ExpiryEvent[], asOf: string): string {
  const calendar = ical({ prodId: { company: 'Muster', product: 'Muster', language: 'EN' } });
  for (const { key, day, summary, description } of events)
    calendar.createEvent({
      id: `${hash('sha256', `exception ${key}`).slice(0, 32)}@muster.invalid`,
      sequence: Number(asOf.replaceAll('-', '')),
      stamp: startOf(asOf),
      start: startOf(day),
      end: startOf(Temporal.PlainDate.from(day).add({ days: 1 }).toString()),
      allDay: true,
      summary: cleanText(summary).replace(/\s+/g, ' '),
      description: cleanText(description),
    });
  return calendar.toString();
}

const startOf = (day: string) => new Date(`${day}T00:00:00Z`);
