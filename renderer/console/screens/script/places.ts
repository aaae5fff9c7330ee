import type { ScriptFinding } from '#contract/programme.ts';
import { keyOf, listKeys, type Subject } from '#core/scenario/finding-subject.ts';
import type { Scenario } from '#core/scenario/schema.ts';

/** A finding under a name that stays its own when lines move above it. */
export type NamedFinding = ScriptFinding & { readonly key: string };

const otherLine = / in line \d+$/;

/** Errors first; within each, in the order of the file. */
export function nameFindings(findings: readonly ScriptFinding[]): readonly NamedFinding[] {
  const seen = new Map<string, number>();
  const sorted = [...findings].sort((a, b) => Number(a.level === 'warning') - Number(b.level === 'warning'));
  return sorted.map((finding) => {
    const base = `${finding.level} ${finding.about ? keyOf(finding.about) : ''} ${finding.message.replace(otherLine, '')}`;
    const time = (seen.get(base) ?? 0) + 1;
    seen.set(base, time);
    return { ...finding, key: `${base} ${time}` };
  });
}

export type Marks = ReadonlyMap<string, readonly NamedFinding[]>;

/** Findings by the part of the script that they are about. */
export function groupBySubject(findings: readonly NamedFinding[]): Marks {
  return Map.groupBy(
    findings.filter(({ about }) => about !== null),
    ({ about }) => keyOf(about as Subject),
  );
}

/** Every part of the script that has a place on the screen. */
export function listPlaces(scenario: Scenario | null): ReadonlySet<string> {
  if (scenario === null) return new Set();
  const { injects, contingency, objectives } = scenario;
  return new Set([
    'story',
    ...listKeys('inject', injects),
    ...listKeys('contingency', contingency),
    ...listKeys('objective', objectives),
  ]);
}

/** In the words of the screen: `Q2-010`, `the second Q2-010`, `O1`, `the story`. */
export function nameSubject(subject: Subject): string {
  if (subject.part === 'story') return 'the story';
  if (subject.nth === undefined) return subject.id;
  return subject.nth === 2 ? `the second ${subject.id}` : `${subject.id}, number ${subject.nth}`;
}

/** The keyboard goes there, and the page with it. Ids are an author's: compared, never made into a selector. */
export function goTo(attribute: 'subject' | 'finding', key: string): void {
  const places = document.querySelectorAll<HTMLElement>(`[data-${attribute}]`);
  const place = [...places].find(({ dataset }) => dataset[attribute] === key);
  place?.focus({ preventScroll: true });
  place?.scrollIntoView({ block: 'center' });
}
