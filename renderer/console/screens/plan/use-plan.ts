import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand/react';
import type { Problem } from '#core/outcome.ts';
import type { Plan } from '#core/plan/plan.ts';
import { listFieldProblems } from '#core/plan/plan-problems.ts';
import type { Scenario } from '#core/scenario/schema.ts';
import { createPlanStore } from '../../../state/plan-store.ts';
import { useBridge } from '../../../state/use-application.tsx';

/** What a section of the page needs: the form, the script behind it, and how to change it. */
export type PlanEditing = {
  readonly script: string;
  readonly scenario: Scenario;
  readonly form: Plan;
  readonly saving: 'saved' | 'saving' | 'failed';
  readonly problem: Problem | null;
  /** How many fields hold what cannot be saved. */
  readonly wrong: number;
  readonly change: (edit: (form: Plan) => Plan) => void;
  /** Of what stands under `plan`. */
  readonly settle: (part: Partial<Plan['plan']>) => void;
  readonly faultAt: (field: string) => string | undefined;
  readonly flush: () => Promise<boolean>;
  readonly fill: () => Promise<void>;
};

export function usePlan(script: string, scenario: Scenario | null) {
  const bridge = useBridge();
  const held = useMemo(() => createPlanStore(bridge, script), [bridge, script]);
  const { form, saving, problem } = useStore(held.store);
  useEffect(() => {
    void held.load();
    const leave = () => void held.flush();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [held]);
  const faults = useMemo(() => (form ? listFieldProblems(form) : []), [form]);
  const editing: PlanEditing | null = form &&
    scenario && {
      ...{ script, scenario, form, saving, problem, wrong: faults.length },
      change: held.change,
      settle: (part) => held.change((before) => ({ ...before, plan: { ...before.plan, ...part } })),
      faultAt: (field) => faults.find(({ at }) => at === field)?.message,
      flush: held.flush,
      fill: async () => {
        const filled = await bridge.fill_plan({ script });
        if (filled.ok) held.replace(filled.value);
      },
    };
  return { editing, problem, reload: () => void held.load() };
}
