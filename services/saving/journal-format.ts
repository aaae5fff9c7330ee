import { hash } from 'node:crypto';
import { z } from 'zod';
import { type EventType, eventSchema, type SavedEvent } from '#core/exercise/events.ts';
import { plainShape } from './plain-shape.ts';
import type { Span } from './split-lines.ts';

export const journalFormat = 1;

const formatSchema = z.looseObject({ format: z.int() });

/** First line of every segment. `genesis` is random, so that no two journals share a chain; `continues` is the last good hash before this segment; `accepts` the sha256 of a damaged first line that somebody went on from. */
const headerSchema = z.looseObject({
  format: z.int(),
  exercise: z.string(),
  segment: z.int().positive(),
  genesis: z.string(),
  script_sha256: z.string(),
  continues: z.string(),
  accepts: z.string().optional(),
});
export type SegmentHeader = z.infer<typeof headerSchema>;

export type Sealed = { readonly bytes: Buffer; readonly hash: string };

export function sealHeader(header: SegmentHeader): Sealed {
  return seal(JSON.stringify(header));
}

/** Keys in this order: seq, t, m, s, type, data, prev, h. Source: definitions.md, "Journal line". */
export function sealEvent({ seq, t, m, s, type, data }: SavedEvent, prev: string): Sealed {
  return seal(JSON.stringify({ seq, t, m, s, type, data, prev }));
}

/** `h` is the sha256 of the line's bytes before `,"h":` plus `}`. */
function seal(text: string): Sealed {
  const digest = hash('sha256', text);
  return { bytes: Buffer.from(`${text.slice(0, -1)},"h":"${digest}"}\n`), hash: digest };
}

/** No entry is longer: a request has 1 MB at most, a script 5 MB. What is longer was put there by something else, and is not parsed. */
export const longestLine = 64 << 20;

const hashLength = 64;
const hashStart = ',"h":"';
const linkStart = ',"prev":"';
const endLength = `${hashStart}${'0'.repeat(hashLength)}"}`.length;
const comma = 0x2c;
const brace = 0x7d;

/** The hash of a whole, unchanged line (without its line end), else null. The bytes are lent, and given back as they were. */
export function verifyLine(line: Buffer): string | null {
  const end = line.length - endLength;
  if (end < 1 || line[end] !== comma) return null;
  const digest = hashClosed(line, 0, end);
  return line.toString('latin1', end) === `${hashStart}${digest}"}` ? digest : null;
}

/** Of a line as if it ended at that comma: in place, because a copy of every line would cost more than its hash. */
function hashClosed(bytes: Buffer, start: number, at: number): string {
  bytes[at] = brace;
  const digest = hash('sha256', bytes.subarray(start, at + 1));
  bytes[at] = comma;
  return digest;
}

export type LinkedLine = { readonly event: SavedEvent; readonly hash: string };

/**
 * An entry that is whole and unchanged and links to `head`; null asks to look closer. Its hash and its link are looked at as
 * bytes, and only what is before them is parsed: that is all the lines of a sound journal, and a third of their letters.
 */
export function readLinkedLine(bytes: Buffer, { start, stop }: Span, head: string): LinkedLine | null {
  const end = stop - endLength;
  const cut = end - linkStart.length - head.length - 1;
  if (cut <= start || bytes[cut] !== comma || bytes[end] !== comma) return null;
  const digest = hashClosed(bytes, start, end);
  if (bytes.toString('latin1', cut, stop) !== `${linkStart}${head}"${hashStart}${digest}"}`) return null;
  bytes[cut] = brace;
  const fields = parseJson(bytes.toString('utf8', start, cut + 1));
  bytes[cut] = comma;
  const event = hasEventFields(fields) ? readEvent(fields) : null;
  return event && { event, hash: digest };
}

/** False where the end of the line is gone: it was cut, not changed. */
export function hasLineEnd(line: Buffer): boolean {
  return line.toString('latin1', Math.max(0, line.length - endLength)).startsWith(hashStart);
}

export type ReadHeader =
  | { readonly kind: 'header'; readonly header: SegmentHeader }
  | { readonly kind: 'newer' }
  | { readonly kind: 'malformed' };

export function readHeader(line: Buffer): ReadHeader {
  const fields = parseJson(line.toString());
  const { data: stamp } = formatSchema.safeParse(fields);
  if (stamp && stamp.format > journalFormat) return { kind: 'newer' };
  const { data: header } = headerSchema.safeParse(fields);
  return header ? { kind: 'header', header } : { kind: 'malformed' };
}

export type ReadLine =
  | { readonly kind: 'event'; readonly event: SavedEvent; readonly prev: string }
  | { readonly kind: 'newer' }
  | { readonly kind: 'malformed' };

/** A line whose hash is right. What this version does not know in it was made by a newer one: history, not damage. */
export function readEventLine(line: Buffer): ReadLine {
  const fields = parseJson(line.toString());
  if (!hasLineFields(fields)) return { kind: 'malformed' };
  const event = readEvent(fields);
  return event ? { kind: 'event', event, prev: fields.prev } : { kind: 'newer' };
}

type EventFields = Pick<SavedEvent, 'seq' | 't' | 'm' | 's'> & { readonly type: string; readonly data: unknown };
type LineFields = EventFields & { readonly prev: string };

/** By hand, because a schema here costs a third of the time to open a long journal. */
function hasEventFields(value: unknown): value is EventFields {
  if (typeof value !== 'object' || value === null) return false;
  const { seq, t, m, s, type } = value as Record<keyof EventFields, unknown>; // an object; each field is looked at below
  const areNumbers = Number.isSafeInteger(seq) && Number(seq) > 0 && typeof m === 'number' && Number.isFinite(m);
  return areNumbers && typeof t === 'string' && typeof s === 'string' && typeof type === 'string';
}

function hasLineFields(value: unknown): value is LineFields {
  return hasEventFields(value) && 'prev' in value && typeof value.prev === 'string';
}

const dataSchemas = new Map<string, z.ZodType>(
  eventSchema.options.map(({ shape }): [EventType, z.ZodType] => [shape.type.value, shape.data]),
);

const looks = new Map([...dataSchemas].map(([type, schema]) => [type, plainShape(schema)]));

/** What the schema of its own type lets through; null for an unknown type or field. */
export function readEvent({ seq, t, m, s, type, data }: EventFields): SavedEvent | null {
  const isPlain = looks.get(type)?.(data) ?? false;
  const parsed = isPlain ? { success: true, data } : dataSchemas.get(type)?.safeParse(data);
  if (!parsed?.success) return null;
  return { seq, t, m, s, type, data: parsed.data } as SavedEvent; // `data` passed the schema that belongs to `type`
}

/** It stands near the beginning of a line; of a long one, which may be anything, no more is looked at. */
const timeWithin = 4_096;

/** The time a line states, even where it is damaged; null where none can be read. */
export function guessTime(line: Buffer): string | null {
  return line.toString('latin1', 0, timeWithin).match(/"t":"(\d{4}-\d\d-\d\dT[\d:.]+Z)"/)?.[1] ?? null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
