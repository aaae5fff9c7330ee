import type { z } from 'zod';

/** What is wrong or worth a look in a script; `path` leads to the value, its line is found by whoever read the file. */
export type Finding = {
  readonly path: readonly PropertyKey[];
  readonly level: 'error' | 'warning';
  readonly message: string;
  /** Where what it repeats stands. */
  readonly first?: readonly PropertyKey[];
};

export const error = (path: readonly PropertyKey[], message: string): Finding => ({ path, level: 'error', message });
export const warning = (path: readonly PropertyKey[], message: string): Finding => ({
  path,
  level: 'warning',
  message,
});

/** A fault of shape in plain words: which field, what was found, what may stand there. `08` and `true` are no text in YAML. */
export function tellIssue(issue: z.core.$ZodIssue, root: unknown): readonly Finding[] {
  const field = nameOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => error([...issue.path, key], `unknown field ${nameOf([...issue.path, key])}`));
  }
  const found = lookUp(root, issue.path);
  if (found === undefined) return [error(issue.path, `${field} is missing`)];
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String).join(', ');
    return [error(issue.path, `${field}: ${show(found)} is not one of ${allowed}`)];
  }
  return [error(issue.path, `${field}: found ${show(found)}. ${adviseOn(issue, found)}`)];
}

function adviseOn(issue: z.core.$ZodIssue, found: unknown): string {
  if (found === null) return 'Write something here, or leave the field out.';
  const isBareWord = issue.code === 'invalid_type' && issue.expected === 'string' && typeof found !== 'object';
  return isBareWord ? 'Text is expected: put it in quotes.' : issue.message;
}

export function nameOf(path: readonly PropertyKey[]): string {
  return path.map(String).join('.') || 'the file';
}

export function lookUp(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], root);
}

export function show(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) return tellNumber(value);
  return shorten(JSON.stringify(value) ?? String(value));
}

/** As YAML writes them; JSON has no word for them. */
function tellNumber(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  return value > 0 ? '.inf' : '-.inf';
}

export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
