import type { ExerciseState } from '#core/exercise/state.ts';
import { listOrder, listPocket } from '#core/exercise/views/console-view-order.ts';
import { plain, roleNames } from '#core/report/term-words.ts';
import { type Role, roles } from '#core/scenario/vocabulary.ts';
import type { Choice, Field } from './act.ts';

export const nobody: Choice = { value: '', name: 'Nobody in particular' };

/** Functions that are in the room come first. */
export function roleChoices(state: ExerciseState): readonly Choice[] {
  const present = new Set(state.setup?.participants.map(({ role }) => role));
  const inOrder = [...roles].sort((a, b) => Number(present.has(b)) - Number(present.has(a)));
  return inOrder.map((role) => ({ value: role, name: roleNames[role] }));
}

export function byField(state: ExerciseState, initial = ''): Field {
  return { name: 'by', label: 'By', kind: 'choice', choices: [nobody, ...roleChoices(state)], initial };
}

export function neededBy(state: ExerciseState, label: string, initial = 'IC'): Field {
  return { name: 'by', label, kind: 'choice', choices: roleChoices(state), isNeeded: true, initial };
}

/** The vocabulary lists hold exactly the values of the fields they fill. */
export const choicesOf = (words: readonly string[]): readonly Choice[] =>
  words.map((value) => ({ value, name: capital(plain(value)) }));

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

export const isRole = (value: string | undefined): value is Role => roles.some((role) => role === value);

export const reasonField: Field = { name: 'reason', label: 'Reason', kind: 'line' };

/** The injects still to come that have another text for what the room has done already. */
export function alreadyDoneField(state: ExerciseState, isCovered: boolean, initial: string): Field {
  const field = injectField(state, 'to_come', isCovered, initial);
  const hasOther = new Set(state.scenario.injects.flatMap(({ id, if_already }) => (if_already ? [id] : [])));
  if (initial !== '' && !hasOther.has(initial)) return { ...field, choices: [] };
  return { ...field, choices: (field.choices ?? []).filter(({ value }) => hasOther.has(value)) };
}

/** Injects by title; by number only, while the screen can be seen by those who play. */
export function injectField(state: ExerciseState, which: 'to_come' | 'all', isCovered: boolean, initial = ''): Field {
  const rows = listOrder(state, 0).filter(
    ({ state: at }) => which === 'all' || !['released', 'current', 'skipped', 'out'].includes(at),
  );
  const next = which === 'to_come' ? rows.find(({ state: at }) => at !== 'held') : undefined;
  const pocket = which === 'all' ? listPocket(state) : [];
  const choices = [...rows, ...pocket].map(({ inject, title }) => ({
    value: inject,
    name: isCovered ? inject : `${inject} ${title}`,
  }));
  return {
    name: 'inject',
    label: 'Inject',
    kind: 'choice',
    choices,
    isNeeded: true,
    initial: initial || (next?.inject ?? ''),
  };
}
