import { type ExerciseState, listStandingOf } from '../exercise/state.ts';
import { isNotRated, rateObjectives } from './rate-objectives.ts';

export type Blocker = { readonly where: string; readonly what: string };

/** What keeps a report from being FINAL, in words. Source: spec.md C.2. */
export function listFinalBlockers(state: ExerciseState): readonly Blocker[] {
  return [...listOpenGaps(state), ...(isNotRated(state) ? [] : listOpenRatings(state))];
}

function listOpenGaps(state: ExerciseState): readonly Blocker[] {
  const actions = listStandingOf(state, 'action_agreed');
  return listStandingOf(state, 'gap_recorded').flatMap(({ data: { gap, evidence, severity } }) => {
    const blockers: Blocker[] = [];
    if (evidence.length === 0) blockers.push({ where: gap, what: 'no evidence is linked' });
    if (severity === undefined) blockers.push({ where: gap, what: 'no severity is set' });
    if (severity !== 'critical' && severity !== 'high') return blockers;
    const agreed = actions.filter(({ data }) => data.gap === gap);
    if (agreed.length === 0) blockers.push({ where: gap, what: `the gap is ${severity} and has no action` });
    const unowned = agreed.filter(({ data }) => data.owner_name === undefined);
    return [
      ...blockers,
      ...unowned.map(({ data }) => ({
        where: data.action_item,
        what: `no owner is named (gap ${gap} is ${severity})`,
      })),
    ];
  });
}

function listOpenRatings(state: ExerciseState): readonly Blocker[] {
  return rateObjectives(state).flatMap(({ objective, final, suggestion }) => {
    if (!final) return [{ where: objective.id, what: 'no final rating' }];
    if (final.rating === suggestion || final.reason !== null) return [];
    return [
      {
        where: objective.id,
        what: `rated ${final.rating}, suggested ${suggestion ?? 'nothing'}, and no reason is given`,
      },
    ];
  });
}
