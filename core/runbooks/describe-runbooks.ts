import { longDate } from '../local-time.ts';
import type { RunbookChange } from '../report/facts.ts';
import { titleOfRunbook } from '../scenario/find-runbook.ts';
import type { Capability } from '../scenario/vocabulary.ts';
import { type ChangeStatus, newestOf, type Runbook, type RunbookRegister, type RunbookVersion } from './register.ts';
import { bareStep, findStep, isSameText, type Step } from './step.ts';

/** `capability`: that of the gap it closes; null where nobody said one. */
export type ExercisedChange = RunbookChange & { readonly capability: Capability | null };

/** What an exercise says about runbooks. */
export type Exercised = {
  readonly exercise: string;
  readonly title: string;
  readonly heldOn: string;
  /** UTC. */
  readonly startedAt: string;
  /** Called for by an inject that was played. */
  readonly called: readonly string[];
  readonly tested: readonly {
    readonly id: string;
    readonly version: string;
    readonly approved_on?: string | undefined;
  }[];
  readonly changes: readonly ExercisedChange[];
};

export type When = { readonly exercise: string; readonly title: string; readonly on: string };

/** `version`: the one its plan named; null where it named none. */
export type WhenTested = When & { readonly version: string | null };

export type StepLine = Step & {
  /**
   * The last exercise that called for the runbook in a version in which this step read as it does now; null where none did. The one
   * that found the step wanting is none.
   */
  readonly exercised: WhenTested | null;
};

export type ChangeLine = ExercisedChange & {
  readonly origin: string;
  readonly of: When;
  readonly status: ChangeStatus;
  readonly decidedBy: string | null;
  /** In which it was published. */
  readonly version: string | null;
  /** Why it was published although the file reads otherwise. */
  readonly reason: string | null;
};

export type RunbookLine = {
  readonly id: string;
  readonly title: string;
  readonly owner: string | null;
  /** null: the register does not hold it, and an exercise proposed a change to it. */
  readonly current: RunbookVersion | null;
  readonly versions: readonly RunbookVersion[];
  readonly steps: readonly StepLine[];
  /** The last exercise that called for it, in whatever version. */
  readonly exercised: WhenTested | null;
  readonly changes: readonly ChangeLine[];
  /** Proposed or accepted, and not published. */
  readonly openChanges: number;
};

/** `steps` of a version the register holds; null where its file cannot be read. */
export type StepsOf = (id: string, version: string) => readonly Step[] | null;

/** The register beside what the exercises played and proposed: by id, with those no file was taken in for. */
export function describeRunbooks(
  register: RunbookRegister,
  exercises: readonly Exercised[],
  stepsOf: StepsOf,
): readonly RunbookLine[] {
  const newestFirst = exercises.toSorted((a, b) => b.startedAt.localeCompare(a.startedAt));
  const proposed = exercises.flatMap(({ changes }) => changes.map(({ runbook }) => runbook));
  const ids = new Set([...register.runbooks.map(({ id }) => id), ...proposed]);
  return [...ids].sort().map((id) => {
    const runbook = register.runbooks.find((book) => book.id === id);
    const current = runbook ? newestOf(runbook) : null;
    const changes = newestFirst.flatMap((exercise) => listChanges(register, exercise, id));
    const called = newestFirst.filter((exercise) => exercise.called.includes(id));
    const steps = (current && stepsOf(id, current.version)) ?? [];
    return {
      id,
      title: runbook?.title ?? titleOfRunbook(id, null) ?? '',
      owner: runbook?.owner ?? null,
      current,
      versions: runbook?.versions ?? [],
      steps: steps.map((step) => {
        const wanting = foundWanting(step, changes);
        const at = newestFirst.find(({ exercise }) => exercise === wanting)?.startedAt ?? '';
        const since = called.filter(({ startedAt }) => startedAt > at);
        return { ...step, exercised: findExercised(step, since, runbook, stepsOf) };
      }),
      exercised: called[0] ? whenTested(called[0], id) : null,
      changes,
      openChanges: changes.filter(({ status }) => status === 'proposed' || status === 'accepted').length,
    };
  });
}

function listChanges(register: RunbookRegister, exercise: Exercised, id: string): readonly ChangeLine[] {
  return exercise.changes
    .filter(({ runbook }) => runbook === id)
    .map((change) => {
      const origin = `${exercise.exercise}/${change.change}`;
      const decision = register.decisions.find((made) => made.origin === origin);
      const { status = 'proposed' as const, by = null, version = null, reason = null } = decision ?? {};
      return { ...change, origin, of: whenOf(exercise), status, decidedBy: by, version, reason };
    });
}

/** The last exercise whose change to this step was published: until a later one, the step was not exercised as it reads now. */
function foundWanting({ step }: Step, changes: readonly ChangeLine[]): string | undefined {
  const published = changes.filter((change) => change.status === 'published' && change.step !== undefined);
  return published.find((change) => bareStep(change.step ?? '') === bareStep(step))?.of.exercise;
}

/** A version that was tested and is not in the register tells nothing about its steps. */
function findExercised(
  step: Step,
  called: readonly Exercised[],
  runbook: Runbook | undefined,
  stepsOf: StepsOf,
): WhenTested | null {
  if (!runbook) return null;
  const found = called.find((exercise) => {
    const version = testedIn(exercise, runbook.id);
    if (version === null || !runbook.versions.some((held) => held.version === version)) return false;
    const then = findStep(stepsOf(runbook.id, version) ?? [], step.step);
    return then !== undefined && isSameText(then.text, step.text);
  });
  return found ? whenTested(found, runbook.id) : null;
}

function testedIn({ tested }: Exercised, runbook: string): string | null {
  return tested.find(({ id }) => id === runbook)?.version ?? null;
}

function whenTested(exercise: Exercised, runbook: string): WhenTested {
  return { ...whenOf(exercise), version: testedIn(exercise, runbook) };
}

function whenOf({ exercise, title, heldOn }: Exercised): When {
  return { exercise, title, on: heldOn };
}

/** Where a plan says that this version was approved on another day: what it says, a sentence for each exercise. */
export function listOtherApprovals(
  exercises: readonly Exercised[],
  {
    id,
    version,
    approved_on,
  }: { readonly id: string; readonly version: string; readonly approved_on?: string | undefined },
): readonly string[] {
  return exercises.flatMap(({ title, heldOn, tested }) => {
    const planned = tested.find((book) => book.id === id && book.version === version)?.approved_on;
    if (planned === undefined || planned === approved_on) return [];
    const here = approved_on === undefined ? 'no day is recorded here' : `here it is ${longDate(approved_on)}`;
    return [
      `The plan of ${title}, held on ${longDate(heldOn)}, says that ${id} ${version} was approved on ${longDate(planned)}; ${here}. Nothing was changed in either: see which is right.`,
    ];
  });
}
