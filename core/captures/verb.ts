import { z } from 'zod';
import type { Command } from '../exercise/commands.ts';

/** Turns what a captures file calls things into what the record calls them; undefined where there is no such thing (yet). */
export type References = {
  /** 1-based place in the list → `seq` of the event it became. */
  readonly seqOf: (place: number) => number | undefined;
  /** 1-based place in the list → the verb that stands there. */
  readonly verbOf: (place: number) => string | undefined;
  /** The next number of the action register: `AI-2026Q4-007`. */
  readonly reserveActionId: () => string;
};

export class UnknownReference extends Error {}

export type Verb = {
  /** A whole entry: `at`, the verb itself and its fields, nothing else. */
  readonly schema: z.ZodType<Readonly<Record<string, unknown>>>;
  readonly toCommand: (entry: unknown, references: References) => Command;
};

/** Over two months; what lies beyond is a slip of the finger. */
const mostMinutes = 100_000;
const at = z
  .number('`at` is minutes since the start of play.')
  .nonnegative('`at` is minutes since the start of play, from 0.')
  .max(mostMinutes, `\`at\` is minutes since the start of play, at most ${mostMinutes}.`);

/** One verb: its shape, and the command it stands for. `toCommand` parses again what `schema` has let through. */
export function verb<Shape extends z.core.$ZodShape>(
  shape: Shape,
  toCommand: (entry: z.output<z.ZodObject<Shape, z.core.$strict>>, references: References) => Command,
): Verb {
  const fields = z.strictObject(shape);
  return {
    schema: z.strictObject({ at, ...shape }),
    toCommand: (entry, references) => {
      const { at: _, ...rest } = z.looseObject({ at }).parse(entry);
      return toCommand(fields.parse(rest), references);
    },
  };
}

/** `"#14"` is the fourteenth entry of the file; anything else is an inject id. */
export function translateEvidence(evidence: readonly string[], references: References): string[] {
  return evidence.map((reference) => {
    return /^#\d+$/.test(reference) ? `#${findSeq(Number(reference.slice(1)), references)}` : reference;
  });
}

export function findSeq(place: number, { seqOf }: References): number {
  const seq = seqOf(place);
  if (seq === undefined) throw new UnknownReference(`there is no entry ${place} before this one`);
  return seq;
}

export const gapNumber = z.int().positive('Gaps are numbered from 1 in the order of recording.');
export const gapId = (number: number): string => `G${number}`;
