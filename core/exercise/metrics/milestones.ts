import type { Milestone } from '../../scenario/vocabulary.ts';
import { netMinutesBetween } from '../clock.ts';
import { type ExerciseState, findFirst } from '../state.ts';

/** `minutes` unrounded, null when an end is missing or the order is reversed; then `note` says why. */
export type Span = { readonly minutes: number | null; readonly note: string | null };

/** From the release of the earliest released cue to the declaration. Source: spec.md B.7. */
export function measureTimeToDeclare(state: ExerciseState): Span {
  const cues = state.scenario.injects.filter(({ detectable }) => detectable);
  const releases = cues.flatMap(({ id }) => findFirst(state, `released:${id}`)?.m ?? []);
  const from = releases.length === 0 ? undefined : Math.min(...releases);
  return measureSpan(state, 'time to declare', from, findMilestone(state, 'incident_declared'));
}

export function measureSinceDeclared(state: ExerciseState, name: string, milestone: Milestone): Span {
  return measureSpan(state, name, findMilestone(state, 'incident_declared'), findMilestone(state, milestone));
}

/** From the first released press inject (by channel or tag) to the approved statement. Source: definitions.md. */
export function measureStatementLatency(state: ExerciseState): Span {
  const press = state.scenario.injects.filter(({ channel, tags }) => {
    return channel === 'news_article' || channel === 'social_media' || tags.includes('press');
  });
  const releases = press.flatMap(({ id }) => findFirst(state, `released:${id}`)?.m ?? []);
  const from = releases.length === 0 ? undefined : Math.min(...releases);
  return measureSpan(state, 'statement latency', from, findMilestone(state, 'statement_approved'));
}

export function findMilestone(state: ExerciseState, milestone: Milestone): number | undefined {
  return findFirst(state, `milestone:${milestone}`)?.m;
}

function measureSpan(state: ExerciseState, name: string, from: number | undefined, to: number | undefined): Span {
  if (from === undefined || to === undefined) return { minutes: null, note: null };
  if (to < from) return { minutes: null, note: `${name}: the end was recorded before the beginning` };
  return { minutes: netMinutesBetween(state, from, to), note: null };
}
