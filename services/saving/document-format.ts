import { hash } from 'node:crypto';
import { z } from 'zod';

/** Documents that have not changed their shape since. */
export const firstFormat = 1;
const stampSchema = z.looseObject({ format: z.int() });
const envelopeSchema = z.strictObject({ format: z.int().positive(), sha256: z.string(), content: z.unknown() });

export class NewerDocument extends Error {}

/** null for a damaged document; `isOwn` unless another program has saved it with the same content. One of a newer format throws: to refuse it is not to call it damaged. */
export function parseDocument<Content>(
  name: string,
  bytes: Buffer,
  schema: z.ZodType<Content>,
  format = firstFormat,
): { readonly value: Content; readonly isOwn: boolean } | null {
  const stored = parseJson(bytes);
  const stamped = stampSchema.safeParse(stored);
  if (stamped.success && stamped.data.format > format)
    throw new NewerDocument(`${name} was made by a newer version of Muster. Update Muster to use it.`);
  const envelope = envelopeSchema.safeParse(stored);
  if (!envelope.success) return null;
  const { sha256, content } = envelope.data;
  if (hash('sha256', JSON.stringify(content)) !== sha256) return null;
  const parsed = schema.safeParse(content);
  return parsed.success ? { value: parsed.data, isOwn: bytes.equals(toBytes(envelope.data)) } : null;
}

export function writeDocument(content: unknown, format: number): Buffer {
  return toBytes({ format, sha256: hash('sha256', JSON.stringify(content)), content });
}

function toBytes(envelope: z.infer<typeof envelopeSchema>): Buffer {
  return Buffer.from(`${JSON.stringify(envelope, null, 1)}\n`);
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
