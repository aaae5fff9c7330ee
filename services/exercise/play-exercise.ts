import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { buildSetup } from '#core/captures/build-setup.ts';
import { type CapturesFile, parseCaptures } from '#core/captures/parse-captures.ts';
import { type Play, playCaptures } from '#core/captures/play-captures.ts';
import { initialState } from '#core/exercise/state.ts';
import { fail, type Outcome } from '#core/outcome.ts';
import type { Scenario } from '#core/scenario/schema.ts';
import { selectSession } from '#core/scenario/select-session.ts';
import { prepareOut } from '../export/prepare-out.ts';
import { writeDocuments } from '../export/write-documents.ts';
import { type ActionRegister, listActionsOf, openActionRegister, reserveIds } from '../registers/action-register.ts';
import { registerExercise } from '../registers/register-exercise.ts';
import { realDisk, writeNewFile } from '../saving/files.ts';
import { openJournal } from '../saving/journal.ts';
import {
  describeWorkspace,
  explainFolder,
  listExercises,
  makeWorkspace,
  nameExercise,
  type Workspace,
  warnAboutSyncedFolder,
} from '../saving/workspace.ts';
import { lockWorkspace } from '../saving/workspace-lock.ts';
import { formatDiagnostic, type LoadedScenario, loadScenario } from '../scenario/load-scenario.ts';
import { type ReadYaml, readYamlFile } from '../scenario/read-yaml.ts';
import { openSession } from './exercise-session.ts';

export type Played = {
  readonly exercise: string;
  readonly workspace: string;
  readonly out: string;
  readonly events: number;
  readonly head: string;
  readonly files: readonly string[];
};

type Asked = {
  readonly scenarioFile: string;
  readonly capturesFile: string;
  readonly workspace: string;
  readonly out: string;
  /** Told what the user should know although the play goes on. */
  readonly tell: (notice: string) => void;
};
type Material = {
  readonly loaded: LoadedScenario;
  readonly scenario: Scenario;
  readonly file: CapturesFile;
  readonly read: ReadYaml;
};

/** Every problem found, as lines for stderr. Nothing was written when there are any. */
export type PlayProblems = { readonly problems: readonly string[] };

/**
 * Runs a whole exercise without a screen: validated in memory to the last entry before the first byte is written,
 * and once more when the workspace is ours alone.
 */
export async function playExercise(asked: Asked): Promise<Played | PlayProblems> {
  const material = await readMaterial(asked);
  if ('problems' in material) return material;
  const workspace = describeWorkspace(asked.workspace);
  try {
    const isThere = statSync(workspace.folder, { throwIfNoEntry: false })?.isDirectory() === true;
    const first = await rehearse(asked, material, isThere ? workspace : null);
    if ('problems' in first) return first;
    const outProblem = await prepareOut(asked.out);
    return outProblem === null ? await playInWorkspace(asked, material) : { problems: [outProblem] };
  } catch (problem) {
    return tell(fail(explainFolder(workspace.folder, 'workspace', problem)));
  }
}

async function playInWorkspace(asked: Asked, material: Material): Promise<Played | PlayProblems> {
  const made = await makeWorkspace(asked.workspace);
  if (!made.ok) return tell(made);
  const synced = warnAboutSyncedFolder(made.value.folder);
  if (synced !== null) asked.tell(synced);
  const lock = await lockWorkspace(made.value.folder, 'play');
  if (!lock.ok) return tell(lock);
  try {
    const rehearsal = await rehearse(asked, material, made.value);
    return 'problems' in rehearsal ? rehearsal : await perform(asked, material, made.value, rehearsal);
  } finally {
    await lock.value.release();
  }
}

