import { fillText } from '../../scenario/placeholders.ts';
import type { Decided } from '../decided.ts';
import { refuse } from '../refusals.ts';
import type { ExerciseState } from '../state.ts';

type Filled<Fields> =
  | { readonly fields: Fields; readonly refusal: null }
  | { readonly fields: null; readonly refusal: Decided };

/** What somebody writes for the room during play: names of the story are filled in; one it does not know, or half a one, goes nowhere. */
export function fillForRoom<Fields extends object>({ source, setup }: ExerciseState, fields: Fields): Filled<Fields> {
  if (!setup) return { fields, refusal: null };
  const filled = Object.entries(fields).map(([name, value]) => {
    if (typeof value !== 'string') return { name, value, unknown: null };
    const { text, unknown } = fillText(value, source, setup);
    return { name, value: text, unknown };
  });
  const unknown = filled.find((field) => field.unknown !== null);
  if (unknown)
    return { fields: null, refusal: refuse('unknown_placeholder', `${unknown.unknown}, in ${unknown.name}`) };
  return { fields: Object.fromEntries(filled.map(({ name, value }) => [name, value])) as Fields, refusal: null };
}
