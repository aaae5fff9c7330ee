import { isClauseAboutPeople, isErrorOfProgram, isOwning, isSubjectPeople } from './is-about-people.ts';
import { maskQuoted } from './mask-quoted.ts';
import { maskNames, type NamePattern } from './match-names.ts';
import { seeThrough } from './see-through.ts';
import { type WordingRule, wordingRules } from './wording-rules.ts';
import type { WritingKind } from './writing-fields.ts';

export type WordingFinding = {
  /** `BL-02`; `blank` where a rewrite was begun and not filled in. */
  readonly rule: string;
  readonly level: WordingRule['level'];
  /** Where the words stand, in UTF-16 units as an editor counts them. */
  readonly from: number;
  readonly to: number;
  /** The words themselves. */
  readonly text: string;
  readonly why: string;
  /** How it could be said instead, as advice. */
  readonly rewrite: string;
};

/** Rules about what people did or left out: their words start with whom they mean. */
const startsWithPeople: ReadonlySet<string> = new Set(['BL-02', 'BL-03']);
/** Rules whose words judge only where the clause speaks of people: a server may freeze, and a filter ignore an alert. */
const needsPeople: ReadonlySet<string> = new Set(['BL-04', 'BL-05', 'BL-11', 'BL-12', 'BL-17', 'BL-22']);
/** Marks a place of a rewrite that a person fills in. */
export const blankRule = 'blank';
export const blankPattern = /‹[^‹›\n]*›/g;

/**
 * What could be said differently in one text, in the order in which it stands there. Quotations and code pass; so do sentences whose
 * subject is a system or the adversary. The patterns are English: other languages pass but for names. Source: spec.md C.3.
 */
export function checkText(
  text: string,
  kind: WritingKind,
  names: readonly NamePattern[] = [],
): readonly WordingFinding[] {
  const { text: seen, placeOf } = seeThrough(text);
  if (!/[*_]/.test(seen) && !anyWords.test(seen) && !mayName(seen, names)) return noFindings; // nearly every text; a tenth of the time
  const masked = maskQuoted(seen);
  const named = maskNames(masked, names);
  const rules = wordingRules.filter((rule) => isFor(kind, rule));
  const found = dropContained([
    ...rules.flatMap((rule) =>
      rule.patterns ? findRule(named, masked, rule, rule.patterns) : findNames(masked, rule, names),
    ),
    ...[...seen.matchAll(blankPattern)].map(({ 0: blank, index }) => tellBlank(blank, index)),
  ]);
  if (seen === text) return found;
  return found.map((one) => {
    const [from, to] = [placeOf(one.from), placeOf(one.to - 1) + lengthAt(text, placeOf(one.to - 1))];
    return { ...one, from, to, text: text.slice(from, to) };
  });
}

const lengthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

const forSteps: ReadonlySet<string> = new Set(['BL-01', 'BL-04', 'BL-08', 'BL-20', 'BL-21']);

function isFor(kind: WritingKind, { id, fields }: WordingRule): boolean {
  if (kind === 'instruction') return forSteps.has(id);
  if (kind === 'external' && id === 'BL-08') return true; // customers read no names
  return kind === 'what_if' ? fields.includes('body') && id !== 'BL-02' : fields.includes(kind);
}

/** Whatever a rule or a blank could find. */
const anyWords = new RegExp(
  [
    ...wordingRules.flatMap(({ patterns }) => (patterns ?? []).map(({ source }) => `(?:${source})`)),
    blankPattern.source,
  ].join('|'),
  'im',
);
const noFindings: readonly WordingFinding[] = [];

function mayName(text: string, names: readonly NamePattern[]): boolean {
  const small = text.toLowerCase();
  return names.some(({ hint }) => small.includes(hint));
}

/** Looked for in `named`, where whoever is named is a person like any other; told as it stands in `text`. */
function findRule(
  named: string,
  text: string,
  rule: WordingRule,
  patterns: readonly RegExp[],
): readonly WordingFinding[] {
  return patterns
    .flatMap((pattern) => [...named.matchAll(pattern)])
    .filter(({ 0: found, index }) => counts(named, rule.id, index, index + found.length))
    .map(({ 0: found, index }) => tell(rule, text.slice(index, index + found.length), index));
}

function counts(text: string, rule: string, from: number, to: number): boolean {
  if (rule === 'BL-01') return !isErrorOfProgram(text, from, to);
  if (rule === 'BL-02' && isOwning(text, to)) return false;
  if (startsWithPeople.has(rule)) return isSubjectPeople(text, from, to);
  return !needsPeople.has(rule) || isClauseAboutPeople(text, from);
}

function findNames(text: string, rule: WordingRule, names: readonly NamePattern[]): readonly WordingFinding[] {
  return names.flatMap(({ pattern, called }) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => {
      const finding = tell(rule, found, index);
      return called === '' ? finding : { ...finding, rewrite: `Use the role: “${called}”.` };
    }),
  );
}

function tell({ id, level, why, rewrite }: WordingRule, found: string, index: number): WordingFinding {
  return { rule: id, level, from: index, to: index + found.length, text: found, why, rewrite };
}

function tellBlank(found: string, index: number): WordingFinding {
  const why = 'A place of the rewrite is still to be filled in.';
  return {
    rule: blankRule,
    level: 'error',
    from: index,
    to: index + found.length,
    text: found,
    why,
    rewrite: 'Write what belongs there.',
  };
}

/** A name and a part of it are one finding, and so is what two ways of one rule find in the same words. */
function dropContained(found: readonly WordingFinding[]): readonly WordingFinding[] {
  return found
    .filter(
      (one, at) =>
        !found.some(
          (other, before) => other.rule === one.rule && (contains(other, one) || (before < at && isSame(other, one))),
        ),
    )
    .toSorted((one, other) => one.from - other.from || other.to - one.to || one.rule.localeCompare(other.rule));
}

const isSame = (one: WordingFinding, other: WordingFinding) => one.from === other.from && one.to === other.to;

function contains(other: WordingFinding, one: WordingFinding): boolean {
  return other.from <= one.from && other.to >= one.to && other.to - other.from > one.to - one.from;
}
