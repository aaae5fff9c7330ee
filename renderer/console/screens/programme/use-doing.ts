import { useState } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import { type Outcome, type Problem, succeed } from '#core/outcome.ts';
import { listStartConcerns } from '#core/plan/start-concerns.ts';
import { useBridge, useHasRoom } from '../../../state/use-application.tsx';

export type Doing = {
  /** What is being done, in words, until it is done. */
  readonly now: string | null;
  readonly problem: Problem | null;
  readonly openSample: (script: string) => void;
  readonly fillPlan: (script: string) => void;
  /** As planned; where there is something to hear first, the plan opens and asks. */
  readonly start: (script: string) => void;
  readonly planNextYear: (exercise: string) => void;
};

/** The presses of this screen that end on another one. */
export function useDoing(today: string): Doing {
  const bridge = useBridge();
  const hasRoom = useHasRoom();
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
        () => startUnlessAsked(script),
        (place) => place,
      ),
  };

  async function startUnlessAsked(script: string): Promise<Outcome<string>> {
    const [read, plan] = await Promise.all([bridge.load_script({ script }), bridge.load_plan({ script })]);
    if (!read.ok) return read;
    if (!plan.ok) return plan;
    const concerns = listStartConcerns(read.value.scenario, plan.value, { today, hasRoom });
    if (concerns.length > 0) return succeed(`/plan/${script}/start`);
    const started = await bridge.start_exercise({ script });
    return started.ok ? succeed(`/live/${started.value.exercise}`) : started;
  }
}

const unreachable: Problem = {
  code: 'unreachable',
  message: 'Muster does not answer.',
  hint: 'Nothing was changed. Wait a moment and try again, or start Muster again.',
};
