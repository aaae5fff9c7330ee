import type { z } from 'zod';
import type { Outcome } from '#core/outcome.ts';

/** What a shell may ask: a name, what goes in, what comes out. All types are inferred from these entries. */
export type Requests = Readonly<Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>>;

/** One function per request. The application implements it and a bridge offers it; leaving one out does not compile. */
export type Answers<Asked extends Requests> = {
  readonly [Name in keyof Asked]: (
    input: z.input<Asked[Name]['input']>,
  ) => Promise<Outcome<z.output<Asked[Name]['output']>>>;
};
