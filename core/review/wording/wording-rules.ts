import { z } from 'zod';
import table from './rules.json' with { type: 'json' };
import { writingFields } from './writing-fields.ts';

export const wordingLevels = ['error', 'warn', 'info'] as const;

const ruleSchema = z.strictObject({
  id: z.string(),
  level: z.enum(wordingLevels),
  fields: z.array(z.enum(writingFields)),
  pattern: z.string().nullable(),
  roster: z.literal(true).optional(),
  why: z.string(),
  rewrite: z.string(),
});

const rulesSchema = z.strictObject({ version: z.string(), role_words: z.string(), rules: z.array(ruleSchema) });

export type WordingRule = Omit<z.infer<typeof ruleSchema>, 'pattern' | 'roster'> & {
  /** null: the rule looks for names of participants. */
  readonly pattern: RegExp | null;
};

const read = rulesSchema.parse(table);

/** The words by which a text speaks of people, as the source of a pattern. */
export const roleWords = read.role_words;

/** Source: spec.md C.3. */
export const wordingRules: readonly WordingRule[] = read.rules.map(({ pattern, roster: _, ...rule }) => ({
  ...rule,
  pattern: pattern === null ? null : new RegExp(pattern.replaceAll('{ROLE}', roleWords), 'gim'),
}));
