import { ownPatterns } from './own-patterns.ts';
import { type RuleOfTable, roleWords, ruleTable } from './rule-table.ts';

export type WordingRule = Omit<RuleOfTable, 'pattern' | 'roster'> & {
  /** null: the rule looks for names of participants. */
  readonly patterns: readonly RegExp[] | null;
};

/** Source: spec.md C.3. */
export const wordingRules: readonly WordingRule[] = ruleTable.rules.map(({ pattern, roster: _, ...rule }) => ({
  ...rule,
  patterns:
    pattern === null
      ? null
      : [pattern.replaceAll('{ROLE}', roleWords), ...(ownPatterns[rule.id] ?? [])].map(
          (source) => new RegExp(source, 'gim'),
        ),
}));
