import { z } from 'zod';

export type Choice = { readonly value: string; readonly words: string };

/** How a field is filled in; `list` is one item a line. */
export type FieldShape = 'line' | 'text' | 'number' | 'date' | 'choice' | 'yes' | 'list' | 'evidence' | 'scores';

export type Field = {
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  readonly shape: FieldShape;
  readonly choices: readonly Choice[];
  readonly isRequired: boolean;
};

export type FormValue = string | boolean | readonly string[];
export type FormValues = Readonly<Record<string, FormValue>>;

/** What the schema of a field says about filling it in. */
export type Shape = {
  readonly shape: FieldShape;
  readonly tokens: readonly string[];
  readonly isRequired: boolean;
};

/** Read off the schema, so that a form can neither lack a field nor offer a word the record does not know. */
export function shapeOf(name: string, schema: unknown): Shape {
  if (schema instanceof z.ZodOptional) return { ...shapeOf(name, schema.unwrap()), isRequired: false };
  if (schema instanceof z.ZodDefault) return { ...shapeOf(name, schema.unwrap()), isRequired: false };
  if (schema instanceof z.ZodEnum) return { shape: 'choice', tokens: schema.options.map(String), isRequired: true };
  const shape = simpleShape(name, schema);
  return { shape, tokens: [], isRequired: shape !== 'list' && shape !== 'evidence' };
}

function simpleShape(name: string, schema: unknown): FieldShape {
  if (schema instanceof z.ZodBoolean) return 'yes';
  if (schema instanceof z.ZodNumber) return 'number';
  if (schema instanceof z.ZodISODate) return 'date';
  if (!(schema instanceof z.ZodArray)) return longNames.has(name) ? 'text' : 'line';
  if (name === 'evidence') return 'evidence';
  return name === 'scores' ? 'scores' : 'list';
}

/** Fields in which people write sentences. */
const longNames: ReadonlySet<string> = new Set([
  'change_exercise',
  'change_plan',
  'choice',
  'control',
  'description',
  'dissent',
  'done_test',
  'effect',
  'information',
  'keep',
  'missing',
  'new',
  'note',
  'old',
  'question',
  'rationale',
  'reason',
  'text',
  'unsaid',
  'what',
  'when',
  'workaround',
]);

/** What a form starts from. */
export function emptyValues(fields: readonly Field[]): FormValues {
  return Object.fromEntries(fields.map((field) => [field.name, emptyValue(field)]));
}

function emptyValue({ shape }: Field): FormValue {
  if (shape === 'yes') return false;
  if (shape === 'evidence') return [];
  return shape === 'scores' ? Array.from({ length: feedbackStatements.length }, () => '') : '';
}

/** Source: spec.md B.10; scored 1, strongly disagree, to 5. */
export const feedbackStatements = [
  'Objectives were clear',
  'Scenario was plausible for us',
  'Right people and mix took part',
  'I knew my role and authority',
  'Runbooks were usable',
  'I could speak openly, including about problems',
  'Pace and length were right',
  'Facilitation helped',
  'I learned something I will use',
  'I am better prepared than before',
  'Artefacts were realistic',
  'Would recommend',
] as const;

/** Of a draft, what these fields can still hold; anything else in it is dropped. */
export function restoreValues(fields: readonly Field[], draft: unknown): FormValues {
  if (typeof draft !== 'object' || draft === null) return {};
  const kept: Readonly<Record<string, unknown>> = { ...draft };
  return Object.fromEntries(
    fields.flatMap((field): [string, FormValue][] => {
      const value = kept[field.name];
      return isValueOf(field, value) ? [[field.name, value]] : [];
    }),
  );
}

function isValueOf({ shape }: Field, value: unknown): value is FormValue {
  if (shape === 'yes') return typeof value === 'boolean';
  if (shape === 'evidence' || shape === 'scores') {
    return Array.isArray(value) && value.every((item) => typeof item === 'string');
  }
  return typeof value === 'string';
}
