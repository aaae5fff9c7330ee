import { roleNames } from '#core/report/term-words.ts';
import { type Role, tlpLabels } from '#core/scenario/vocabulary.ts';

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** `Tue 09:05` of a local date-time without a zone; it is shown as it stands if it is none. */
export function weekdayTime(local: string): string {
  const found = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(local);
  if (!found) return local;
  const day = new Date(`${found[1]}T00:00:00Z`).getUTCDay();
  return `${weekdays[day] ?? ''} ${found[2]}`.trim();
}

/** `09:05`. */
export function timeOfDay(local: string): string {
  return /T(\d{2}:\d{2})/.exec(local)?.[1] ?? local;
}

/** The exercise clock, `67 min` where the console reads `T+67:12`: one count for everybody, and nothing in the room ticks by the second. */
export function exerciseClock(minutes: number): string {
  return `${Math.max(0, Math.floor(minutes))} min`;
}

/** `4:20`; never less than nothing. */
export function countdown(minutes: number): string {
  const seconds = Math.max(0, Math.ceil(minutes * 60 - 0.001));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A role in words; an owner the scenario words itself stays as it is. */
export function ownerWords(owner: string): string {
  return owner in roleNames ? roleNames[owner as Role] : owner;
}

/** At most two letters to stand for a name; none of a sender's letters may judge. */
export function initials(name: string): string {
  const words = name.split(/[\s._-]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const letters = words.slice(0, 2).map((word) => [...word.replace(/[^\p{L}\p{N}]/gu, '')][0] ?? '');
  return letters.join('').toUpperCase();
}

/** A name is a label and always whole: by its length the room steps it down. */
export function nameLength(name: string): 'short' | 'long' | 'longest' {
  if (name.length <= 40) return 'short';
  return name.length <= 80 ? 'long' : 'longest';
}

/** The marking that lets fewer people know; one that is none counts as the strictest. */
export function stricter(one: string, other: string): string {
  const labels: readonly string[] = tlpLabels;
  const rank = (label: string) => labels.indexOf(label);
  return rank(one) <= rank(other) ? one : other;
}
