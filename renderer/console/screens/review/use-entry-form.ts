import { useRef, useState } from 'react';
import type { WindowCommand } from '#core/exercise/commands.ts';
import type { Problem } from '#core/outcome.ts';
import { type Field, type FormValue, type FormValues, restoreValues } from '#core/review/forms/field.ts';
import type { Read } from '#core/review/forms/read-form.ts';
import { useReviewed } from './review-context.tsx';

export type Trouble = { readonly problem: Problem; readonly field: string | null };

export type FormNeeds = {
  /** Name of its draft. */
  readonly name: string;
  readonly fields: readonly Field[];
  readonly initial: FormValues;
  readonly read: (values: FormValues) => Read;
  readonly onSaved?: ((command: WindowCommand) => void) | undefined;
};

/** What was typed, kept as a draft until it is saved; a refusal leaves it as it stands. */
export function useEntryForm({ name, fields, initial, read, onSaved }: FormNeeds) {
  const { drafts, give } = useReviewed();
  const [typed, setTyped] = useState(() => restoreValues(fields, drafts.read(name)));
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isSaved, setIsSaved] = useState(false);
  const latest = useRef(typed);
  latest.current = typed;
  const isUnderWay = useRef(false);
  const values = { ...initial, ...typed };

  const change = (field: string, value: FormValue) => changeAll({ [field]: value });

  /** Several fields at once. */
  function changeAll(changed: FormValues) {
    const next = { ...typed, ...changed };
    setTyped(next);
    setIsSaved(false);
    drafts.write(name, next as Parameters<typeof drafts.write>[1]); // texts, yes or no, and lists of texts: JSON as it is
  }

  async function save(): Promise<Trouble | null> {
    if (isUnderWay.current) return null;
    const made = read(values);
    if (!made.ok) return tell(made);
    isUnderWay.current = true;
    const outcome = await give(made.command);
    isUnderWay.current = false;
    if (!outcome.ok && outcome.problem.code === 'kept_unsaved') discard(); // kept by the application, which tries again
    if (!outcome.ok) return tell({ problem: outcome.problem, field: null });
    keepOnlyNewer(typed);
    setTrouble(null);
    setIsSaved(true);
    onSaved?.(made.command);
    return null;
  }

  /** What was typed while this was on its way to the disk stays in its form. */
  function keepOnlyNewer(sent: FormValues) {
    const newer = Object.fromEntries(Object.entries(latest.current).filter(([field, value]) => value !== sent[field]));
    setTyped(newer);
    if (Object.keys(newer).length === 0) drafts.forget(name);
    else drafts.write(name, newer as Parameters<typeof drafts.write>[1]); // as above
  }

  function tell(told: Trouble): Trouble {
    setIsSaved(false);
    setTrouble(told);
    return told;
  }

  function discard() {
    drafts.forget(name);
    setTyped({});
    setTrouble(null);
  }

  return {
    values,
    change,
    changeAll,
    save,
    discard,
    trouble,
    isSaved,
    isTyped: Object.keys(typed).length > 0,
  };
}
