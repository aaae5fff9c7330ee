import type { WindowCommand } from '#core/exercise/commands.ts';
import type { ExerciseState } from '#core/exercise/state.ts';

export type Choice = { readonly value: string; readonly name: string };

export const numberMost = 10_000;

/** One thing to fill in. Names are those of the command's field wherever there is one. */
export type Field = {
  readonly name: string;
  readonly label: string;
  readonly kind: 'line' | 'text' | 'number' | 'yes' | 'choice' | 'many';
  readonly choices?: readonly Choice[];
  readonly isNeeded?: boolean;
  readonly initial?: string | readonly string[];
  readonly most?: number;
  /** Folded behind “More”. */
  readonly isMore?: boolean;
  /** Asked only while another field of a capture's form holds this value. */
  readonly only?: { readonly name: string; readonly is: string };
};

export type Filled = {
  readonly line: (name: string) => string | undefined;
  /** For a field that is needed: the form lets nobody by without it. */
  readonly need: (name: string) => string;
  readonly all: (name: string) => readonly string[];
  readonly yes: (name: string) => boolean;
};

export type Verb = WindowCommand['type'];
export type CommandTo<Type extends Verb> = Extract<WindowCommand, { type: Type }>;

/** What the facilitator can do now, with everything its form needs. The palette, the keys and the buttons draw from these alone. */
export type Act = {
  readonly id: string;
  readonly verb: Verb;
  readonly name: string;
  /** Where else on the screen it is reached, for the sheet of keys and for the palette. */
  readonly place: string;
  readonly key?: string;
  /** What it will do, where that is worth a sentence before it is done. */
  readonly warning?: string;
  readonly fields: readonly Field[];
  readonly submit: string;
  /** Written in the column at the right, beside what is going on; its first field is the line to type. */
  readonly letter?: 'D' | 'G' | 'S' | 'O' | 'A' | 'P';
  /** Asks although there is nothing to fill in. */
  readonly isConfirmed?: boolean;
  /** Draws what the room will see, as it is filled in, before it goes out. */
  readonly isPreviewed?: boolean;
  /** Happens when it is confirmed, not when its key was pressed. */
  readonly isWhenSent?: boolean;
  /** What is wrong with what was filled in, where the window can tell; null where nothing is. */
  readonly check?: (filled: Filled) => string | Fault | null;
  readonly toCommand: (filled: Filled) => WindowCommand;
};

/** What an act is about: a row, an entry, a decision. Empty for the general form that offers a choice. */
export type Subject = { readonly state: ExerciseState; readonly about?: string; readonly isCovered?: boolean };

type Made<Type extends Verb> = Omit<Act, 'verb' | 'toCommand' | 'submit' | 'fields'> & {
  readonly submit?: string;
  readonly fields?: readonly Field[];
  readonly toCommand: (filled: Filled) => CommandTo<Type>;
};

/** An act can only ever give the verb under which it is listed. */
export function act<Type extends Verb>(verb: Type, made: Made<Type>): Act {
  return { verb, submit: made.name, fields: [], ...made };
}

export function readFilled(values: FormData): Filled {
  const line = (name: string) => {
    const value = values.get(name);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  return {
    line,
    need: (name) => line(name) ?? '',
    all: (name) => values.getAll(name).filter((value) => typeof value === 'string'),
    yes: (name) => values.get(name) === 'yes',
  };
}

/** What cannot be sent, in words, and the field to go to where it is one. */
export type Fault = { readonly field: string | null; readonly words: string };

/** What is missing, or too long to be saved, with the limit; null where everything fits. Cutting it off while it is pasted would lose words. */
export function findFault({ fields, check }: Pick<Act, 'fields' | 'check'>, filled: Filled): Fault | null {
  for (const field of fields) {
    const words = (field.isNeeded && tellMissing(field, filled)) || tellBeyond(field, filled);
    if (words) return { field: field.name, words };
  }
  const found = check?.(filled) ?? null;
  return typeof found === 'string' ? { field: null, words: found } : found;
}

function tellMissing({ name, label, kind, choices = [] }: Field, filled: Filled): string | null {
  if (kind === 'yes') return null;
  if (kind === 'many' && choices.length > 0)
    return filled.all(name).length > 0 ? null : `Tick at least one ${singular(label)}.`;
  if (filled.line(name) !== undefined) return null;
  switch (kind) {
    case 'choice':
      if (choices.length > 0) return `${label}: choose one.`;
      return `${label}: there is none to choose just now. Nothing was changed.`;
    case 'many':
      return `${label}: there is none to choose just now. Nothing was changed.`;
    case 'number':
      return `${label}: write a number from 0 to ${numberMost}.`;
    default:
      return `${label}: something is needed here. Spaces alone are nothing.`;
  }
}

/** Labels of lists are plurals: Injects. */
const singular = (label: string) => label.toLowerCase().replace(/s$/, '');

function tellBeyond({ name, label, most, kind }: Field, { line }: Filled): string | null {
  const text = line(name) ?? '';
  if (kind === 'number' && !(Number(text) >= 0 && Number(text) <= numberMost))
    return `${label}: a number from 0 to ${numberMost}, and this is ${text}. What you typed is kept.`;
  if (most === undefined || text.length <= most) return null;
  return `${label}: at most ${most} characters, and this has ${text.length}. Shorten it and save again; what you typed is kept.`;
}

/** Drops what was left empty, so that a command carries only what somebody said. */
export function said<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]: Exclude<Fields[Key], undefined> } {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { [Key in keyof Fields]: Exclude<Fields[Key], undefined> };
}
