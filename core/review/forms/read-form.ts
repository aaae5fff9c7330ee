import { readDay } from '../../day.ts';
import { type WindowCommand, windowCommandSchema } from '../../exercise/commands.ts';
import type { SavedEvent } from '../../exercise/events.ts';
import type { Problem } from '../../outcome.ts';
import { plainWords } from '../../scenario/plain-words.ts';
import type { Field, FormValue, FormValues } from './field.ts';

/** `field` is where the problem stands, if it stands at one. */
export type Read =
  | { readonly ok: true; readonly command: WindowCommand }
  | { readonly ok: false; readonly problem: Problem; readonly field: string | null };

type Json = string | number | boolean | readonly string[] | readonly number[];

/** What was filled in, as the command it stands for. What the command's own schema refuses comes back with its field. */
export function readForm(
  type: WindowCommand['type'],
  fields: readonly Field[],
  values: FormValues,
  fixed: Readonly<Record<string, string | number>> = {},
): Read {
  const unread = refuseUnreadDay(fields, values);
  if (unread) return unread;
  const filled = Object.fromEntries(
    fields.flatMap((field) => {
      const value = toJson(field, values[field.name] ?? '');
      return value === null ? [] : [[field.name, value] as const];
    }),
  );
  const parsed = windowCommandSchema.safeParse(nest(type, { ...filled, ...fixed }), { error: plainWords });
  if (parsed.success) return { ok: true, command: parsed.data };
  const issue = parsed.error.issues[0];
  const path = issue?.path.map(String) ?? [];
  const field = fields.find(({ name }) => path.includes(name));
  const line = field?.shape === 'scores' ? Number(path.at(-1)) : Number.NaN; // of the field, or of one of its lines
  if (field && Number.isInteger(line)) return refuseField(field, `line ${line + 1} needs a digit from 1 to 5.`);
  return refuseField(field, missingOr(field && values[field.name], issue?.message));
}

function missingOr(value: FormValue | undefined, advice = 'it cannot be read.'): string {
  return value === '' || value === undefined ? 'something is needed here.' : advice;
}

function nest(type: WindowCommand['type'], { gap, ...rest }: Readonly<Record<string, unknown>>): object {
  const withGap = gap === undefined ? {} : { gap };
  if (type === 'agree_action') return { type, ...withGap, item: rest };
  if (type === 'propose_runbook_change') return { type, ...withGap, change: rest };
  return { ...withGap, ...rest, type };
}

/** The schema would only say that it is none. */
function refuseUnreadDay(fields: readonly Field[], values: FormValues): Read | null {
  for (const field of fields.filter(({ shape }) => shape === 'date')) {
    const text = String(values[field.name] ?? '').trim();
    const { problem } = readDay(text);
    if (text !== '' && problem !== null) return refuseField(field, problem);
  }
  return null;
}

/** null: left empty. */
function toJson({ shape }: Field, value: FormValue): Json | null {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return shape === 'scores' ? value.map(toNumber) : value;
  const text = value.trim();
  if (text === '') return null;
  if (shape === 'number') return toNumber(text);
  if (shape === 'date') return readDay(text).day ?? text;
  return shape === 'list' ? linesIn(text) : text;
}

/** What is no number stays no number, and the schema says so. */
function toNumber(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}

function linesIn(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** An entry as its form shows it. */
export function valuesOfEntry(fields: readonly Field[], { data }: Pick<SavedEvent, 'data'>): FormValues {
  const held: Readonly<Record<string, unknown>> = { ...data };
  return Object.fromEntries(fields.map((field) => [field.name, toValue(field, held[field.name])]));
}

function toValue({ shape }: Field, held: unknown): FormValue {
  if (shape === 'yes') return held === true;
  if (Array.isArray(held)) return shape === 'list' ? held.join('\n') : held.map(String);
  if (shape === 'evidence' || shape === 'scores') return [];
  return held === undefined ? '' : String(held);
}

/** What differs from the entry, as its amendment. */
export function readAmendment(entry: SavedEvent, fields: readonly Field[], values: FormValues): Read {
  const before = valuesOfEntry(fields, entry);
  const changed = fields.filter(({ name }) => JSON.stringify(before[name]) !== JSON.stringify(values[name]));
  if (changed.length === 0) {
    const problem = { code: 'unchanged', message: 'Nothing was changed.', hint: 'Change a field, then save.' };
    return { ok: false, problem, field: null };
  }
  const missing = changed.find((field) => field.isRequired && toJson(field, values[field.name] ?? '') === null);
  if (missing) return refuseField(missing, 'something is needed here.');
  const unread = refuseUnreadDay(changed, values);
  if (unread) return unread;
  const changes = changed.map((field) => [field.name, toJson(field, values[field.name] ?? '')] as const);
  const command = { type: 'amend_entry', of: entry.seq, with: Object.fromEntries(changes) };
  const parsed = windowCommandSchema.safeParse(command);
  if (parsed.success) return { ok: true, command: parsed.data };
  return refuseField(changed[0], 'it cannot be read.');
}

function refuseField(field: Field | undefined, why: string): Read {
  const message = field ? `${field.label}: ${why}` : 'This cannot be saved yet.';
  const hint = 'Correct it and save again. What you typed is kept.';
  return { ok: false, problem: { code: 'not_filled_in', message, hint }, field: field?.name ?? null };
}
