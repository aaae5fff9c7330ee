import { useCallback, useMemo, useState } from 'react';
import type { ExceptionsShown } from '#contract/exceptions.ts';
import type { Decision } from '#core/exceptions/decision.ts';
import type { RegisteredException } from '#core/exceptions/describe-register.ts';
import type { Outcome, Problem } from '#core/outcome.ts';
import { useBridge } from '../../../state/use-application.tsx';
import { unreachable } from '../../../state/use-request.ts';

/** The register as the window mirrors it: what the disk took stands in it at once. */
export type Exceptions = Omit<ExceptionsShown, 'notices'> & {
  /** Names and functions that the files and decisions know. */
  readonly names: readonly string[];
  readonly decide: (exception: string, decision: Decision) => Promise<Problem | null>;
  readonly withdraw: (exception: string, number: number) => Promise<Problem | null>;
};

type Answer = Promise<Outcome<{ readonly exception: RegisteredException }>>;

export function useExceptions(loaded: ExceptionsShown): Exceptions {
  const bridge = useBridge();
  const [changed, setChanged] = useState<ReadonlyMap<string, RegisteredException>>(new Map());
  const keep = useCallback(async (answer: Answer) => {
    const outcome = await answer.catch(failed);
    if (!outcome.ok) return outcome.problem;
    const { exception } = outcome.value;
    setChanged((before) => new Map(before).set(exception.id, exception));
    return null;
  }, []);
  const decide = useCallback(
    (exception: string, decision: Decision) => keep(bridge.decide_exception({ exception, decision })),
    [bridge, keep],
  );
  const withdraw = useCallback(
    (exception: string, number: number) => keep(bridge.withdraw_decision({ exception, number })),
    [bridge, keep],
  );
  const exceptions = useMemo(
    () => loaded.exceptions.map((one) => changed.get(one.id) ?? one),
    [loaded.exceptions, changed],
  );
  const names = useMemo(() => listNames(exceptions), [exceptions]);
  const { today, file, isDecidable } = loaded;
  return useMemo(
    () => ({ today, file, isDecidable, exceptions, names, decide, withdraw }),
    [today, file, isDecidable, exceptions, names, decide, withdraw],
  );
}

function listNames(exceptions: readonly RegisteredException[]): readonly string[] {
  const names = exceptions.flatMap(({ row, told }) => [
    ...[row?.approver, row?.owner],
    ...told.map(({ entry: { said } }) =>
      said.is === 'renew' ? said.approver : said.is === 'escalate' ? said.to : null,
    ),
  ]);
  return [...new Set(names.filter((name) => name !== null && name !== undefined))].toSorted((a, b) =>
    a.localeCompare(b, 'en'),
  );
}

const failed = (): Outcome<never> => ({ ok: false, problem: unreachable });
