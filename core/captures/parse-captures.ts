import { z } from 'zod';
import { participantSchema, roomTextPx, runbookVersionSchema, timeZone } from '../exercise/setup.ts';
import { lookUp, show } from '../scenario/finding.ts';
import { limitFaults } from '../scenario/limit-faults.ts';
import { plainWords } from '../scenario/plain-words.ts';
import { localDateTime } from '../scenario/schema.ts';
import { paperSizes, profileFlags, seats, tlpLabels } from '../scenario/vocabulary.ts';
import { checkPlanValues } from './check-plan.ts';
import { liveVerbs } from './live-verbs.ts';
import { anyTimeVerbs, reviewVerbs } from './record-verbs.ts';
import type { Verb } from './verb.ts';

const text = z.string().trim().min(1);

/** Everything above `captures`. Each key of `plan` has a default. */
const headerSchema = z.strictObject({
  scenario: text,
  started: z.iso.datetime({ error: 'Write the start in UTC, such as 2026-03-17T09:00:00Z.' }),
  sample: z.boolean().default(false),
  organisation: z
    .strictObject({
      name: text,
      product: text.optional(),
      domain: text.optional(),
      time_zone: timeZone.default('UTC'),
      profile: z.array(z.enum(profileFlags)).optional(),
      paper: z.enum(paperSizes).optional(),
    })
    .optional(),
  placeholders: z.record(text, z.string()).default({}),
  plan: z
    .strictObject({
      seat: z.enum(seats).default('someone_else'),
      length_min: z.int().positive().optional(),
      objectives: z.array(text).min(1).optional(),
      storyline_start: localDateTime.optional(),
      tlp: z.enum(tlpLabels).default('TLP:AMBER+STRICT'),
      evaluator: text.optional(),
      room_text_px: roomTextPx.optional(),
      runbooks: z.array(runbookVersionSchema).default([]),
      previous: text.optional(),
    })
    .prefault({}),
  participants: z.array(participantSchema).default([]),
  captures: z.array(z.unknown()).min(1, 'A captures file has at least one entry.'),
});

export type CapturesHeader = Omit<z.infer<typeof headerSchema>, 'captures'>;
export type CapturesEntry = {
  readonly place: number;
  readonly at: number;
  readonly verb: VerbName;
  readonly fields: unknown;
};
export type CapturesFile = CapturesHeader & { readonly entries: readonly CapturesEntry[] };
/** `path` leads to the value in the file; its place is found by whoever read the file. */
export type CapturesProblem = { readonly path: readonly PropertyKey[]; readonly message: string };

export const verbs = { ...liveVerbs, ...anyTimeVerbs, ...reviewVerbs } satisfies Readonly<Record<string, Verb>>;
export type VerbName = keyof typeof verbs;
const isVerbName = (name: string): name is VerbName => Object.hasOwn(verbs, name);

/** A whole file, for whoever writes one; `parseCaptures` tells more of what is wrong. */
export const capturesSchema = headerSchema.extend({
  captures: z.array(z.union(Object.values(verbs).map(({ schema }) => schema))).min(1),
});

type Parsed = { readonly file: CapturesFile | null; readonly problems: readonly CapturesProblem[] };

/** Checks the shape of a whole file, every entry, and reports all faults at once. The rules come with the play. */
export function parseCaptures(value: unknown): Parsed {
  const { file, problems } = parseAll(value);
  return { file, problems: limitFaults(problems) };
}

function parseAll(value: unknown): Parsed {
  const header = headerSchema.safeParse(value, { error: plainWords });
  if (!header.success) {
    return {
      file: null,
      problems: [...header.error.issues.flatMap((issue) => tellIssue(issue, value, [])), ...parseRaw(value).problems],
    };
  }
  const { captures, ...rest } = header.data;
  const { entries, problems: misshapen } = parseEntries(captures);
  const problems = [...checkPlanValues(rest), ...misshapen];
  return problems.length > 0 ? { file: null, problems } : { file: { ...rest, entries }, problems };
}

