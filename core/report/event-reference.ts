import type { SavedEvent } from '../exercise/events.ts';
import { roles } from '../scenario/vocabulary.ts';

/** A role of the vocabulary; what somebody typed into `by` or `role` of a review entry is not one, and a due date is not. */
export function roleOf({ data }: SavedEvent): string {
  const named = 'by' in data ? data.by : 'role' in data ? data.role : undefined;
  return roles.find((role) => role === named) ?? '';
}

const refFields = [
  'gap',
  'strength',
  'observation',
  'item',
  'action_item',
  'change',
  'decision',
  'action',
  'clock',
  'inject',
  'objective',
  'exercise',
] as const;

/** The id an event is known by; empty where it has none. */
export function refOf({ type, data }: SavedEvent): string {
  if (type === 'action_agreed') return data.register_id;
  if (type === 'management_response_recorded') return data.gap;
  if (type === 'runbook_change_proposed') return data.change;
  if (type === 'attendance_changed') return data.role;
  if (type === 'feedback_given') return ''; // what it holds is somebody's words
  if ('of' in data) return `event ${data.of}`;
  if ('injects' in data) return data.injects.join(' ');
  const fields: Readonly<Record<string, unknown>> = data;
  const found = refFields.find((field) => typeof fields[field] === 'string');
  return found ? String(fields[found]) : '';
}
