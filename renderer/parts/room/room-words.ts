import type { RoomArtefact } from '#core/exercise/views/room-view.ts';
import { pieceNames, roleNames } from '#core/report/term-words.ts';
import { curlQuotes, keepNumbersWhole } from '#core/scenario/typeset.ts';
import { type Channel, type Role, tlpLabels } from '#core/scenario/vocabulary.ts';

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

/** `09:05`, and `Wed 09:05` where it is not the day of what came before. */
export function timeAfter(local: string, before: string | undefined): string {
  return before === undefined || before.slice(0, 10) === local.slice(0, 10) ? timeOfDay(local) : weekdayTime(local);
}

/** What a piece is called; one of a kind that only a newer version knows has a name that says nothing of it. */
export function pieceName(channel: Channel): string {
  return Object.hasOwn(pieceNames, channel) ? pieceNames[channel] : 'Document';
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

/** What a machine or an intruder wrote is shown as it was typed. */
const asTyped: ReadonlySet<Channel> = new Set(['siem_alert', 'log_extract', 'dashboard', 'ransom_note']);

/** The words of an artefact as they are drawn; files that are attached stay as they are. */
export function setWords(artefact: RoomArtefact): RoomArtefact {
  const { channel, from, to, subject, body } = artefact;
  const set = (words: string) => keepNumbersWhole(asTyped.has(channel) ? words : curlQuotes(words));
  const setOrNone = (words: string | null) => (words === null ? null : set(words));
  return { ...artefact, from: set(from), to: setOrNone(to), subject: setOrNone(subject), body: setOrNone(body) };
}
