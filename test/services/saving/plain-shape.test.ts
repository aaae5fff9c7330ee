import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { eventSchema } from '#core/exercise/events.ts';
import { plainShape } from '#services/saving/plain-shape.ts';
import { fill } from '../../support/fill-schema.ts';

const types = eventSchema.options.map(({ shape }) => ({ type: shape.type.value, schema: shape.data }));
const strange = ['', '  padded ', 'such a word', 0, -1, 0.5, Number.MAX_VALUE, true, null, undefined, [], {}, ['x']];

/** The value, and the value with anything at all in each of its places, and with one place more. */
function* variants(value: unknown): Generator<unknown> {
  yield* [value, ...strange];
  if (Array.isArray(value)) {
    for (const at of value.keys()) for (const other of variants(value[at])) yield value.with(at, other);
  } else if (typeof value === 'object' && value !== null) {
    yield { ...value, added: 'x' };
    for (const [name, held] of Object.entries(value))
      for (const other of variants(held)) yield { ...value, [name]: other };
  }
}

describe('A quick look at an entry', () => {
  it.each(types)('of $type passes what its schema leaves as it is, and nothing else', ({ schema }) => {
    const look = plainShape(schema);
    let passed = 0;
    for (const value of variants(fill(schema, 'facilitator', 'event'))) {
      const parsed = schema.safeParse(value);
      const isKept = parsed.success && isDeepStrictEqual(parsed.data, value);
      if (look) expect({ value, passes: look(value) }).toEqual({ value, passes: isKept });
      passed += Number(isKept);
    }
    if (look) expect(passed).toBeGreaterThan(0);
  });

  it('is none for a schema with a rule of its own, of whatever type', () => {
    const never = () => false;
    const plain = [z.enum(['a', 'b']), z.strictObject({}), z.array(z.string()), z.string().optional()];
    const ruled = [
      z.enum(['a', 'b']).refine(never),
      z.strictObject({}).refine(never),
      z.string().optional().refine(never),
    ];
    expect(plain.map(plainShape)).not.toContain(null);
    expect(ruled.map(plainShape)).toEqual(ruled.map(() => null));
  });

  it('is there for what a busy exercise writes most', () => {
    const without = types.filter(({ schema }) => plainShape(schema) === null).map(({ type }) => type);
    expect(without).not.toContain('observation_recorded');
    expect(types.length - without.length).toBeGreaterThan(40);
  });
});
