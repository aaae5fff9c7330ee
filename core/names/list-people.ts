import type { SavedEvent } from '../exercise/events.ts';
import { listLog } from '../exercise/log.ts';
import type { ExerciseState } from '../exercise/state.ts';
import { roleNames } from '../report/term-words.ts';
import type { Role } from '../scenario/vocabulary.ts';
import { officeWords, wordsToo } from './common-words.ts';
import { fold } from './fold-text.ts';

/** Somebody named in the record, and what to say instead. */
export type NamedPerson = { readonly name: string; readonly instead: string };

export const somebody = 'a colleague';

/** Everybody whose name stands in a field for names, in the plan and in all that was ever recorded, withdrawn entries too. */
export function listPeople(state: ExerciseState): readonly NamedPerson[] {
  const { setup } = state;
  if (!setup) return [];
  const planned = setup.participants.flatMap(({ name, contact, role, stands_in_for }) => [
    person(name, role),
    person(contact, role),
    ...maybePerson(stands_in_for),
  ]);
  const before = setup.previous_actions.flatMap(({ owner_name, owner_role, verified_by }) => [
    person(owner_name, owner_role),
    person(verified_by),
  ]);
  const recorded = listLog(state.log).flatMap(listNamedIn);
  return [...planned, person(setup.plan.evaluator, 'EVAL'), ...before, ...recorded].filter((named) => named !== null);
}

function person(name: string | undefined, role?: string): NamedPerson | null {
  if (name === undefined || name.trim() === '') return null;
  return { name, instead: roleNames[role as Role] ?? somebody }; // a role the vocabulary lacks has no name
}

/** A field that takes a person or an office: `Head of IT` is nobody's name. */
function maybePerson(written: string | undefined): readonly (NamedPerson | null)[] {
  const words = written?.trim().split(/\s+/u) ?? [];
  const isNamed = words.length > 0 && words.length <= 4 && words.every((word) => /^\p{Lu}|^\p{Lo}/u.test(word));
  return isNamed && !words.some((word) => isOffice(fold(word))) ? [person(written)] : [];
}

const isOffice = (word: string) => officeWords.has(word.replace(/[^\p{L}\p{N}-]/gu, '')) || wordsToo.has(word);

function listNamedIn({ type, data }: SavedEvent): readonly (NamedPerson | null)[] {
  switch (type) {
    case 'attendance_changed':
      return [person(data.name, data.role), ...maybePerson(data.stands_in_for)];
    case 'action_agreed':
      return [
        person(data.owner_name, data.owner_role),
        person(data.owner_email, data.owner_role),
        ...maybePerson(data.sponsor),
      ];
    case 'action_status_changed':
      return [person(data.verified_by)];
    case 'report_signed':
      return [person(data.name)];
    case 'summary_approved':
      return [person(data.name, data.role)];
    case 'leadership_asked':
      return maybePerson(data.owner);
    case 'if_real_written':
    case 'management_response_recorded':
      return maybePerson(data.by);
    case 'runbook_change_proposed':
      return [...maybePerson(data.owner), ...maybePerson(data.approver)];
    case 'entry_amended':
      return nameFields.flatMap((field) => {
        const value = data.with[field];
        return typeof value === 'string' ? [person(value)] : [];
      });
    default:
      return [];
  }
}

/** Whatever kind of entry an amendment reaches, these hold a person in it. */
const nameFields = ['name', 'owner_name', 'owner_email', 'verified_by'];
