import type { z } from 'zod';

/** Whether a value has a schema's shape and would come out of it as it went in. False says nothing: the schema is asked. */
export type Look = (value: unknown) => boolean;

/**
 * The look for a schema of plain objects, lists, words and numbers, without what a schema makes while it looks: a long journal
 * opens a fifth sooner. null for a schema that asks more than that; it is the only judge then.
 */
export function plainShape(schema: z.core.$ZodType): Look | null {
  const { def } = (schema as z.core.$ZodTypes)._zod; // every schema of this project is made by zod
  const look = lookAtType(def);
  const checks = listChecks(def);
  if (!look || !checks) return null;
  if (checks.length === 0) return look;
  return (value) => look(value) && checks.every((check) => check(value));
}

function lookAtType(def: z.core.$ZodTypes['_zod']['def']): Look | null {
  switch (def.type) {
    case 'string':
      return 'format' in def ? null : (value) => typeof value === 'string';
    case 'number':
      if (!('format' in def)) return Number.isFinite;
      return def.format === 'safeint' ? Number.isSafeInteger : null;
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'literal':
    case 'enum': {
      const known = new Set<unknown>(def.type === 'enum' ? Object.values(def.entries) : def.values);
      return (value) => known.has(value);
    }
    case 'optional': {
      const look = plainShape(def.innerType);
      return look && ((value) => value === undefined || look(value));
    }
    case 'default': {
      const look = plainShape(def.innerType);
      return look && ((value) => value !== undefined && look(value));
    }
    case 'array': {
      const look = plainShape(def.element);
      return look && ((value) => Array.isArray(value) && value.every(look));
    }
    case 'object':
      return def.catchall?._zod.def.type === 'never' ? lookAtFields(def.shape) : null;
    default:
      return null;
  }
}

function lookAtFields(shape: Readonly<Record<string, z.core.$ZodType>>): Look | null {
  const looks: { readonly name: string; readonly look: Look }[] = [];
  for (const [name, schema] of Object.entries(shape)) {
    const look = plainShape(schema);
    if (!look) return null;
    looks.push({ name, look });
  }
  const names = new Set(looks.map(({ name }) => name));
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    for (const name in value) if (!names.has(name)) return false;
    for (const { name, look } of looks) if (!look((value as Record<string, unknown>)[name])) return false;
    return true;
  };
}

/** The schema's own checks, whatever its type; null where one is of another kind. */
function listChecks({ checks = [] }: { readonly checks?: readonly z.core.$ZodCheck<never>[] | undefined }) {
  const looks: Look[] = [];
  for (const check of checks) {
    const look = lookOf((check as unknown as z.core.$ZodChecks)._zod.def);
    if (!look) return null;
    looks.push(look);
  }
  return looks;
}

function lookOf(def: z.core.$ZodChecks['_zod']['def']): Look | null {
  switch (def.check) {
    case 'min_length':
      return (value) => (value as string | readonly unknown[]).length >= def.minimum;
    case 'greater_than':
      return (value) => (def.inclusive ? Number(value) >= Number(def.value) : Number(value) > Number(def.value));
    case 'overwrite': // trimmed, as a rule: what was saved is trimmed already
      return (value) => def.tx(value as never) === value;
    default:
      return null;
  }
}
