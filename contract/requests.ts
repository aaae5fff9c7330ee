import type { z } from 'zod';
import type { Outcome } from '#core/outcome.ts';

/** What a shell may ask: a name, what goes in, what comes out. All types are inferred from these entries. */
export type Requests = Readonly<Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>>;

/** What the application answers with: one function per request, on checked input. Leaving one out does not compile. */
export type Answers<Asked extends Requests> = {
  readonly [Name in keyof Asked]: (
    input: z.output<Asked[Name]['input']>,
  ) => Promise<Outcome<z.output<Asked[Name]['output']>>>;
};

/** What a window calls: the same functions, defaults left out. */
export type Bridge<Asked extends Requests> = {
  readonly [Name in keyof Asked]: (
    input: z.input<Asked[Name]['input']>,
  ) => Promise<Outcome<z.output<Asked[Name]['output']>>>;
};
