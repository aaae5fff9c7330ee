import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ConsoleBridge } from '#contract/console.ts';
import type { Outcome, Problem } from '#core/outcome.ts';
import type { Plan } from '#core/plan/plan.ts';
import { listFieldProblems, toSavable } from '#core/plan/plan-problems.ts';
import { keepForm, takeForm } from './form-keeper.ts';

export type PlanMirror = {
  /** What stands in the fields, valid or not; null until it is loaded. */
  readonly form: Plan | null;
  readonly saving: 'saved' | 'saving' | 'failed';
  /** Why it could not be loaded or saved. */
  readonly problem: Problem | null;
};

export type PlanStore = {
  readonly store: StoreApi<PlanMirror>;
  readonly load: () => Promise<void>;
  /** Takes over another plan of this script, such as one that was filled in. */
  readonly replace: (plan: Plan) => void;
  readonly change: (edit: (form: Plan) => Plan) => void;
  /** Saves now what was not saved yet; resolves with whether everything savable is on the disk. */
  readonly flush: () => Promise<boolean>;
};

/** No key waits longer for the disk, also where no rest comes between them. */
const waitMs = 300;

/** A form that saves itself a moment after a key. What is typed stays in the form whatever becomes of the saving. */
export function createPlanStore(bridge: ConsoleBridge, script: string): PlanStore {
  const store = createStore<PlanMirror>(() => ({ form: null, saving: 'saved', problem: null }));
  const name = `plan:${script}`;
  let saved: Plan | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay: Promise<boolean> | null = null;

  async function load(): Promise<void> {
    const loaded = await ask(() => bridge.load_plan({ script }));
    if (!loaded.ok) return store.setState({ problem: loaded.problem });
    saved = loaded.value;
    const kept = takeForm(name, script);
    store.setState({ form: kept ?? saved, saving: 'saved', problem: null });
    if (kept) saveSoon();
  }

  function change(edit: (form: Plan) => Plan): void {
    const { form } = store.getState();
    if (!form) return;
    const next = edit(form);
    keepForm(name, next);
    store.setState({ form: next, saving: 'saving' });
    saveSoon();
  }

  function saveSoon(): void {
    timer ??= setTimeout(() => void flush(), waitMs);
  }

  async function flush(): Promise<boolean> {
    clearTimeout(timer);
    timer = undefined;
    underWay = (underWay ?? Promise.resolve(true)).then(save, save);
    return underWay;
  }

  async function save(): Promise<boolean> {
    const { form } = store.getState();
    if (!form || !saved) return false;
    const next = toSavable(form, saved);
    if (JSON.stringify(next) !== JSON.stringify(toSavable(saved, saved))) {
      const outcome = await ask(() => bridge.save_plan({ plan: next }));
      if (!outcome.ok) {
        store.setState({ saving: 'failed', problem: outcome.problem });
        return false;
      }
      saved = next;
    }
    const now = store.getState().form;
    if (now !== form) return true; // typed on meanwhile: its own turn comes
    if (listFieldProblems(form).length === 0) keepForm(name, null);
    store.setState({ saving: 'saved', problem: null });
    return true;
  }

  function replace(next: Plan): void {
    saved = next;
    keepForm(name, null);
    store.setState({ form: next, saving: 'saved', problem: null });
  }

  return { store, load, replace, change, flush };
}

async function ask<Value>(request: () => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
  return request().catch((): Outcome<Value> => ({ ok: false, problem: unreachable }));
}

const unreachable: Problem = {
  code: 'unreachable',
  message: 'Muster does not answer, so this is not saved.',
  hint: 'What you typed is still in the form. Wait a moment and save again, or start Muster again.',
};
