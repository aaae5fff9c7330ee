import type { ExerciseEvent } from '../../exercise/events.ts';
import { idOf } from '../../exercise/topics.ts';
import { capitalise } from '../../report/term-words.ts';
import type { WritingKind } from './writing-fields.ts';

/** Somebody's words, what they belong to (`G1`, `AI-2`, `If real written`), and what kind of writing they are. */
export type WrittenText = {
  readonly where: string;
  readonly field: string;
  readonly text: string;
  readonly kind: WritingKind;
};

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
export function listWrittenIn(event: ExerciseEvent): readonly WrittenText[] {
  const { type, data } = event;
  if (type === 'exercise_started') return [];
  const where = whereOf(event);
  return Object.entries(data).flatMap(([field, value]) => {
    const kind = writingKindOf(type, field);
    return kind !== null && typeof value === 'string' ? [{ where, field, text: value, kind }] : [];
  });
}

/**
 * What kind of writing a field of an entry, or of the command that makes it, holds. null: no writing, or words that are quoted: the
 * text of a runbook as it was, and why words stay as they are.
 */
export function writingKindOf(form: string, field: string): WritingKind | null {
  if (!writtenFields.has(field) || form === 'wording_acknowledged' || form === 'acknowledge_wording') return null;
  if (form === 'runbook_change_proposed' || form === 'propose_runbook_change') {
    return field === 'new' ? 'instruction' : field === 'old' ? null : 'body';
  }
  if (form === 'if_real_written' || form === 'write_if_real') return 'what_if';
  const isAction = form === 'action_agreed' || form === 'agree_action';
  return isAction && (field === 'title' || field === 'description') ? 'action' : 'body';
}

/** What an entry without a number of its own is about. */
const subjects = ['decision', 'objective', 'inject', 'action', 'clock', 'gap'];

function whereOf(event: ExerciseEvent): string {
  const fields: Readonly<Record<string, unknown>> = { ...event.data };
  const isForm = event.type === 'feedback_given'; // its gap and strength are sentences
  const subject = isForm ? undefined : subjects.find((field) => typeof fields[field] === 'string');
  return idOf(event) ?? (subject === undefined ? capitalise(event.type.replaceAll('_', ' ')) : String(fields[subject]));
}
