import type { z } from 'zod';
import { lookUp } from './finding.ts';
import { mostFaults } from './limit-faults.ts';

type Path = readonly PropertyKey[];
type Mended = { readonly value: unknown; readonly touched: readonly Path[] };

/** A few rounds are enough: a missing object is filled in level by level. */
const mostRounds = 6;

/**
 * The same value with stand-ins where its shape is wrong, so that the rest can be looked at too; `touched` says where.
 * null when it cannot be mended.
 */
export function mendShape<Output>(
  schema: z.ZodType<Output>,
  value: unknown,
): { readonly output: Output; readonly touched: readonly Path[] } | null {
  let mended: Mended = { value, touched: [] };
  for (let round = 0; round < mostRounds; round += 1) {
    const parsed = schema.safeParse(mended.value);
    if (parsed.success) return { output: parsed.data, touched: mended.touched };
    if (parsed.error.issues.length > mostFaults) return null;
    mended = parsed.error.issues.reduce(mend, mended);
  }
  return null;
}

function mend({ value, touched }: Mended, issue: z.core.$ZodIssue): Mended {
  if (issue.code === 'unrecognized_keys')
    return { value: put(value, issue.path, omit(lookUp(value, issue.path), new Set(issue.keys))), touched };
  return { value: put(value, issue.path, standIn(issue)), touched: [...touched, issue.path] };
}

/** The name of the place serves as text, so that no two stand-ins are the same id. */
function standIn(issue: z.core.$ZodIssue): unknown {
  const kind = 'expected' in issue ? issue.expected : 'origin' in issue ? issue.origin : issue.code;
  switch (kind) {
    case 'string':
      return `(${issue.path.map(String).join('.')})`;
    case 'boolean':
      return false;
    case 'object':
    case 'record':
      return {};
    case 'array':
      return issue.code === 'too_small' ? [null] : [];
    case 'invalid_value':
      return 'values' in issue ? issue.values[0] : undefined;
    case 'invalid_format':
    case 'custom':
      return '2026-01-01T00:00';
    default:
      return 1;
  }
}

function put(value: unknown, [key, ...rest]: Path, inner: unknown): unknown {
  if (key === undefined) return inner;
  if (Array.isArray(value)) return value.map((item, at) => (at === Number(key) ? put(item, rest, inner) : item));
  const fields = Object(value) as Record<PropertyKey, unknown>;
  return { ...fields, [key]: put(fields[key], rest, inner) };
}

function omit(value: unknown, unwanted: ReadonlySet<string>): unknown {
  return Object.fromEntries(Object.entries(Object(value)).filter(([key]) => !unwanted.has(key)));
}
