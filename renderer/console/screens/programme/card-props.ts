import type { ExerciseLine, ScriptLine } from '#contract/programme.ts';
import type { Doing } from './use-doing.ts';

export type CardProps = {
  readonly script: ScriptLine;
  readonly latest: ExerciseLine | null;
  readonly today: string;
  readonly doing: Doing;
  /** The plan that comes first: the one filled button of the screen. */
  readonly isFirst: boolean;
};
