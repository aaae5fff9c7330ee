import { Temporal } from 'temporal-polyfill';
import { exerciseMinutesAt } from '../exercise/clock.ts';
import { type Command, type WindowCommand, windowCommandSchema } from '../exercise/commands.ts';
import { decide } from '../exercise/decide.ts';
import type { SavedEvent } from '../exercise/events.ts';
import { listLog } from '../exercise/log.ts';
import { type ExerciseState, listStanding } from '../exercise/state.ts';
import { roleNames } from '../report/term-words.ts';
import { type Role, roles } from '../scenario/vocabulary.ts';
import { type Letter, noteCommand, wordsOf } from './note-command.ts';
import { placeNote, type Span } from './place-note.ts';

/** One line of a scribe's notes, as it would be recorded. */
export type Note = {
  /** From 1, in what was pasted. */
  readonly line: number;
  readonly source: string;
  readonly letter: Letter;
  readonly text: string;
  readonly by: Role | null;
  /** Exercise milliseconds, and whole minutes of the exercise clock; null where nobody can tell. */
  readonly m: number | null;
  readonly minute: number | null;
  /** The time is that of the line before. */
  readonly isInherited: boolean;
  /** What was taken for granted, in words. */
  readonly taken: readonly string[];
  /** Why it is not recorded as it stands; null where it can be. */
  readonly problem: string | null;
  readonly command: WindowCommand | null;
};

export const mostNotes = 1_000;

/**
 * A scribe's notes, a line each, such as `09:14 D declare P1 – IC`: a time of day in the organisation's zone or `T+14`, a letter or
 * its word, what was said, and who. Nothing is recorded by reading them. Blank lines are skipped.
 */
export function readNotes(state: ExerciseState, pasted: string, nowM: number): readonly Note[] {
  const notes: Note[] = [];
  const spans = listSpans(state, nowM);
  const known = new Map(
    listStanding(state).flatMap((event) => {
      const found = wordsOf(event);
      return found ? [found] : [];
    }),
  );
  let before: number | null = null;
  for (const [at, source] of pasted.split(/\r?\n/).entries()) {
    if (source.trim() === '' || notes.length >= mostNotes) continue;
    const note = readNote(state, { line: at + 1, source, spans, known, before });
    before = note.m ?? before;
    notes.push(note);
  }
  return notes;
}

type Given = {
  readonly line: number;
  readonly source: string;
  readonly spans: readonly Span[];
  /** What stands already, by kind and words, with its minute. */
  readonly known: ReadonlyMap<string, SavedEvent>;
  readonly before: number | null;
};

function readNote(state: ExerciseState, { line, source, spans, known, before }: Given): Note {
  const placed = placeNote(state, source.trim(), spans, before);
  const { letter, decision, rest, taken } = readLetter(placed.rest);
  const { text, by } = readRole(rest);
  const minute = placed.m === null ? null : Math.floor(exerciseMinutesAt(state, placed.m));
  const { m, isInherited = false } = placed;
  const note = { line, source, letter, text, by, m, minute, isInherited, taken: [...placed.taken, ...taken] };
  if (placed.problem !== null) return { ...note, problem: placed.problem, command: null };
  if (text === '') return { ...note, problem: 'Nothing is written after the time.', command: null };
  const made = noteCommand(state.phase, { letter, decision, text, by });
  const all = { ...note, taken: [...note.taken, ...made.taken] };
  const twin = known.get(`${made.letter} ${made.words}`);
  if (twin) {
    const at = Math.floor(exerciseMinutesAt(state, twin.m));
    return { ...all, problem: `It stands there already, at T+${at}.`, command: null };
  }
  return { ...all, ...judge(state, made.command) };
}

/** As the rules would answer now. */
function judge(state: ExerciseState, command: WindowCommand): Pick<Note, 'problem' | 'command'> {
  const parsed = windowCommandSchema.safeParse(command);
  if (!parsed.success) return { problem: parsed.error.issues[0]?.message ?? 'It does not fit.', command: null };
  const whole: Command = command.type === 'agree_action' ? { ...command, register_id: 'not given yet' } : command;
  const decided = decide(state, whole);
  if (decided.ok) return { problem: null, command };
  return { problem: `${decided.problem.message} ${decided.problem.hint}`, command: null };
}

const words: readonly (readonly [Letter, RegExp])[] = [
  ['D', /^(?:D\d*(?=[\s:.)]|$)|d:|decision\b|decided\b)/i],
  ['G', /^(?:G(?=[\s:.)]|$)|g:|gap\b)/i],
  ['S', /^(?:S(?=[\s:.)]|$)|s:|strength\b)/i],
  ['O', /^(?:O(?=[\s:.)]|$)|o:|observation\b|observed\b)/i],
  ['A', /^(?:A(?=[\s:.)]|$)|a:|action\b)/i],
  ['P', /^(?:P(?=[\s:.)]|$)|p:|park(?:ed)?\b)/i],
];

/** A small letter counts only before a colon: “a customer calls” is no action. `D1` answers the script's own decision. */
function readLetter(rest: string) {
  for (const [letter, pattern] of words) {
    const [found] = pattern.exec(rest) ?? [];
    if (found === undefined || /^[a-z]\d*$/.test(found)) continue;
    const decision = letter === 'D' && /^D\d+$/.test(found) ? found : 'new';
    const after = rest.slice(found.length);
    const words = after.replace(/^[\s:.)–—-]+/, '');
    const isOnlyRole = /^\s*[–—-]/.test(after) && roleWords.has(words.trim().toLowerCase());
    return { letter, decision, rest: isOnlyRole ? '' : words, taken: [] };
  }
  return { letter: 'O' as const, decision: 'new', rest, taken: ['No letter: taken as an observation.'] };
}

const roleWords: ReadonlyMap<string, Role> = new Map(
  roles.flatMap((role) => [role, roleNames[role]].map((name) => [name.toLowerCase(), role] as const)),
);

/** Who it came from, at the end: `– IC`, `- Legal`, `(SEC)`. */
function readRole(rest: string): { readonly text: string; readonly by: Role | null } {
  const [whole, dashed, bracketed] = /\s+[–—-]\s*([^–—-]+)$|\s*\(([^()]+)\)$/.exec(rest) ?? [];
  const by = roleWords.get((dashed ?? bracketed ?? '').trim().toLowerCase());
  if (whole === undefined || by === undefined) return { text: rest.trim(), by: null };
  return { text: rest.slice(0, -whole.length).trim(), by };
}

/**
 * From one entry to the next wall time and exercise time go alike; at a jump of the clock they part. It ends with the exercise, or
 * where it was broken off for another day: what a review adds later is no part of it.
 */
function listSpans(state: ExerciseState, nowM: number): readonly Span[] {
  const all = listLog(state.log);
  const ended = all.findIndex(({ type }) => type === 'exercise_ended');
  const events = ended === -1 ? all : all.slice(0, ended + 1);
  const goesOn = ended === -1 && state.phase !== 'suspended';
  return events.map(({ t, m }, at) => {
    const from = Temporal.Instant.from(t).epochMilliseconds;
    const until = events[at + 1]?.m ?? (goesOn ? Math.max(Math.round(nowM), m) : m); // an instant has whole milliseconds
    return { from, until: from + Math.max(0, until - m), m };
  });
}
