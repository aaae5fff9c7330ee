import { z } from 'zod';
import { type WindowCommand, windowCommandSchema } from '../../exercise/commands.ts';
import { isProtected } from '../../exercise/decide/corrections.ts';
import { eventSchema, type SavedEvent } from '../../exercise/events.ts';
import { type ExerciseState, listStandingOf } from '../../exercise/state.ts';
import { listRunbooks, titleOfRunbook } from '../../scenario/find-runbook.ts';
import { type Choice, type Field, type FieldShape, shapeOf } from './field.ts';
import { choiceOf, hintOf, labelOf } from './field-words.ts';

/** What is filled in by the screen and not by a person. */
const preset: ReadonlySet<string> = new Set(['type', 'id', 'of', 'with']);

/** In this order first, everything else behind it. */
const order: Readonly<Record<string, readonly string[]>> = {
  agree_action: ['gap', 'title', 'type', 'strength_of_fix', 'owner_role', 'owner_name', 'due_on', 'done_test'],
  propose_runbook_change: ['gap', 'runbook', 'step', 'type', 'old', 'new'],
  record_feedback: ['scores', 'strength', 'gap'],
  rate_objective: ['rating', 'reason', 'by'],
};

/** Every field of a command, with nested ones beside the others. */
export function fieldsOfCommand(state: ExerciseState, type: WindowCommand['type']): readonly Field[] {
  const option = windowCommandSchema.options.find(({ shape }) => shape.type.value === type);
  const shape: Readonly<Record<string, unknown>> = option?.shape ?? {};
  return buildFields(state, type, { ...shape, ...shapeInside(shape[inside[type] ?? '']) });
}

/** Two commands hold an entry inside; its fields stand beside the others in a form. */
const inside: Readonly<Record<string, string>> = { agree_action: 'item', propose_runbook_change: 'change' };

function shapeInside(schema: unknown): object {
  return schema instanceof z.ZodObject ? schema.shape : {};
}

/** Every field of an entry that may be amended. */
export function fieldsOfEntry(state: ExerciseState, entry: SavedEvent): readonly Field[] {
  const option = eventSchema.options.find(({ shape }) => shape.type.value === entry.type);
  const shape: Readonly<Record<string, unknown>> = option?.shape.data.shape ?? {};
  const open = Object.entries(shape).filter(([name]) => !isProtected(entry, name));
  return buildFields(state, entry.type, Object.fromEntries(open));
}

function buildFields(state: ExerciseState, form: string, shape: Readonly<Record<string, unknown>>): readonly Field[] {
  const first = order[form] ?? [];
  const names = Object.keys(shape).filter((name) => {
    return first.includes(name) || !(preset.has(name) || name === inside[form]);
  });
  const sorted = [...first.filter((name) => names.includes(name)), ...names.filter((name) => !first.includes(name))];
  return sorted.map((name) => {
    const { shape: filledIn, tokens, isRequired } = shapeOf(name, shape[name]);
    const known = isFreeText(form, name) ? null : listKnown(state, name);
    const choices = known ?? tokens.map((value) => ({ value, words: choiceOf(name, value) }));
    const asked = filledIn === 'line' ? lineIn(form, known !== null) : filledIn;
    return { name, label: labelOf(form, name), hint: hintOf(form, name), shape: asked, choices, isRequired };
  });
}

/** On a form of a participant every answer is a sentence. */
function lineIn(form: string, isKnown: boolean): FieldShape {
  if (isKnown) return 'choice';
  return feedbackForms.has(form) ? 'text' : 'line';
}

const feedbackForms: ReadonlySet<string> = new Set(['record_feedback', 'feedback_given']);

/** The forms of participants hold words where other entries hold an id. */
function isFreeText(form: string, name: string): boolean {
  return feedbackForms.has(form) || name === 'title';
}

/** What a field that refers to something may hold. */
function listKnown(state: ExerciseState, name: string): readonly Choice[] | null {
  switch (name) {
    case 'objective':
      return state.scenario.objectives
        .filter(({ id }) => state.setup?.plan.objectives.includes(id))
        .map(({ id, text }) => ({ value: id, words: `${id}: ${text}` }));
    case 'gap':
      return listStandingOf(state, 'gap_recorded').map(({ data }) => ({
        value: data.gap,
        words: `${data.gap}: ${data.title}`,
      }));
    case 'runbook':
      return listRunbooks(state.scenario, state.setup).map((id) => {
        const title = titleOfRunbook(id, state.setup);
        return { value: id, words: title ? `${id}: ${title}` : id };
      });
    default:
      return null;
  }
}
