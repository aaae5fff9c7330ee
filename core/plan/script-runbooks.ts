import type { Scenario } from '../scenario/schema.ts';
import { runbookTitles } from '../scenario/vocabulary.ts';

/** The runbooks a script puts to the test, by id. */
export function listScriptRunbooks(scenario: Scenario): readonly { readonly id: string; readonly title: string }[] {
  const ids = [...new Set(scenario.injects.flatMap(({ runbook }) => runbook))].sort();
  return ids.map((id) => ({ id, title: runbookTitles[id] ?? '' }));
}
