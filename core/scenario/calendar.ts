import { Temporal } from 'temporal-polyfill';

/** `2026-02-30T09:00` is none. */
export function isLocalDateTime(text: string): boolean {
  return canBe(() => Temporal.PlainDateTime.from(text));
}

/** `2026-03-17`, and no day that the calendar does not have. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && canBe(() => Temporal.PlainDate.from(text));
}

/** An IANA name such as Europe/Berlin. */
export function isTimeZone(name: string): boolean {
  return canBe(() => Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name));
}

function canBe(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
