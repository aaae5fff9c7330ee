import { useCallback, useState } from 'react';
import type { RunbookTakenIn } from '#contract/runbooks.ts';
import type { Outcome, Problem } from '#core/outcome.ts';
import { plural } from '#core/report/term-words.ts';
import type { DecideChange, Publish, TakeIn } from '#core/runbooks/register.ts';
import { useBridge } from '../../../state/use-application.tsx';
import { unreachable, useRequest } from '../../../state/use-request.ts';

export const shelfNames = ['own', 'samples'] as const;
export type ShelfName = (typeof shelfNames)[number];
export const shelfWords: Readonly<Record<ShelfName, string>> = { own: 'Our own', samples: 'Samples' };

export type RunbookFile = { readonly path: string } | { readonly name: string; readonly base64: string };

export type Verdict = DecideChange['status'];
const nothing = { words: [], before: null };

/** The registers, and what can be done with them; after each press they are read anew. */
export function useRunbooks() {
  const bridge = useBridge();
  const shelves = useRequest(useCallback(() => bridge.load_runbooks({}), [bridge]));
  const [problem, setProblem] = useState<Problem | null>(null);
  const shown = shelves.at === 'there' ? shelves.value : null;
  const [told, setTold] = useState<{ readonly words: readonly string[]; readonly before: typeof shown }>(nothing);
  const again = shelves.at === 'loading' ? () => {} : shelves.again;

  async function run<Value>(ask: () => Promise<Outcome<Value>>, tell: (value: Value) => readonly string[]) {
    setProblem(null);
    setTold(nothing);
    const outcome = await ask().catch((): Outcome<Value> => ({ ok: false, problem: unreachable }));
    if (outcome.ok) setTold({ words: tell(outcome.value), before: shown });
    else setProblem(outcome.problem);
    again();
    return outcome.ok;
  }

  const doing = {
    problem,
    /** Only above the registers as they are now. */
    told: told.before !== null && told.before === shown ? nothing.words : told.words,
    refuse: setProblem,
    add: (about: TakeIn, file: RunbookFile) => run(() => bridge.add_runbook({ about, file }), tellTakenIn),
    decide: (shelf: ShelfName, origin: string, status: Verdict, by: string) =>
      run(
        () => bridge.decide_runbook_change({ shelf, decision: { origin, status, by } }),
        () => [`${origin.split('/').at(-1)} is ${status === 'proposed' ? 'open again' : status}.`],
      ),
    publish: (shelf: ShelfName, publish: Publish) =>
      run(
        () => bridge.publish_runbook({ shelf, publish }),
        ({ changes }) => [
          `${publish.runbook} ${publish.version} is published with ${plural(changes.length, 'change')}. It is done once the next exercise or drill confirmed it.`,
        ],
      ),
  };
  return { shelves, doing };
}

export type RunbooksDoing = ReturnType<typeof useRunbooks>['doing'];

function tellTakenIn({ id, version, steps, notices }: RunbookTakenIn): readonly string[] {
  return [`${id} ${version} is taken in; ${plural(steps, 'step')} recognised.`, ...notices];
}
