import type { Channel, Milestone } from '../../scenario/vocabulary.ts';
import { netMinutesBetween } from '../clock.ts';
import { type ExerciseState, findFirst, listStandingOf } from '../state.ts';

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
  const releases = listPressReleases(state);
  const from = releases.length === 0 ? undefined : Math.min(...releases);
  return measureSpan(state, 'statement latency', from, findMilestone(state, 'statement_approved'));
}

/** `m` of each first showing: of the running order, from the pocket, improvised. */
function listPressReleases(state: ExerciseState): readonly number[] {
  const { injects, contingency } = state.scenario;
  const scripted = [
    ...injects.filter(({ tags }) => tags.includes('press')),
    ...[...injects, ...contingency].filter(isPress),
  ];
  const improvised = listStandingOf(state, 'inject_improvised').filter(({ data }) => isPress(data));
  return [
    ...scripted.flatMap(({ id }) => findFirst(state, `released:${id}`)?.m ?? []),
    ...improvised.map(({ m }) => m),
  ];
}

function isPress({ channel }: { readonly channel: Channel }): boolean {
  return channel === 'news_article' || channel === 'social_media';
}

export function findMilestone(state: ExerciseState, milestone: Milestone): number | undefined {
  return findFirst(state, `milestone:${milestone}`)?.m;
}

function measureSpan(state: ExerciseState, name: string, from: number | undefined, to: number | undefined): Span {
  if (from === undefined || to === undefined) return { minutes: null, note: null };
  if (to < from) return { minutes: null, note: `${name}: the end was recorded before the beginning` };
  return { minutes: netMinutesBetween(state, from, to), note: null };
}
