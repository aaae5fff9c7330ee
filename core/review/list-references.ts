import { listReferrers } from '../exercise/decide/references.ts';
import type { SavedEvent } from '../exercise/events.ts';
import { eventAt } from '../exercise/log.ts';
import type { ExerciseState } from '../exercise/state.ts';
import { idOf } from '../exercise/topics.ts';
import { describeEvent } from '../report/describe-event.ts';
import { nameEntry } from '../report/name-entry.ts';

export type Reference = {
  readonly event: SavedEvent;
  /** `AI-1`, else its words and minute. */
  readonly name: string;
  readonly text: string;
};

/** What stands and refers to an entry, so that it can neither be changed nor withdrawn before. See docs/decisions/0002. */
export function listReferences(state: ExerciseState, seq: number): readonly Reference[] {
  const target = eventAt(state.log, seq);
  if (!target) return [];
  return listReferrers(state, target).map((event) => ({
    event,
    name: briefName(state, event),
    text: describeEvent(event, state.scenario).text,
  }));
}

export function briefName(state: ExerciseState, event: SavedEvent): string {
  return idOf(event) ?? nameEntry(state, event);
}
