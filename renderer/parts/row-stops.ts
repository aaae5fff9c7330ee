import type { FocusEvent, KeyboardEvent } from 'react';

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

/**
 * A table with a button in each row is one stop of the Tab key, however long it is: within it the arrows go. Which row that is stands in
 * the page alone: drawing hundreds of rows anew at every arrow would be felt.
 */
export function moveStop(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button.matches(':focus'));
  const ends: Readonly<Record<string, number>> = { Home: 0, End: buttons.length - 1 };
  const step = steps[event.key];
  const to = ends[event.key] ?? (step === undefined ? null : Math.min(Math.max(at + step, 0), buttons.length - 1));
  if (to === null || at === -1) return;
  event.preventDefault();
  buttons[to]?.focus();
}

export function markStop({ currentTarget, target }: FocusEvent<HTMLElement>): void {
  if (!(target instanceof HTMLButtonElement)) return;
  for (const before of currentTarget.querySelectorAll<HTMLElement>('button[tabindex="0"]')) before.tabIndex = -1;
  target.tabIndex = 0;
}

/** The row that was the stop may not be listed any more. */
export function keepOneStop(table: HTMLTableElement | null): void {
  if (!table || table.querySelector('tbody button[tabindex="0"]')) return;
  const first = table.querySelector<HTMLElement>('tbody button[aria-current]') ?? table.querySelector('tbody button');
  if (first instanceof HTMLElement) first.tabIndex = 0;
}

/** Back to the row that was the stop. */
export function focusStop(table: HTMLTableElement | null): void {
  table?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus();
}
