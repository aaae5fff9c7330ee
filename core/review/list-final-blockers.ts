import type { SavedEventOf } from '../exercise/events.ts';
import { type ExerciseState, listStandingOf } from '../exercise/state.ts';
import type { GapSeverity } from '../scenario/vocabulary.ts';
import { isNotRated, rateObjectives } from './rate-objectives.ts';
import { blankRule } from './wording/check-text.ts';
import { listWording } from './wording/list-wording.ts';

/** `isWording`: to be settled where words are. */
export type Blocker = { readonly where: string; readonly what: string; readonly isWording?: true };

/** What keeps a report from being FINAL, in words. Source: spec.md C.2. */
export function listFinalBlockers(state: ExerciseState): readonly Blocker[] {
  return [...listOpenGaps(state), ...(isNotRated(state) ? [] : listOpenRatings(state)), ...listWordingErrors(state)];
}

/** Without a severity nobody can say whether the gap needs an action. */
function listOpenGaps(state: ExerciseState): readonly Blocker[] {
  const actions = listStandingOf(state, 'action_agreed');
  return listStandingOf(state, 'gap_recorded').flatMap(({ data: { gap, evidence, severity } }) => {
    const blockers: Blocker[] = [];
    if (evidence.length === 0) blockers.push({ where: gap, what: 'no evidence is linked' });
    if (severity === undefined) blockers.push({ where: gap, what: 'no severity is set' });
    if (!isGrave(severity)) return blockers;
    const agreed = actions.filter(({ data }) => data.gap === gap).map(({ data }) => data);
    if (agreed.length === 0) blockers.push({ where: gap, what: `the gap is ${severity} and has no action` });
    return [...blockers, ...agreed.flatMap((action) => listOpenAction(action, `(gap ${gap} is ${severity})`))];
  });
}

/** An action against such a gap has an owner and a day before the report is FINAL. Source: spec.md C.2. */
export const isGrave = (severity: GapSeverity | undefined): boolean => severity === 'critical' || severity === 'high';

type Action = SavedEventOf<'action_agreed'>['data'];

function listOpenAction({ action_item: where, owner_name, due_on }: Action, because: string): readonly Blocker[] {
  return [
    ...(owner_name === undefined ? [{ where, what: `no owner is named ${because}` }] : []),
    ...(due_on === undefined ? [{ where, what: `no due date is set ${because}` }] : []),
  ];
}

function listOpenRatings(state: ExerciseState): readonly Blocker[] {
  return rateObjectives(state).flatMap(({ objective, final, suggestion }) => {
    if (!final) return [{ where: objective.id, what: 'no final rating' }];
    if (suggestion === null || final.rating === suggestion || final.reason !== null) return [];
    return [
      {
        where: objective.id,
        what: `rated ${final.rating}, suggested ${suggestion}, and no reason is given`,
      },
    ];
  });
}

/** Words of the level error that nobody gave a reason for. */
function listWordingErrors(state: ExerciseState): readonly Blocker[] {
  return listWording(state)
    .filter(({ kept, finding }) => finding.level === 'error' && kept === null)
    .map(({ where, finding: { text, rule } }) => ({
      where,
      what: rule === blankRule ? `a blank is left in its words: ${text}` : `wording “${text}” (${rule})`,
      isWording: true,
    }));
}
