import { daysBetween } from '../local-time.ts';
import { isDay } from '../scenario/calendar.ts';
import type { Capability, GapSeverity } from '../scenario/vocabulary.ts';
import { isOpen, type Registered } from './open-actions.ts';

type Gap = {
  readonly title: string;
  readonly capability?: Capability | undefined;
  readonly condition?: string | undefined;
  readonly severity?: GapSeverity | undefined;
};

export type HeldGaps = {
  readonly exercise: string;
  readonly title: string;
  /** UTC: which of two was the earlier, also on one day. */
  readonly startedAt: string;
  readonly heldOn: string;
  readonly gaps: readonly Gap[];
};

/** One that a later exercise recorded again. */
export type ReturnedGap = {
  /** In the words of the latest. */
  readonly title: string;
  readonly capability: Capability;
  readonly condition: string;
  readonly severity: GapSeverity | null;
  /** The exercises that recorded it, the first one first: at least two. */
  readonly seen: readonly Pick<HeldGaps, 'exercise' | 'title' | 'heldOn'>[];
  /** What the earlier ones agreed to close it; null where the register cannot be read. */
  readonly actions: readonly EarlierAction[] | null;
};

export type EarlierAction = {
  readonly id: string;
  readonly status: Registered['status'];
  /** Nobody closed it and its day has passed: for how many days. */
  readonly overdueDays: number | null;
};

export type ReturnedGaps = {
  readonly held: number;
  readonly gaps: readonly ReturnedGap[];
  /** Gaps without capability or condition: nobody can tell whether they came back. */
  readonly notCompared: number;
};

type Register = readonly (Registered & {
  readonly capability?: string | undefined;
  readonly condition?: string | undefined;
})[];
type Sighting = { readonly of: HeldGaps; readonly gap: Gap };

const severities: readonly (GapSeverity | null)[] = ['critical', 'high', 'medium', 'low', null];

/** The same capability and condition in a later exercise. Source: spec.md C.7. */
export function findReturnedGaps(
  exercises: readonly HeldGaps[],
  register: Register | null,
  today: string,
): ReturnedGaps {
  const inOrder = exercises.toSorted((a, b) => a.startedAt.localeCompare(b.startedAt));
  const sightings = inOrder.flatMap((of) => of.gaps.map((gap): Sighting => ({ of, gap })));
  const comparable = sightings.filter(({ gap }) => keyOf(gap) !== null);
  const gaps = [...Map.groupBy(comparable, ({ gap }) => keyOf(gap)).values()].flatMap((same) => {
    const told = describe(same, register, today);
    return told ? [told] : [];
  });
  return {
    held: exercises.length,
    gaps: gaps.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity)),
    notCompared: sightings.length - comparable.length,
  };
}

function keyOf({ capability, condition }: { capability?: string | undefined; condition?: string | undefined }) {
  return capability === undefined || condition === undefined ? null : `${capability} ${condition}`;
}

/** null where one exercise alone saw it, however often. */
function describe(same: readonly Sighting[], register: Register | null, today: string): ReturnedGap | null {
  const seen = [...new Set(same.map(({ of }) => of))];
  const latest = seen.at(-1);
  const gap = same.find(({ of }) => of === latest)?.gap;
  if (seen.length < 2 || gap?.capability === undefined || gap.condition === undefined) return null;
  const earlier = new Set(seen.slice(0, -1).map(({ exercise }) => exercise));
  const actions = register?.filter((action) => earlier.has(action.exercise) && keyOf(action) === keyOf(gap));
  return {
    title: gap.title,
    capability: gap.capability,
    condition: gap.condition,
    severity: gap.severity ?? null,
    seen: seen.map(({ exercise, title, heldOn }) => ({ exercise, title, heldOn })),
    actions: actions?.map((action) => describeAction(action, today)) ?? null,
  };
}

function describeAction(action: Registered, today: string): EarlierAction {
  const { register_id: id, status, due_on: due } = action;
  const isOverdue = isOpen(action) && due !== undefined && isDay(due) && due < today;
  return { id, status, overdueDays: isOverdue ? daysBetween(due, today) : null };
}
