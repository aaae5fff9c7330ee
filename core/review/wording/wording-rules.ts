import { claimRules } from './claim-rules.ts';
import { ownPatterns } from './own-patterns.ts';
import { type RuleOfTable, roleWords, ruleTable } from './rule-table.ts';

export type WordingRule = Omit<RuleOfTable, 'pattern' | 'roster'> & {
  /** null: the rule looks for names of participants. */
  readonly patterns: readonly RegExp[] | null;
};

const compile = (sources: readonly string[]): readonly RegExp[] => sources.map((source) => new RegExp(source, 'gim'));

/** Source: spec.md C.3 for what people did, E.1 for what is claimed towards others. */
export const wordingRules: readonly WordingRule[] = [
  ...ruleTable.rules.map(({ pattern, roster: _, ...rule }) => ({
    ...rule,
    patterns:
      pattern === null ? null : compile([pattern.replaceAll('{ROLE}', roleWords), ...(ownPatterns[rule.id] ?? [])]),
  })),
  ...claimRules.map(({ patterns, ...rule }) => ({
    ...rule,
    fields: ['external' as const],
    patterns: compile(patterns),
  })),
];
