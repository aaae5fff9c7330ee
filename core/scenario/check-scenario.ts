import { checkArtefacts } from './checks/artefacts.ts';
import { checkAttachments } from './checks/attachments.ts';
import { checkCompleteness } from './checks/completeness.ts';
import { checkFictions } from './checks/fictions.ts';
import { checkInvisible } from './checks/invisible.ts';
import { checkPlaceholders } from './checks/placeholders.ts';
import { checkReferences } from './checks/references.ts';
import { checkTiming } from './checks/timing.ts';
import { checkVariety } from './checks/variety.ts';
import { type Finding, tellIssue } from './finding.ts';
import { mendShape } from './mend-shape.ts';
import { plainWords } from './plain-words.ts';
import { type Scenario, scenarioSchema } from './schema.ts';

export type Checked = { readonly scenario: Scenario | null; readonly findings: readonly Finding[] };

const checks = [
  checkReferences,
  checkPlaceholders,
  checkCompleteness,
  checkTiming,
  checkVariety,
  checkFictions,
  checkInvisible,
  checkArtefacts,
  checkAttachments,
];

/**
 * Everything an author must fix (errors) or should look at (warnings), all at once. Source: definitions.md, "What commands print".
 * Where the shape is wrong, the errors elsewhere are found too; warnings wait until it is right.
 */
export function checkScenario(value: unknown): Checked {
  const parsed = scenarioSchema.safeParse(value, { error: plainWords });
  if (parsed.success) return { scenario: parsed.data, findings: checks.flatMap((check) => check(parsed.data)) };
  const shape = parsed.error.issues.flatMap((issue) => tellIssue(issue, value));
  const mended = mendShape(scenarioSchema, value);
  if (!mended) return { scenario: null, findings: shape };
  const others = checks
    .flatMap((check) => check(mended.output))
    .filter(({ level, path }) => level === 'error' && !mended.touched.some((touched) => isAbout(path, touched)));
  return { scenario: null, findings: [...shape, ...others] };
}

/** What is said of a stand-in, or of an audience beside one, is said of nothing the author wrote. */
function isAbout(path: readonly PropertyKey[], touched: readonly PropertyKey[]): boolean {
  const last = touched.at(-1);
  const place = last === 'audience' || last === 'named' ? touched.slice(0, -1) : null;
  const isAudience = place !== null && path.length === touched.length && /^(audience|named)$/.test(String(path.at(-1)));
  return (isAudience ? place : touched).every((key, at) => path[at] === key);
}
