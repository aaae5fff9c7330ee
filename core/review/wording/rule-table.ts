import { z } from 'zod';
import table from './rules.json' with { type: 'json' };
import { writingFields } from './writing-fields.ts';

export const wordingLevels = ['error', 'warn', 'info'] as const;
export type WordingLevel = (typeof wordingLevels)[number];

const ruleSchema = z.strictObject({
  id: z.string(),
  level: z.enum(wordingLevels),
  fields: z.array(z.enum(writingFields)),
  pattern: z.string().nullable(),
  roster: z.literal(true).optional(),
  why: z.string(),
  rewrite: z.string(),
});
export type RuleOfTable = z.infer<typeof ruleSchema>;

/** Source: spec.md C.3. */
export const ruleTable = z
  .strictObject({ version: z.string(), role_words: z.string(), rules: z.array(ruleSchema) })
  .parse(table);

/** The words by which the table speaks of people, as the source of a pattern. */
export const roleWords = ruleTable.role_words;
