import { hash } from 'node:crypto';
import ical from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { ExpiryEvent } from '#core/exceptions/reminder-files.ts';
import { cleanText } from '../documents/clean-text.ts';

export const expiriesName = 'exception-expiries.ics';

/** The version of an entry that calendars have: how often it was changed, the last time on a day. */
export type WrittenEvent = { readonly sequence: number; readonly changed_on: string; readonly sha256: string };

/** What an entry says, to know whether it says something else now. */
export const hashOf = ({ day, summary, description }: ExpiryEvent): string =>
  hash('sha256', JSON.stringify([day, summary, description]));

/** The next version of an entry, where it says something else than the one that was written before. */
export function versionOf(event: ExpiryEvent, before: WrittenEvent | undefined, today: string): WrittenEvent {
  const sha256 = hashOf(event);
  if (before?.sha256 === sha256) return before;
  return { sequence: before === undefined ? 0 : before.sequence + 1, changed_on: today, sha256 };
}

/**
 * A calendar with an all-day entry for each end, in its version. The same exceptions give the same file; an entry that says something else
 * takes the place of the one that is in the calendar already.
 */
export function writeExpiries(events: readonly (ExpiryEvent & { readonly version: WrittenEvent })[]): string {
  const calendar = ical({ prodId: { company: 'Muster', product: 'Muster', language: 'EN' } });
  for (const { key, day, summary, description, version } of events)
    calendar.createEvent({
      id: `${hash('sha256', `exception ${key}`).slice(0, 32)}@muster.invalid`,
      sequence: version.sequence,
      stamp: startOf(version.changed_on),
      start: startOf(day),
      end: startOf(Temporal.PlainDate.from(day).add({ days: 1 }).toString()),
      allDay: true,
      summary: cleanText(summary).replace(/\s+/g, ' '),
      description: cleanText(description),
    });
  return calendar.toString();
}

const startOf = (day: string) => new Date(`${day}T00:00:00Z`);
