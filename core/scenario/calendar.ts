import { Temporal } from 'temporal-polyfill';

/** `2026-02-30T09:00` is none. */
export function isLocalDateTime(text: string): boolean {
  return canBe(() => Temporal.PlainDateTime.from(text));
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
