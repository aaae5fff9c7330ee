import { checkArtefacts } from './checks/artefacts.ts';
import { checkCompleteness } from './checks/completeness.ts';
import { checkFictions } from './checks/fictions.ts';
import { checkPlaceholders } from './checks/placeholders.ts';
import { checkReferences } from './checks/references.ts';
import { checkTiming } from './checks/timing.ts';
import { checkVariety } from './checks/variety.ts';
import { type Finding, tellIssue } from './finding.ts';
import { type Scenario, scenarioSchema } from './schema.ts';

export type Checked = { readonly scenario: Scenario | null; readonly findings: readonly Finding[] };

/**
 * Everything an author must fix (errors) or should look at (warnings), all at once. Source: definitions.md, "What commands print".
 * Faults of meaning are looked for where the shape is right; elsewhere the shape comes first.
 */
export function checkScenario(value: unknown): Checked {
  const parsed = scenarioSchema.safeParse(value);
  if (!parsed.success) {
    return { scenario: null, findings: parsed.error.issues.flatMap((issue) => tellIssue(issue, value)) };
  }
  const scenario = parsed.data;
  const checks = [
    checkReferences,
    checkPlaceholders,
    checkCompleteness,
    checkTiming,
    checkVariety,
    checkFictions,
    checkArtefacts,
  ];
  return { scenario, findings: checks.flatMap((check) => check(scenario)) };
}