async function readMaterial({ scenarioFile, capturesFile }: Asked): Promise<Material | PlayProblems> {
  const loaded = await loadScenario(scenarioFile);
  const read = await readYamlFile(capturesFile);
  const errors = loaded.diagnostics.filter(({ level }) => level === 'error').map(formatDiagnostic);
  const unreadable = read.problems.map(({ line, column, message }) => `${capturesFile}:${line}:${column}: ${message}`);
  const { file, problems } = unreadable.length > 0 ? { file: null, problems: [] } : parseCaptures(read.value);
  const misshapen = problems.map(({ path, message }) => placed(capturesFile, read, path, message));
  const all = [...errors, ...unreadable, ...misshapen];
  if (!loaded.scenario || !file || all.length > 0) return { problems: all };
  if (file.scenario === loaded.scenario.id) return { loaded, scenario: loaded.scenario, file, read };
  const message = `scenario: ${file.scenario} is not the scenario played, ${loaded.scenario.id}`;
  return { problems: [placed(capturesFile, read, ['scenario'], message)] };
}

function placed(file: string, read: ReadYaml, path: readonly PropertyKey[], message: string): string {
  return `${file}:${read.positionOf(path).line}: ${message}`;
}

type Rehearsal = {
  readonly exercise: string;
  readonly play: Play;
  readonly register: ActionRegister;
  readonly ids: ReturnType<typeof reserveIds>;
};

/** The whole play in memory. Without a workspace the register is empty and every name is free. */
async function rehearse(
  asked: Asked,
  material: Material,
  workspace: Workspace | null,
): Promise<Rehearsal | PlayProblems> {
  const { file, scenario, loaded, read } = material;
  const year = file.started.slice(0, 4);
  const register = await openActionRegister(workspace ?? describeWorkspace(asked.workspace), file.sample, asked.tell);
  const taken = workspace ? await listExercises(workspace) : [];
  const { previous } = file.plan;
  if (previous !== undefined && !taken.includes(previous)) {
    const message = `plan.previous: the workspace has no exercise ${previous}`;
    return { problems: [placed(asked.capturesFile, read, ['plan', 'previous'], message)] };
  }
  const exercise = nameExercise(taken, year, loaded.stem);
  const objectives = file.plan.objectives ?? scenario.objectives.map(({ id }) => id);
  const session = selectSession(scenario, {
    lengthMin: file.plan.length_min,
    objectives,
    profile: file.organisation?.profile,
  });
  const setup = buildSetup(file, {
    exercise,
    scenario,
    sha256: loaded.sha256,
    previousActions: previous === undefined ? [] : listActionsOf(register, previous),
    leftOut: session.ok ? [...session.leftOut] : [],
  });
  const ids = reserveIds(register, year, scenario.quarter);
  const played = playCaptures({ file, scenario, setup, run: 'rehearsal', reserveActionId: ids.next });
  if ('play' in played) return { exercise, play: played.play, register, ids };
  return { problems: [placed(asked.capturesFile, read, played.problem.path, played.problem.message)] };
}

/** The same commands again, each decided, saved and only then told. */
async function perform(
  asked: Asked,
  { loaded, scenario }: Material,
  workspace: Workspace,
  rehearsal: Rehearsal,
): Promise<Played | PlayProblems> {
  const { exercise, play, register, ids } = rehearsal;
  const folder = workspace.exerciseFolder(exercise);
  await mkdir(folder, { mode: 0o700 });
  await writeNewFile(realDisk, join(folder, 'script.yaml'), loaded.bytes); // before the journal that names its hash
  const { journal } = await openJournal({ folder, exercise, scriptSha256: loaded.sha256, tell: asked.tell });
  const session = openSession({
    state: initialState(scenario),
    journal,
    run: randomUUID().slice(0, 8),
    tell: () => {},
  });
  try {
    for (const { command, t, m } of play.steps) {
      const answer = await session.give(command, { t, m });
      if (!answer.ok) return tell(answer);
    }
  } finally {
    await journal.close();
  }
  await registerExercise(register, exercise, session.state(), ids);
  const files = await writeDocuments({ state: session.state(), head: journal.head(), out: asked.out });
  if (!files.ok) return tell(files);
  return {
    exercise,
    workspace: workspace.folder,
    out: resolve(asked.out),
    events: session.state().position,
    head: journal.head(),
    files: files.value,
  };
}

function tell(outcome: Outcome<unknown>): PlayProblems {
  return { problems: outcome.ok ? [] : [`${outcome.problem.message} ${outcome.problem.hint}`] };
}
