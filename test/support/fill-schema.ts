import { z } from 'zod';

type Audience = 'room' | 'facilitator';

/** What a text may have to look like; the first that the schema takes. A day is one after any exercise. */
const shapes = ['2099-03-17', '2026-03-17T09:00:00Z', '2026-02-17T09:00', 'AI-1', 'RB-01'];

/**
 * A value made from the schema itself: every text names who may read it and its place, `[facilitator] SHOWN.notes`.
 * A new field is covered the moment it is in the schema; an object that says nothing of its audience throws here.
 */
export function fill(schema: z.core.$ZodType, audience: Audience, place: string): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return fill(schema.unwrap(), audience, place);
  if (schema instanceof z.ZodArray) return [fill(schema.element, audience, `${place}.0`)];
  if (schema instanceof z.ZodObject) return fillFields(schema, audience, place);
  if (schema instanceof z.ZodRecord)
    return { [keyOf(schema, `[${audience}] ${place}.key`)]: fill(schema.valueType, audience, `${place}.value`) };
  if (schema instanceof z.ZodEnum) return schema.options[0];
  if (schema instanceof z.ZodLiteral) return schema.value;
  const fitting = [`[${audience}] ${place}`, ...shapes, 1, 40, true].find(
    (value) => z.safeParse(schema, value).success,
  );
  if (fitting === undefined) throw new Error(`Teach the canary to fill ${place}.`);
  return fitting;
}

const keyOf = ({ keyType }: z.ZodRecord, text: string): string =>
  keyType instanceof z.ZodEnum ? String(keyType.options[0]) : text;

/** Inside a facilitator's field everything is the facilitator's; any other object must say who reads what. */
export function fillFields(schema: z.ZodObject, audience: Audience, place: string): Record<string, unknown> {
  const roomFields = z.array(z.string()).optional().parse(schema.meta()?.roomFields);
  if (audience === 'room' && !roomFields) throw new Error(`${place} has no audience. Declare it with scriptObject.`);
  const fields = Object.entries(schema.shape).map(([name, field]) => {
    const reader = audience === 'room' && roomFields?.includes(name) ? 'room' : 'facilitator';
    return [name, fill(field, reader, `${place}.${name}`)];
  });
  return Object.fromEntries(fields);
}
