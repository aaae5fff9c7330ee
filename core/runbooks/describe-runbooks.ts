import type { RunbookChange } from '../report/facts.ts';
import { titleOfRunbook } from '../scenario/find-runbook.ts';
import type { Capability } from '../scenario/vocabulary.ts';
import { type ChangeStatus, newestOf, type Runbook, type RunbookRegister, type RunbookVersion } from './register.ts';
import { findStep, isSameText, type Step } from './step.ts';

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
  readonly tested: readonly { readonly id: string; readonly version: string }[];
  readonly changes: readonly ExercisedChange[];
};

export type When = { readonly exercise: string; readonly title: string; readonly on: string };

export type StepLine = Step & {
  /** The last exercise that called for the runbook while this step read as it does now; null where none did. */
  readonly exercised: When | null;
};

export type ChangeLine = ExercisedChange & {
  readonly origin: string;
  readonly of: When;
  readonly status: ChangeStatus;
  readonly decidedBy: string | null;
  /** In which it was published. */
  readonly version: string | null;
};

export type RunbookLine = {
  readonly id: string;
  readonly title: string;
  readonly owner: string | null;
  /** null: the register does not hold it, and an exercise proposed a change to it. */
  readonly current: RunbookVersion | null;
  readonly versions: readonly RunbookVersion[];
  readonly steps: readonly StepLine[];
  readonly exercised: When | null;
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
      steps: steps.map((step) => ({ ...step, exercised: findExercised(step, called, runbook, stepsOf) })),
      exercised: called[0] ? whenOf(called[0]) : null,
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
      const { status = 'proposed' as const, by = null, version = null } = decision ?? {};
      return { ...change, origin, of: whenOf(exercise), status, decidedBy: by, version };
    });
}

/** A version that was tested and is not in the register tells nothing about its steps. */
function findExercised(
  step: Step,
  called: readonly Exercised[],
  runbook: Runbook | undefined,
  stepsOf: StepsOf,
): When | null {
  const found = called.find(({ tested }) => {
    const version = tested.find(({ id }) => id === runbook?.id)?.version;
    if (!runbook?.versions.some((held) => held.version === version) || version === undefined) return false;
    const then = findStep(stepsOf(runbook.id, version) ?? [], step.step);
    return then !== undefined && isSameText(then.text, step.text);
  });
  return found ? whenOf(found) : null;
}

function whenOf({ exercise, title, heldOn }: Exercised): When {
  return { exercise, title, on: heldOn };
}
