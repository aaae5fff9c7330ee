import { hash } from 'node:crypto';
import { z } from 'zod';
import { eventSchema, type SavedEvent } from '#core/exercise/events.ts';

export const journalFormat = 1;

/** First line of every segment. `genesis` is random, so that no two journals share a chain; `continues` is the last good hash before this segment. */
const headerSchema = z.looseObject({
  format: z.int(),
  exercise: z.string(),
  segment: z.int().positive(),
  genesis: z.string(),
  script_sha256: z.string(),
  continues: z.string(),
});
export type SegmentHeader = z.infer<typeof headerSchema>;

const lineSchema = z.strictObject({
  seq: z.int().positive(),
  t: z.string(),
  m: z.number(),
  s: z.string(),
  type: z.string(),
  data: z.looseObject({}),
  prev: z.string(),
  h: z.string(),
});

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

const suffixLength = `,"h":"${'0'.repeat(64)}"}`.length;
const comma = 0x2c;
const brace = 0x7d;

/** The hash of a whole, unchanged line (without its line end), else null. The bytes are lent, and given back as they were. */
export function verifyLine(line: Buffer): string | null {
  const end = line.length - suffixLength;
  if (end < 1 || line[end] !== comma) return null;
  const stated = line.toString('latin1', end);
  line[end] = brace;
  const digest = hash('sha256', line.subarray(0, end + 1));
  line[end] = comma;
  return stated === `,"h":"${digest}"}` ? digest : null;
}

export function readHeader(line: Buffer): SegmentHeader | null {
  const parsed = headerSchema.safeParse(parseJson(line.toString()));
  return parsed.success ? parsed.data : null;
}

export type ReadLine =
  | { readonly kind: 'event'; readonly event: SavedEvent; readonly prev: string }
  | { readonly kind: 'newer'; readonly type: string }
  | { readonly kind: 'malformed' };

/** A line whose hash is right. An event this version does not know was made by a newer one: history, not damage. */
export function readEventLine(text: string): ReadLine {
  const line = lineSchema.safeParse(parseJson(text));
  if (!line.success) return { kind: 'malformed' };
  const { seq, t, m, s, type, data, prev } = line.data;
  const event = eventSchema.safeParse({ type, data });
  if (!event.success) return { kind: 'newer', type };
  return { kind: 'event', event: { seq, t, m, s, ...event.data }, prev };
}

/** The time a line states, even where it is damaged; null where none can be read. */
export function guessTime(text: string): string | null {
  return text.match(/"t":"(\d{4}-\d\d-\d\dT[\d:.]+Z)"/)?.[1] ?? null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
