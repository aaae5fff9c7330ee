import { z } from 'zod';
import { listChoices, plural } from '../report/term-words.ts';
import { quote } from './files/read-cell.ts';

/** What a JSON Schema says of one place, as far as a person is told. */
type Node = {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly propertyNames?: Node;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node | boolean;
  readonly prefixItems?: readonly Node[];
  readonly anyOf?: readonly Node[];
};

const mostTold = 12;

/** Every fault of a value that a schema refused, a sentence each: which key, what is wrong, what is allowed. */
export function tellFaults(error: z.ZodError, value: unknown, schema: z.ZodType): readonly string[] {
  const root = z.toJSONSchema(schema, { io: 'input' }) as Node;
  const told = [...new Set(error.issues.flatMap((issue) => tellIssue(issue, value, root)))];
  const more = told.length - mostTold;
  return more > 0 ? [...told.slice(0, mostTold), `and ${plural(more, 'fault')} more.`] : told;
}

function tellIssue(issue: z.core.$ZodIssue, value: unknown, root: Node): readonly string[] {
  const place = nodeAt(root, issue.path);
  const at = placeOf(issue.path);
  const before = at === '' ? '' : `${at}: `;
  if (issue.code === 'unrecognized_keys')
    return [`${before}${issue.keys.join(', ')} means nothing here; ${allowedKeys(place)} is read.`];
  if (issue.code === 'invalid_key') {
    const [key, ...above] = issue.path.toReversed();
    const holder = placeOf(above.toReversed());
    return [
      `${holder === '' ? '' : `${holder}: `}${String(key)} means nothing here; ${allowedKeys(nodeAt(root, above.toReversed()))} is read.`,
    ];
  }
  const found = valueAt(value, issue.path);
  if (found === undefined) return [`${at} is missing; ${allowed(place)} belongs there.`];
  return [`${at === '' ? 'it' : at} ${at === '' ? 'holds' : 'is'} ${showValue(found)}; ${allowed(place)} is read.`];
}

/** `asks[0].by`, as programs write it. */
function placeOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((place, key) => {
    if (typeof key === 'number') return `${place}[${key}]`;
    return place === '' ? String(key) : `${place}.${String(key)}`;
  }, '');
}

function nodeAt(root: Node, path: readonly PropertyKey[]): Node {
  return path.reduce<Node>((node, key) => {
    const within = node.anyOf?.find((one) => one.properties !== undefined || one.items !== undefined) ?? node;
    if (typeof key === 'number') return within.prefixItems?.[key] ?? nodeOf(within.items);
    return within.properties?.[String(key)] ?? nodeOf(within.additionalProperties);
  }, root);
}

const nodeOf = (node: Node | boolean | undefined): Node => (typeof node === 'object' ? node : {});

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (held, key) =>
      typeof held === 'object' && held !== null ? (held as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}

function showValue(value: unknown): string {
  if (typeof value === 'string')
    return value.length > 40 ? `${quote(value)} with ${value.length} characters` : quote(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  return String(value);
}

function allowed(node: Node): string {
  if (node.description !== undefined) return node.description;
  if (node.enum) return listChoices(node.enum.map((word) => showValue(word)));
  if (node.const !== undefined) return showValue(node.const);
  if (node.anyOf) return listChoices(node.anyOf.map(allowed));
  return listChoices([node.type ?? 'string'].flat().map((type) => allowedOfType(node, type)));
}

function allowedOfType(node: Node, type: string): string {
  switch (type) {
    case 'integer':
      return node.minimum !== undefined && node.minimum >= 0 ? `a whole number from ${node.minimum}` : 'a whole number';
    case 'number':
      return 'a number';
    case 'boolean':
      return 'true or false';
    case 'null':
      return 'null';
    case 'array':
      return node.maxItems === undefined ? 'a list' : `a list of at most ${node.maxItems}`;
    case 'object':
      return `an object with ${allowedKeys(node)}`;
    default:
      return allowedText(node);
  }
}

function allowedText({ format, minLength, maxLength }: Node): string {
  if (format === 'date') return 'a day such as 2026-10-31';
  if (maxLength !== undefined) return `text of at most ${maxLength} characters`;
  return (minLength ?? 0) > 0 ? 'text that is not empty' : 'text';
}

function allowedKeys({ properties, propertyNames }: Node): string {
  const keys = properties ? Object.keys(properties) : (propertyNames?.enum ?? []).map(String);
  return keys.length === 0 ? 'nothing else' : listChoices(keys);
}
