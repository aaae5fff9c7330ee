import { z } from 'zod';

/** One field with no field below it. `path`: as in `injects.0.notes`; `value`: what a filled one holds there. */
export type Leaf = { readonly path: string; readonly audience: 'room' | 'facilitator'; readonly value: unknown };

/** Every leaf of a schema with its audience, as `scriptObject` declared it; inside a facilitator's field all is the facilitator's. */
export function listLeaves(
  schema: z.core.$ZodType,
  value: unknown,
  audience: Leaf['audience'] = 'room',
  path = '',
): readonly Leaf[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return listLeaves(schema.unwrap(), value, audience, path);
  if (schema instanceof z.ZodArray)
    return listOf(value).flatMap((one, at) => listLeaves(schema.element, one, audience, `${path}.${at}`));
  if (schema instanceof z.ZodRecord)
    return Object.entries(recordOf(value)).flatMap(([key, one]) => [
      { path: `${path}.key`, audience, value: key },
      ...listLeaves(schema.valueType, one, audience, `${path}.value`),
    ]);
  if (!(schema instanceof z.ZodObject)) return [{ path, audience, value }];
  const roomFields = z.array(z.string()).optional().parse(schema.meta()?.roomFields);
  return Object.entries(schema.shape).flatMap(([name, field]) => {
    const reader = audience === 'room' && roomFields?.includes(name) ? 'room' : 'facilitator';
    return listLeaves(field, recordOf(value)[name], reader, path === '' ? name : `${path}.${name}`);
  });
}

const listOf = (value: unknown) => z.array(z.unknown()).parse(value ?? []);
const recordOf = (value: unknown) => z.record(z.string(), z.unknown()).parse(value ?? {});
