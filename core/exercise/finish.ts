import { z } from 'zod';
import { captureText as text } from './events/captures.ts';

/** What was agreed in Finish by: in how many minutes play ends, pauses included, and what falls due earlier for that. */
const finish = z.strictObject({
  in_min: z.number().nonnegative(),
  due: z.array(z.strictObject({ inject: text, to_min: z.number().nonnegative() })),
});

export type Finish = z.infer<typeof finish>;

/** Of what is left out, and of asking for it. Nothing may be left out where an end is agreed that leaves time for all. */
export const leftOutFields = { injects: z.array(text), reason: text.optional(), finish: finish.optional() } as const;

type LeftOut = { readonly injects: readonly string[]; readonly finish?: Finish | undefined };

export const saysSomething = ({ injects, finish }: LeftOut): boolean => injects.length > 0 || finish !== undefined;

export const nothingSaid = { path: ['injects'], message: 'Name at least one inject.' };
