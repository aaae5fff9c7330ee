import { useState } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import type { Outcome, Problem } from '#core/outcome.ts';
import { useBridge } from '../../../state/use-application.tsx';

export type Doing = {
  /** What is being done, in words, until it is done. */
  readonly now: string | null;
  readonly problem: Problem | null;
  readonly openSample: (script: string) => void;
  readonly fillPlan: (script: string) => void;
  readonly start: (script: string) => void;
  readonly planNextYear: (exercise: string) => void;
};

/** The presses of this screen that end on another one. */
export function useDoing(): Doing {
  const bridge = useBridge();
  const [, go] = useHashLocation();
  const [now, setNow] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function run<Value>(words: string, ask: () => Promise<Outcome<Value>>, place: (value: Value) => string) {
    setNow(words);
    setProblem(null);
    const outcome = await ask().catch((): Outcome<Value> => ({ ok: false, problem: unreachable }));
    setNow(null);
    if (outcome.ok) go(place(outcome.value));
    else setProblem(outcome.problem);
  }

  return {
    now,
    problem,
    openSample: (script) =>
      void run(
        'Making the sample exercise. This takes a few seconds.',
        () => bridge.open_sample({ script }),
        ({ exercise }) => `/review/${exercise}`,
      ),
    fillPlan: (script) =>
      void run(
        'Filling in the plan.',
        () => bridge.fill_plan({ script }),
        () => `/plan/${script}`,
      ),
    planNextYear: (exercise) =>
      void run(
        'Planning next year.',
        () => bridge.plan_next_year({ exercise }),
        ({ script }) => `/plan/${script}`,
      ),
    start: (script) =>
      void run(
        'Starting the exercise.',
        () => bridge.start_exercise({ script }),
        ({ exercise }) => `/live/${exercise}`,
      ),
  };
}

const unreachable: Problem = {
  code: 'unreachable',
  message: 'Muster does not answer.',
  hint: 'Nothing was changed. Wait a moment and try again, or start Muster again.',
};
