import type { WindowCommand } from '../exercise/commands.ts';
import { refuseInPhase } from '../exercise/phase-rules.ts';
import { refusals } from '../exercise/refusals.ts';
import type { ExerciseState } from '../exercise/state.ts';

/** Why this cannot be recorded now, in the words of the rule; null while it can. */
export function whyNot(state: ExerciseState, type: WindowCommand['type']): string | null {
  const refusal = refuseInPhase(state.phase, { type } as WindowCommand as never); // the rule of the phase reads the type alone
  if (refusal === null) return null;
  const [what, hint] = refusals[refusal];
  return `${what}. ${hint}`;
}
