import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

export type OpenedForm = 'change' | 'withdraw' | 'keep';

const firstField = 'form :is(input, select, textarea):enabled';

/** The form that opens below an entry. It takes the focus and gives it back to its button; Esc closes it, and its draft waits. */
export function useOpenedForm(drafted: OpenedForm | null) {
  const place = useRef<HTMLLIElement>(null);
  const [open, setOpen] = useState(drafted);
  const focusNext = useRef<string | null>(null);
  useEffect(() => {
    if (focusNext.current !== null) place.current?.querySelector<HTMLElement>(focusNext.current)?.focus();
    focusNext.current = null;
  });

  function show(form: OpenedForm | null): void {
    focusNext.current = form === null ? `[data-form="${open}"]` : firstField;
    setOpen(form);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || open === null) return;
    event.stopPropagation();
    show(null);
  }
  return { place, open, show, toggle: (form: OpenedForm) => show(open === form ? null : form), onKeyDown };
}
