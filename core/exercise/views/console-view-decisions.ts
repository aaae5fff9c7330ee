import { findInjectOfDecision } from '../../scenario/find-inject.ts';
import { measureDecisions } from '../metrics/decisions.ts';
import { type ExerciseState, findFirst, findLast, hasStanding } from '../state.ts';

export type ConsoleDecision = {
  readonly id: string;
  readonly question: string;
  readonly owner: string;
  /** Who may take it if the owner cannot. */
  readonly standIns: readonly string[];
  /** null where the script sets none. */
  readonly targetMinutes: number | null;
  /** From opening or release to the decision, or until now. */
  readonly openSeconds: number;
  readonly options: readonly string[];
  readonly isOpenInRoom: boolean;
  readonly areOptionsShown: boolean;
  /** Only named roles may see its inject, so it cannot be opened in the room. */
  readonly isPrivate: boolean;
  readonly made: { readonly choice: string; readonly by: string; readonly isLate: boolean } | null;
  readonly ifNoDecision: string | null;
  /** Why no latency is rated; null where it is. */
  readonly notRated: string | null;
};

/** Decisions whose clock runs or ran, in script order, then those opened live. */
export function listDecisions(state: ExerciseState, nowM: number): readonly ConsoleDecision[] {
  const isBoth = state.setup?.plan.seat === 'both';
  return measureDecisions(state, nowM).map((measure) => {
    const carrier = findInjectOfDecision(state.scenario, measure.id);
    const scripted = carrier?.decision;
    const target = Number.isFinite(measure.targetMinutes) ? measure.targetMinutes : null;
    return {
      id: measure.id,
      question: measure.question,
      owner: measure.owner,
      standIns: [scripted?.delegate, scripted?.escalate].filter((role) => role !== undefined),
      targetMinutes: target,
      openSeconds: Math.floor(measure.openMinutes * 60 + 1e-6),
      options: scripted?.options ?? [],
      isOpenInRoom: measure.openedExplicitly,
      areOptionsShown: hasStanding(state, `options:${measure.id}`),
      isPrivate: carrier?.audience === 'named' || isOfPrivateInject(state, measure.id),
      made: madeOf(state, measure.id, measure.isOnTime),
      ifNoDecision: scripted?.if_no_decision ?? null,
      notRated: isBoth ? 'You are also Incident Commander, so this is not rated' : null,
    };
  });
}

function isOfPrivateInject(state: ExerciseState, decision: string): boolean {
  const opened = findFirst(state, `opened:${decision}`);
  const inject = opened?.type === 'decision_opened' ? opened.data.inject : undefined;
  const { injects, contingency } = state.scenario;
  return [...injects, ...contingency].some(({ id, audience }) => id === inject && audience === 'named');
}

function madeOf(state: ExerciseState, decision: string, isOnTime: boolean): ConsoleDecision['made'] {
  const event = findLast(state, `revised:${decision}`) ?? findFirst(state, `made:${decision}`);
  if (event?.type !== 'decision_made' && event?.type !== 'decision_revised') return null;
  return { choice: event.data.choice, by: event.data.by, isLate: !isOnTime };
}

/** Every decision that was taken, for revising one; one-key captures too. */
export function listMadeDecisions(state: ExerciseState) {
  const made: { readonly id: string; readonly question: string }[] = [];
  for (const [topic, chain] of state.standing) {
    if (!topic.startsWith('made:') || chain.event.type !== 'decision_made') continue;
    const { decision, question } = chain.event.data;
    const asked = findFirst(state, `opened:${decision}`);
    const opened = asked?.type === 'decision_opened' ? asked.data.question : undefined;
    const scripted = findInjectOfDecision(state.scenario, decision)?.decision?.question;
    made.push({ id: decision, question: question ?? scripted ?? opened ?? decision });
  }
  return made;
}
