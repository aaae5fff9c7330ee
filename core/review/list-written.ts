import type { ExerciseEvent } from '../exercise/events.ts';
import type { WrittenText } from './check-wording.ts';

/** The fields in which people write freely and that can reach a document. Ids, tokens, dates and names are not among them. */
const writtenFields: ReadonlySet<string> = new Set([
  'authority',
  'change_exercise',
  'change_plan',
  'choice',
  'control',
  'cost',
  'description',
  'dissent',
  'done_test',
  'effect',
  'evidence',
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
  'title',
  'unsaid',
  'what',
  'when',
  'workaround',
]);

/** What somebody wrote in an event, with the id it belongs to. */
export function listWrittenIn({ type, data }: ExerciseEvent): readonly WrittenText[] {
  if (type === 'exercise_started') return [];
  const where = whereOf(type, data);
  return Object.entries(data).flatMap(([field, value]) => {
    return writtenFields.has(field) && typeof value === 'string' ? [{ where, text: value }] : [];
  });
}

const idFields = ['gap', 'strength', 'action_item', 'change', 'decision', 'objective', 'inject', 'action', 'clock'];

function whereOf(type: ExerciseEvent['type'], data: object): string {
  const fields: Readonly<Record<string, unknown>> = { ...data };
  const own = type === 'action_agreed' ? 'action_item' : type === 'runbook_change_proposed' ? 'change' : undefined;
  const id = [own, ...idFields].find((field) => field !== undefined && typeof fields[field] === 'string');
  return id === undefined ? type.replaceAll('_', ' ') : String(fields[id]);
}
