import type { Phase } from '../exercise/state.ts';

type ScriptFacts = { readonly script: string; readonly quarter: string; readonly title: string };
type ExerciseFacts = {
  readonly script: string;
  readonly heldOn: string | null;
  readonly isSample: boolean;
  readonly phase: Phase;
  /** An inject was released or something was captured. */
  readonly isPlayed: boolean;
};

/** A quarter with the exercise its card speaks of: the one that goes on, else the latest real one, else the latest sample. */
export function pairWithLatest<Script extends ScriptFacts, Exercise extends ExerciseFacts>(
  scripts: readonly Script[],
  exercises: readonly Exercise[],
): readonly { readonly script: Script; readonly latest: Exercise | null }[] {
  const newest = sortNewestFirst(exercises);
  return [...scripts]
    .sort((a, b) => a.quarter.localeCompare(b.quarter) || a.title.localeCompare(b.title))
    .map((script) => {
      const own = newest.filter((exercise) => exercise.script === script.script);
      const goingOn = own.find(({ phase }) => isUnderWay(phase));
      const played = own.filter((exercise) => !isUnplayed(exercise));
      const isOwn = ({ isSample }: Exercise) => !isSample;
      return { script, latest: goingOn ?? played.find(isOwn) ?? own.find(isOwn) ?? own[0] ?? null };
    });
}

/** What has not begun stands first: it is the newest of all. */
export function sortNewestFirst<Exercise extends ExerciseFacts>(exercises: readonly Exercise[]): readonly Exercise[] {
  return [...exercises].sort((a, b) => (b.heldOn ?? '9999').localeCompare(a.heldOn ?? '9999'));
}

type PlanFacts = { readonly isPlanned: boolean; readonly plan: { readonly startsOn: string | null } | null };

/** One that is not whole can only be read. */
export function goesOn({
  phase,
  trouble,
}: Pick<ExerciseFacts, 'phase'> & { readonly trouble: string | null }): boolean {
  return isUnderWay(phase) && trouble === null;
}

/** Whether a quarter is about its plan: until one's own exercise was held; a sample is none. */
export function isAhead(
  { isPlanned }: Pick<PlanFacts, 'isPlanned'>,
  latest: Pick<ExerciseFacts, 'isSample' | 'heldOn' | 'phase' | 'isPlayed'> | null,
): boolean {
  return isPlanned && (latest === null || latest.isSample || latest.heldOn === null || isUnplayed(latest));
}

/** The day of a plan made after the exercise, if it is still to come; the day that was itself planned for it is not "again". */
export function plannedAgain(
  { plan }: Pick<PlanFacts, 'plan'>,
  { heldOn, plannedFor }: Pick<ExerciseFacts, 'heldOn'> & { readonly plannedFor: string | null },
  today: string,
): string | null {
  const day = plan?.startsOn;
  return day && day >= today && day > (heldOn ?? '') && day !== plannedFor ? day : null;
}

/** Over, and nothing was played in it: it counts neither as held nor against its plan. */
export function isUnplayed({ phase, isPlayed }: Pick<ExerciseFacts, 'phase' | 'isPlayed'>): boolean {
  return !isPlayed && (phase === 'ended' || phase === 'final');
}

export const unplayedWords = 'Begun and ended without an inject';

/** One that was held and whose actions can be tested again. */
export function isHeld({ phase, heldOn, isPlayed }: Pick<ExerciseFacts, 'phase' | 'heldOn' | 'isPlayed'>): boolean {
  return heldOn !== null && isPlayed && !isUnderWay(phase);
}

/** Whether the console is where it goes on; otherwise it is reviewed. */
export function isUnderWay(phase: Phase): boolean {
  switch (phase) {
    case 'running':
    case 'paused':
    case 'real_world':
    case 'suspended':
      return true;
    case 'not_started':
    case 'ended':
    case 'final':
      return false;
  }
}

export function phaseWords(phase: Phase): string {
  switch (phase) {
    case 'not_started':
      return 'Not started';
    case 'running':
      return 'Running';
    case 'paused':
      return 'Paused';
    case 'real_world':
      return 'Stopped: REAL WORLD';
    case 'suspended':
      return 'Goes on another day';
    case 'ended':
      return 'Held, report is a draft';
    case 'final':
      return 'Held, report is final';
  }
}