function parseRaw(value: unknown) {
  const captures = z.looseObject({ captures: z.array(z.unknown()) }).safeParse(value);
  return captures.success ? parseEntries(captures.data.captures) : { entries: [], problems: [] };
}

function parseEntries(captures: readonly unknown[]) {
  const entries: CapturesEntry[] = [];
  const problems: CapturesProblem[] = [];
  let lastAt = 0;
  for (const [index, value] of captures.entries()) {
    const path = ['captures', index];
    const entry = parseEntry(value, index + 1);
    if ('problems' in entry) {
      problems.push(...entry.problems.map((problem) => ({ ...problem, path: [...path, ...problem.path] })));
      continue;
    }
    if (entry.at < lastAt) {
      problems.push({
        path: [...path, 'at'],
        message: `${entry.verb}: at ${entry.at} is before ${lastAt}; time never goes back`,
      });
    }
    lastAt = Math.max(lastAt, entry.at);
    entries.push(entry);
  }
  const hasEnd = captures.some((entry) => typeof entry === 'object' && entry !== null && Object.hasOwn(entry, 'end'));
  if (!hasEnd) problems.push({ path: ['captures'], message: 'captures: there is no `end: true`' });
  return { entries, problems };
}

function parseEntry(value: unknown, place: number): CapturesEntry | { readonly problems: readonly CapturesProblem[] } {
  const entry = z.record(z.string(), z.unknown()).safeParse(value);
  if (!entry.success) {
    const message = `entry ${place} is no list of fields such as {at: 5, release: Q1-010}`;
    return { problems: [{ path: [], message }] };
  }
  const found = findVerb(entry.data);
  if (typeof found !== 'string') return { problems: [found] };
  const checked = verbs[found].schema.safeParse(entry.data, { error: plainWords });
  if (checked.success) return { place, at: Number(checked.data.at), verb: found, fields: entry.data };
  const faults = checked.error.issues.flatMap((issue) => tellIssue(issue, entry.data, []));
  return { problems: faults.map(({ path, message }) => ({ path, message: `${found}: ${message}` })) };
}

/** `question` is a field where another verb stands. */
function findVerb(entry: Readonly<Record<string, unknown>>): VerbName | CapturesProblem {
  const present = Object.keys(entry).filter(isVerbName);
  const others = present.filter((name) => name !== 'question');
  const [name = present[0], second] = others;
  if (second !== undefined) return { path: [second], message: `${name}: a second verb, ${second}, in the same entry` };
  if (name !== undefined) return name;
  const unknown = Object.keys(entry).find((key) => key !== 'at');
  return { path: unknown === undefined ? [] : [unknown], message: `unknown verb ${unknown ?? '(none)'}` };
}

/** Names the field and the value found, in plain words. */
function tellIssue(issue: z.core.$ZodIssue, root: unknown, path: readonly PropertyKey[]): CapturesProblem[] {
  const at = [...path, ...issue.path];
  const field = at.map(String).join('.') || 'the file';
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...at, key],
      message: `unknown field ${[...at, key].map(String).join('.')}`,
    }));
  }
  if (issue.code === 'invalid_union') return tellUnion(issue, root, path);
  const found = lookUp(root, issue.path);
  if (found === undefined) return [{ path: at, message: `${field} is missing` }];
  return [{ path: at, message: `${field}: found ${show(found)}. ${issue.message}` }];
}

/** Of several shapes, the one the author came closest to; where two are as close, both. */
function tellUnion(issue: z.core.$ZodIssueInvalidUnion, root: unknown, path: readonly PropertyKey[]) {
  const shapes = issue.errors.map((faults) =>
    faults.flatMap((fault) => tellIssue({ ...fault, path: [...issue.path, ...fault.path] }, root, path)),
  );
  const fewest = Math.min(...shapes.map(({ length }) => length));
  const [closest = [], ...others] = shapes.filter(({ length }) => length === fewest);
  const messages = new Set([...closest, ...others.flat()].map(({ message }) => message));
  const [first] = closest;
  return first && fewest === 1 ? [{ ...first, message: [...messages].join(', or ') }] : closest;
}
