import type { ExerciseState } from '#core/exercise/state.ts';
import { type Outcome, succeed } from '#core/outcome.ts';
import { checkDecision, checkPublish } from '#core/runbooks/decide-change.ts';
import {
  describeRunbooks,
  type Exercised,
  listOtherApprovals,
  type RunbookLine,
} from '#core/runbooks/describe-runbooks.ts';
import { readExercised } from '#core/runbooks/read-exercised.ts';
import {
  type DecideChange,
  newestOf,
  type Publish,
  type RunbookRegister,
  type TakeIn,
} from '#core/runbooks/register.ts';
import type { Step } from '#core/runbooks/step.ts';
import { readExercise } from '../exercise/open-exercise.ts';
import { changeRunbookRegister, openRunbookRegister, readRunbookRegister } from '../registers/runbook-register.ts';
import type { Document } from '../saving/open-document.ts';
import { listExercises, type Workspace } from '../saving/workspace.ts';
import { readVersion } from './runbook-files.ts';
import { type TakenIn, takeIn } from './take-in.ts';

type Needs = {
  readonly workspace: Workspace;
  readonly isSample: boolean;
  readonly tell: (notice: string) => void;
  /** UTC. */
  readonly now: string;
  /** The day on this computer. */
  readonly today: string;
  /** Of an exercise that is open already; null: it is read. */
  readonly stateOf?: ((exercise: string) => ExerciseState | null) | undefined;
};

export type Shelf = { readonly lines: readonly RunbookLine[]; readonly notices: readonly string[] };

/** The runbooks of an organisation, what its exercises say about them, and what becomes of the changes they proposed. */
export function createRunbookShelf(needs: Needs) {
  const { workspace, isSample, tell, now, today } = needs;
  const change = <Value>(act: (register: Document<RunbookRegister>) => Promise<Value>) =>
    changeRunbookRegister(workspace, isSample, tell, act);

  return {
    list: async (): Promise<Shelf> =>
      describeShelf(needs, (await openRunbookRegister(workspace, isSample, tell)).get()),
    add: async (
      about: TakeIn,
      file: { readonly name: string; readonly bytes: Uint8Array },
    ): Promise<Outcome<TakenIn>> => {
      const taken = await change((register) => takeIn({ workspace, isSample, register, now, today }, about, file));
      if (!taken.ok) return taken;
      const others = listOtherApprovals((await readExercises(needs)).exercises, about);
      return succeed({ ...taken.value, notices: [...taken.value.notices, ...others] });
    },
    decide: (asked: DecideChange): Promise<Outcome<null>> => change((register) => decide(needs, register, asked)),
    publish: (asked: Publish): Promise<Outcome<{ readonly changes: readonly string[] }>> =>
      change((register) => publish(needs, register, asked)),
  };
}

/** The same for whoever does not hold the workspace: nothing there is touched. Throws where the register is damaged. */
export async function readShelf(workspace: Workspace, isSample: boolean): Promise<Shelf> {
  return describeShelf({ workspace, isSample }, await readRunbookRegister(workspace, isSample));
}

async function decide(needs: Needs, register: Document<RunbookRegister>, asked: DecideChange): Promise<Outcome<null>> {
  const checked = checkDecision((await describeShelf(needs, register.get())).lines, asked);
  if (!checked.ok) return checked;
  await register.change((draft) => {
    const others = draft.decisions.filter(({ origin }) => origin !== asked.origin);
    const { status, ...decided } = asked;
    draft.decisions = status === 'proposed' ? others : [...others, { ...decided, status, on: needs.today }];
  });
  return succeed(null);
}

async function publish({ workspace, isSample, ...needs }: Needs, register: Document<RunbookRegister>, asked: Publish) {
  const { lines } = await describeShelf({ workspace, isSample, ...needs }, register.get());
  const line = lines.find(({ id }) => id === asked.runbook);
  const book = register.get().runbooks.find(({ id }) => id === asked.runbook);
  const text = book ? (await readVersion(workspace, isSample, book, newestOf(book))).text : null;
  const checked = checkPublish(line, asked, text);
  if (!checked.ok) return checked;
  const { changes, text: changed } = checked.value;
  const { version, effective_on, approver, reason } = asked;
  if (changed !== null) {
    const about = { id: asked.runbook, version, approver, effective_on, approved_on: needs.today };
    const file = { name: `${asked.runbook}.md`, bytes: Buffer.from(changed) };
    const taken = await takeIn({ workspace, isSample, register, ...needs }, about, file);
    if (!taken.ok) return taken;
  }
  const origins = changes.map(({ origin }) => origin);
  await register.change((draft) => {
    const own = {
      status: 'published' as const,
      by: approver,
      on: needs.today,
      version,
      ...(reason === undefined ? {} : { reason }),
    };
    draft.decisions = [
      ...draft.decisions.filter(({ origin }) => !origins.includes(origin)),
      ...origins.map((origin) => ({ origin, ...own })),
    ];
    const held = draft.runbooks.find(({ id }) => id === asked.runbook)?.versions.find((one) => one.version === version);
    if (held) Object.assign(held, { approver, effective_on, approved_on: held.approved_on ?? needs.today });
  });
  return succeed({ changes: origins });
}

type Reading = Pick<Needs, 'workspace' | 'isSample' | 'stateOf'>;

async function readExercises({ workspace, isSample, stateOf = () => null }: Reading) {
  const notices: string[] = [];
  const exercises: Exercised[] = [];
  for (const exercise of await listExercises(workspace)) {
    const read = stateOf(exercise) ?? (await readState(workspace, exercise));
    if (read === null) notices.push(`${exercise} cannot be read; its runbook changes are not shown here.`);
    else if ((read.setup?.sample ?? false) === isSample) {
      const said = readExercised(exercise, read);
      if (said) exercises.push(said);
    }
  }
  return { exercises, notices };
}

async function describeShelf({ workspace, isSample, stateOf }: Reading, register: RunbookRegister): Promise<Shelf> {
  const { exercises, notices } = await readExercises({ workspace, isSample, stateOf });
  const steps = new Map<string, readonly Step[]>();
  for (const runbook of register.runbooks) {
    for (const version of runbook.versions) {
      const read = await readVersion(workspace, isSample, runbook, version).catch((problem: Error) => problem);
      if (read instanceof Error) notices.push(read.message);
      else steps.set(`${runbook.id} ${version.version}`, read.steps);
    }
  }
  const lines = describeRunbooks(register, exercises, (id, version) => steps.get(`${id} ${version}`) ?? null);
  return { lines, notices };
}

async function readState(workspace: Workspace, exercise: string): Promise<ExerciseState | null> {
  const read = await readExercise(workspace.folder, exercise);
  return read.ok && read.value.damage.length === 0 ? read.value.state : null;
}

export type RunbookShelf = ReturnType<typeof createRunbookShelf>;
