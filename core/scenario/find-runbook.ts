import type { Scenario } from './schema.ts';
import { runbookTitles } from './vocabulary.ts';

type Plan = {
  readonly plan: { readonly runbooks: readonly { readonly id: string; readonly title?: string | undefined }[] };
};

/** Ids of the reference list, the script and the plan. */
export function listRunbooks(scenario: Scenario, setup: Plan | null): readonly string[] {
  const planned = setup?.plan.runbooks.map(({ id }) => id) ?? [];
  return [
    ...new Set([...Object.keys(runbookTitles), ...scenario.injects.flatMap(({ runbook }) => runbook), ...planned]),
  ];
}

/** The organisation's own title, else that of the reference list. */
export function titleOfRunbook(id: string, setup: Plan | null): string | undefined {
  return setup?.plan.runbooks.find((runbook) => runbook.id === id)?.title ?? runbookTitles[id];
}
