import { useCallback, useEffect, useState } from 'react';
import type { Outcome, Problem } from '#core/outcome.ts';

export type Requested<Value> =
  | { readonly at: 'loading' }
  | { readonly at: 'failed'; readonly problem: Problem; readonly again: () => void }
  | { readonly at: 'there'; readonly value: Value; readonly again: () => void };

/** Asks once when the screen appears and whenever it is told to ask again. `ask` must be stable. */
export function useRequest<Value>(ask: () => Promise<Outcome<Value>>): Requested<Value> {
  const [answer, setAnswer] = useState<Outcome<Value> | null>(null);
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn asks again
  useEffect(() => {
    let isWanted = true;
    void ask()
      .catch((): Outcome<Value> => ({ ok: false, problem: unreachable }))
      .then((given) => isWanted && setAnswer(given));
    return () => {
      isWanted = false;
    };
  }, [ask, turn]);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  if (!answer) return { at: 'loading' };
  return answer.ok ? { at: 'there', value: answer.value, again } : { at: 'failed', problem: answer.problem, again };
}

export const unreachable: Problem = {
  code: 'unreachable',
  message: 'Muster does not answer.',
  hint: 'Wait a moment and try again, or start Muster again.',
};
