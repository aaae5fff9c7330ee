import { nameEntry } from '../../report/name-entry.ts';
import { listRunbooks } from '../../scenario/find-runbook.ts';
import type { SavedEvent } from '../events.ts';
import { eventAt, walkChain } from '../log.ts';
import { refuse } from '../refusals.ts';
import { type ExerciseState, hasStanding, listStanding } from '../state.ts';
import { isKnownInject } from './running-order.ts';

type References = {
  readonly objective?: string | undefined;
  readonly gap?: string | undefined;
  readonly runbook?: string | undefined;
  readonly evidence?: readonly string[] | undefined;
};

/** What an entry refers to must exist and stand. */
export function refuseReferences(state: ExerciseState, { objective, gap, runbook, evidence = [] }: References) {
  const { objectives } = state.scenario;
  if (objective !== undefined && !objectives.some(({ id }) => id === objective)) {
    return refuse('unknown_objective', objective);
  }
  if (gap !== undefined && !hasStanding(state, `gap:${gap}`)) return refuse('unknown_gap', gap);
  if (runbook !== undefined && !listRunbooks(state.scenario, state.setup).includes(runbook)) {
    return refuse('unknown_runbook', runbook);
  }
  const unknown = evidence.find((reference) => !isKnownEvidence(state, reference));
  return unknown === undefined ? null : refuse('unknown_evidence', nameEvidence(state, unknown));
}

function isKnownEvidence(state: ExerciseState, reference: string): boolean {
  if (!reference.startsWith('#')) return isKnownInject(state, reference);
  const seq = Number(reference.slice(1));
  return eventAt(state.log, seq) !== undefined && !isGone(state, seq);
}

/** An entry that was taken back is told by its words: nobody ever saw its number. */
function nameEvidence(state: ExerciseState, reference: string): string {
  const gone = reference.startsWith('#') ? eventAt(state.log, Number(reference.slice(1))) : undefined;
  return gone ? nameEntry(state, gone) : reference;
}

export function isGone(state: ExerciseState, seq: number): boolean {
  for (const event of walkChain(state.gone)) if (event.seq === seq) return true;
  return false;
}

/** The first entry that stands and refers to `target`: as evidence, as its gap, or as the decision it builds on. */
export function findReferrer(state: ExerciseState, target: SavedEvent): SavedEvent | undefined {
  return listReferrers(state, target)[0];
}

export function listReferrers(state: ExerciseState, target: SavedEvent): readonly SavedEvent[] {
  return listStanding(state).filter((event) => event.seq !== target.seq && refersTo(event, target));
}

function refersTo(event: SavedEvent, target: SavedEvent): boolean {
  const cited = event.type === 'gap_recorded' || event.type === 'strength_recorded' ? event.data.evidence : [];
  if (cited.includes(`#${target.seq}`)) return true;
  switch (target.type) {
    case 'gap_recorded':
      return 'gap' in event.data && event.type !== 'gap_recorded' && event.type !== 'feedback_given'
        ? event.data.gap === target.data.gap
        : false;
    case 'decision_opened':
      return buildsOn(event, target, ['decision_made', 'decision_options_shown']) && target.data.question !== undefined;
    case 'decision_made':
      return buildsOn(event, target, ['decision_revised']);
    default:
      return false;
  }
}

function buildsOn(event: SavedEvent, target: SavedEvent, types: readonly SavedEvent['type'][]): boolean {
  if (!types.includes(event.type) || event.seq < target.seq) return false;
  return 'decision' in event.data && 'decision' in target.data && event.data.decision === target.data.decision;
}
