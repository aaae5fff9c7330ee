import { fail, type Outcome, type Problem, succeed } from '#core/outcome.ts';
import { explainNotRead } from '../saving/explain-failure.ts';

/** Ends a backup or a restore from within, with the words for the user. */
export class Refused extends Error {
  readonly problem: Problem;
  constructor(code: string, message: string, hint: string) {
    super(message);
    this.problem = { code, message, hint };
  }
}

export async function refusing<Value>(work: () => Promise<Value>): Promise<Outcome<Value>> {
  try {
    return succeed(await work());
  } catch (problem) {
    if (problem instanceof Refused) return fail(problem.problem);
    throw problem;
  }
}

/** Runs one step; what goes wrong in it is said with the step's own words. A refusal from within stays as it is. */
export async function orRefuse<Value>(
  step: () => Promise<Value>,
  explain: (problem: unknown) => Refused,
): Promise<Value> {
  try {
    return await step();
  } catch (problem) {
    throw problem instanceof Refused ? problem : explain(problem);
  }
}

/** A backup that leaves out what it cannot read would be believed to be whole. */
export function notRead(path: string, problem: unknown): Refused {
  const why = explainNotRead(problem);
  return new Refused(
    'not_readable',
    `${path} could not be read: ${why}.`,
    'No backup was made. Mend that and try again.',
  );
}

export function stopIf(signal: AbortSignal | undefined): void {
  if (signal?.aborted)
    throw new Refused('stopped', 'Muster was closed before it was done.', 'Nothing was left behind. Try again.');
}
