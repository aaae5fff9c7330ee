import { type ConsoleDecision, listDecisions } from '#core/exercise/views/console-view-decisions.ts';
import type { ConsoleInject } from '#core/exercise/views/console-view-inject.ts';
import { findInject } from '#core/scenario/find-inject.ts';
import { DecisionCard } from './decision-card.tsx';
import { useLive } from './live-context.tsx';

/** Every open decision, and the one that was taken on the inject that is looked at. */
export function Decisions({ inject }: { readonly inject: ConsoleInject | null }) {
  const { state, nowM, cover } = useLive();
  const own = inject ? findInject(state.scenario, inject.inject)?.decision?.id : undefined;
  const shown = listDecisions(state, nowM)
    .filter(({ id, made }) => !made || id === own)
    .toSorted((a, b) => rank(a, own) - rank(b, own));
  const isCovered = cover === 'all';
  return shown.map((decision, at) => (
    <DecisionCard key={decision.id} decision={decision} isWhole={at === 0} isCovered={isCovered} />
  ));
}

const rank = ({ id }: ConsoleDecision, own: string | undefined) => (id === own ? 0 : 1);
