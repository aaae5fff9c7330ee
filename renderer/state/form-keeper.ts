import type { Plan } from '#core/plan/plan.ts';

/** Holds what was typed and not yet saved over a reload of this window. */
export function keepForm(name: string, form: Plan | null): void {
  try {
    if (form === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify(form));
  } catch {
    // Without storage a reload loses the last moment; saving goes on as ever.
  }
}

export function takeForm(name: string, script: string): Plan | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(name) ?? 'null') as Plan | null; // written by keepForm alone
    return kept?.script === script ? kept : null;
  } catch {
    return null;
  }
}
