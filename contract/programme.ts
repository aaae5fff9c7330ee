import type { Phase } from '#core/exercise/state.ts';
import type { OpenAction } from '#core/plan/open-actions.ts';
import type { PlanSummary } from '#core/plan/readiness.ts';
import type { ReturnedGaps } from '#core/plan/returned-gaps.ts';
import type { Excerpt } from '#core/scenario/cut-excerpt.ts';
import type { Subject } from '#core/scenario/finding-subject.ts';
import type { Scenario } from '#core/scenario/schema.ts';
import type { Rating } from '#core/scenario/vocabulary.ts';

/** One exercise as a line of the programme. */
export type ExerciseLine = {
  readonly exercise: string;
  /** File stem of its script, such as `q2-ransomware`. */
  readonly script: string;
  readonly title: string;
  readonly quarter: string;
  /** Date of the first sitting, in the organisation's time zone. */
  readonly heldOn: string | null;
  /** The day its plan named when it was started; null where none was set. */
  readonly plannedFor: string | null;
  readonly phase: Phase;
  /** An inject was released in it, or something was captured. */
  readonly isPlayed: boolean;
  readonly isSample: boolean;
  /** By objective, final or else suggested; null where there is neither. Empty when not rated. */
  readonly ratings: readonly { readonly objective: string; readonly rating: Rating | null }[];
  readonly gaps: number;
  /** Of those, the ones that weigh most. */
  readonly criticalGaps: number;
  readonly highGaps: number;
  readonly openActions: number;
  /** Agreed in it, whether or not they were closed since; null where the register cannot be read. */
  readonly agreedActions: number | null;
  /** Why it cannot be opened, or what is wrong with it; null while all is well. */
  readonly trouble: string | null;
};

export type ScriptLine = {
  /** File stem: `q2-ransomware`. */
  readonly script: string;
  readonly id: string;
  readonly title: string;
  readonly quarter: string;
  readonly type: string;
  readonly durationMin: number;
  readonly injects: number;
  readonly objectives: number;
  readonly isPlanned: boolean;
  /** What stands in the plan; null without one, or where it cannot be read. */
  readonly plan: PlanSummary | null;
  /** Why the script cannot be read; null while all is well. */
  readonly trouble: string | null;
};

export type Programme = {
  readonly workspace: string;
  /** The date on this computer. */
  readonly today: string;
  readonly scripts: readonly ScriptLine[];
  readonly exercises: readonly ExerciseLine[];
  /** Of the register, what nobody has closed; null where it cannot be read. Samples have a register of their own. */
  readonly openActions: { readonly own: readonly OpenAction[] | null; readonly samples: readonly OpenAction[] | null };
  /** Gaps that a later exercise recorded again; samples are compared among themselves. */
  readonly returnedGaps: { readonly own: ReturnedGaps; readonly samples: ReturnedGaps };
  /** Nobody has seen the tour yet, and no exercise of one's own was begun. */
  readonly isTourNew: boolean;
  /** What the user should know about the workspace, such as a synced folder. */
  readonly notices: readonly string[];
};

/** One thing that the check of a script found, as `muster check` says it. */
export type ScriptFinding = {
  readonly line: number;
  readonly column: number;
  readonly level: 'error' | 'warning';
  readonly message: string;
  /** null for the script as a whole. */
  readonly about: Subject | null;
  /** The lines of the file around it; null where none could be read. */
  readonly excerpt: Excerpt | null;
};

export type ScriptCheck = {
  /** Another one once the file, or what is found in it, has changed. */
  readonly stamp: string;
  readonly file: string;
  /** Lies in the workspace; a bundled one is copied there before it is changed. */
  readonly isOwn: boolean;
  /** To be looked at, also where errors keep it from being played; null where its shape is wrong. */
  readonly scenario: Scenario | null;
  readonly isPlayable: boolean;
  /** In the order of the file. */
  readonly findings: readonly ScriptFinding[];
};
