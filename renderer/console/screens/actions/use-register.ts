import { useCallback, useMemo, useState } from 'react';
import type { ActionsShown, RegisterShown } from '#contract/actions.ts';
import type { ActionChange } from '#core/actions/change-action.ts';
import { gapKeyOf } from '#core/actions/filter-actions.ts';
import { gatherPeople, type People } from '#core/actions/owner-standing.ts';
import type { RegisteredAction } from '#core/actions/registered-action.ts';
import type { Outcome, Problem } from '#core/outcome.ts';
import { useBridge } from '../../../state/use-application.tsx';
import { unreachable } from '../../../state/use-request.ts';

/** One register as the window mirrors it: what the disk took stands in it at once. */
export type Register = {
  readonly isSample: boolean;
  readonly today: string;
  readonly actions: readonly RegisteredAction[];
  readonly titles: ReadonlyMap<string, string>;
  /** Keys of gaps that a later exercise recorded again. */
  readonly returned: ReadonlySet<string>;
  readonly people: People;
  readonly names: readonly string[];
  readonly change: (origin: string, change: ActionChange) => Promise<Problem | null>;
  readonly markLeft: (name: string, hasLeft: boolean) => Promise<Problem | null>;
};

const none: RegisterShown = {
  ...{ actions: [], titles: {}, rosters: [], left: [] },
  returnedGaps: { held: 0, gaps: [], notCompared: 0 },
};

export function useRegister(loaded: ActionsShown, isSample: boolean): Register {
  const bridge = useBridge();
  const shown = (isSample ? loaded.samples : loaded.own) ?? none;
  const [changed, setChanged] = useState<ReadonlyMap<string, RegisteredAction>>(new Map());
  const [left, setLeft] = useState<readonly string[] | null>(null);
  const change = useCallback(
    async (origin: string, what: ActionChange) => {
      const outcome = await bridge.change_action({ isSample, origin, change: what }).catch(failed);
      if (!outcome.ok) return outcome.problem;
      const { action } = outcome.value;
      setChanged((before) => new Map(before).set(origin, action));
      return null;
    },
    [bridge, isSample],
  );
  const markLeft = useCallback(
    async (name: string, hasLeft: boolean) => {
      const outcome = await bridge.mark_owner_left({ isSample, name, hasLeft }).catch(failed);
      if (!outcome.ok) return outcome.problem;
      setLeft(outcome.value.left);
      return null;
    },
    [bridge, isSample],
  );
  const actions = useMemo(
    () => shown.actions.map((action) => changed.get(action.origin) ?? action),
    [shown.actions, changed],
  );
  const { today } = loaded;
  return useMemo(
    () => ({
      ...{ isSample, today, actions, change, markLeft, names: shown.rosters },
      titles: new Map(Object.entries(shown.titles)),
      returned: keysOf(shown),
      people: gatherPeople(shown.rosters, left ?? shown.left),
    }),
    [isSample, today, actions, change, markLeft, shown, left],
  );
}

function keysOf({ returnedGaps }: RegisterShown): ReadonlySet<string> {
  return new Set(returnedGaps.gaps.flatMap((gap) => gapKeyOf(gap) ?? []));
}

const failed = (): Outcome<never> => ({ ok: false, problem: unreachable });
