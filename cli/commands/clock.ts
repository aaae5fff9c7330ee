import { type ClockTime, readClockTime } from '#core/clocks/clock-time.ts';
import {
  basisWords,
  conditionWords,
  gradeWords,
  tellBasis,
  timeAllowed,
  writeDeadline,
} from '#core/clocks/clock-words.ts';
import { computeDeadline, type Deadline } from '#core/clocks/compute-deadline.ts';
import type { LegalClock } from '#core/clocks/legal-clock.ts';
import { findLegalClock, legalClocks, legalClockTable, notLegalAdvice } from '#core/clocks/legal-clocks.ts';
import { localTimeOf, longDay } from '#core/local-time.ts';
import { type Outcome, succeed } from '#core/outcome.ts';
import { type Answer, complain, say } from '../answer.ts';

type Asked = {
  readonly id: string | undefined;
  readonly at: string | undefined;
  readonly aware: string | undefined;
  readonly zone: string | undefined;
  readonly json: boolean;
};

/** The table of legal clocks, one row of it, or a deadline. That it is no legal advice stands with each of them. */
export async function runClock({ id, at, aware, zone, json }: Asked): Promise<Answer> {
  if (id === undefined) return json ? sayJson(legalClocks) : say(tellTable());
  const clock = findLegalClock(id.toUpperCase());
  if (!clock) return complain(`There is no clock ${id}. "muster clock" lists all ${legalClocks.length}.`);
  if (at === undefined) return json ? sayJson(clock) : say(tellRow(clock));
  if (aware !== undefined && clock.hours_from_awareness === undefined)
    return complain(`--aware: the deadline of ${clock.id} does not depend on it. Leave it out.`);
  const trigger = readOption('--at', at, zone);
  if (!trigger.ok) return complain(`${trigger.problem.message} ${trigger.problem.hint}`);
  const known = aware === undefined ? succeed(null) : readOption('--aware', aware, zone);
  if (!known.ok) return complain(`${known.problem.message} ${known.problem.hint}`);
  const deadline = computeDeadline(clock, trigger.value, known.value);
  if (!deadline.ok) return complain(`${deadline.problem.message} ${deadline.problem.hint}`);
  if (json) return sayJson(toJson(clock, deadline.value));
  return say(tellDeadline(clock, { trigger: trigger.value, deadline: deadline.value, zone: zone ?? 'UTC' }));
}

function readOption(name: string, words: string, zone: string | undefined): Outcome<ClockTime> {
  const read = readClockTime(words, zone);
  return read.ok ? read : { ok: false, problem: { ...read.problem, message: `${name}: ${read.problem.message}` } };
}

/** JSON has no place for a sentence beside it, so that goes where people read. */
function sayJson(value: unknown): Answer {
  return say(JSON.stringify(value, null, 2), [notLegalAdvice]);
}

function toJson({ id }: LegalClock, deadline: Deadline) {
  const written = writeDeadline(deadline);
  return { clock: id, deadline: written, ...(deadline.is === 'words' ? { basis: deadline.basis } : {}) };
}

function tellTable(): string {
  const idWidth = Math.max(...legalClocks.map(({ id }) => id.length)) + 2;
  const timeWidth = Math.max(...legalClocks.map((clock) => timeAllowed(clock).length)) + 2;
  const { verification_key: key, checked_on, watch } = legalClockTable;
  return [
    ...legalClocks.map(
      (clock) => `${clock.id.padEnd(idWidth)}${clock.verified}  ${timeAllowed(clock).padEnd(timeWidth)}${clock.name}`,
    ),
    '',
    `Verified: A ${key.A}; B ${key.B}; C ${key.C}. Checked on ${checked_on}.`,
    ...watch.map((words) => `Watch: ${words}`),
    notLegalAdvice,
  ].join('\n');
}

function tellRow(clock: LegalClock): string {
  return [`${clock.id}  ${clock.name}`, ...tellLaw(clock), notLegalAdvice].join('\n');
}

type Computed = { readonly trigger: ClockTime; readonly deadline: Deadline; readonly zone: string };

function tellDeadline(clock: LegalClock, { trigger, deadline, zone }: Computed): string {
  return [
    `${clock.id}  ${clock.name}`,
    line('Counted from', trigger.instant === null ? longDay(trigger.date) : localWords(trigger.instant, zone)),
    line('Deadline', deadlineWords(clock, deadline, zone)),
    ...tellLaw(clock),
    notLegalAdvice,
  ].join('\n');
}

function tellLaw(clock: LegalClock): readonly string[] {
  const { applies_when, applies_from, follows, contents, qualifier } = clock;
  return [
    line('Basis', tellBasis(clock)),
    ...(follows === undefined ? [] : [line('Follows', `the ${follows.filing} filing of ${follows.clock}`)]),
    line('Applies when', applies_when.map((word) => conditionWords[word]).join('; ')),
    ...(applies_from === undefined ? [] : [line('In force', `from ${longDay(applies_from)}`)]),
    ...(qualifier === undefined ? [] : [line('In the text', qualifier)]),
    ...(contents === undefined ? [] : [line('Must hold', contents.join('; '))]),
    line('Verified', gradeWords(clock)),
  ];
}

const line = (term: string, words: string): string => `  ${term.padEnd(14)}${words}`;

/** `Friday 20 February 2026, 09:20 Europe/Berlin`. */
function localWords(instant: string, zone: string): string {
  const local = localTimeOf(instant, zone);
  return `${longDay(local.slice(0, 10))}, ${local.slice(11, 16)} ${zone}`;
}

function deadlineWords({ applies_from }: LegalClock, deadline: Deadline, zone: string): string {
  switch (deadline.is) {
    case 'moment':
      return `${localWords(deadline.at, zone)}${zone === 'UTC' ? '' : `, ${deadline.at}`}`;
    case 'day':
      return `the end of ${longDay(deadline.on)}`;
    case 'words':
      return deadline.basis === 'not_in_force' && applies_from !== undefined
        ? 'none: the rule was not in force on that day'
        : (basisWords[deadline.basis] ?? deadline.basis);
  }
}
