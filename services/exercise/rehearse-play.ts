import { buildSetup, nothingBefore } from '#core/captures/build-setup.ts';
import { type CapturesFile, parseCaptures } from '#core/captures/parse-captures.ts';
import { type Play, playCaptures } from '#core/captures/play-captures.ts';
import type { Scenario } from '#core/scenario/schema.ts';
import { selectSession } from '#core/scenario/select-session.ts';
import { type ActionRegister, listActionsOf, openActionRegister, reserveIds } from '../registers/action-register.ts';
import { createNumbersGiven } from '../registers/numbers-given.ts';
import type { Disk } from '../saving/files.ts';
import { describeWorkspace, listExercises, nameExercise, type Workspace } from '../saving/workspace.ts';
import { formatDiagnostic, type LoadedScenario, loadScenario } from '../scenario/load-scenario.ts';
import { type ReadYaml, readYamlFile } from '../scenario/read-yaml.ts';
import { readBefore } from './read-before.ts';

export type Asked = {
  readonly scenarioFile: string;
  readonly capturesFile: string;
  readonly workspace: string;
  readonly out: string;
  /** The caller holds the workspace already. */
  readonly isHeld?: boolean;
  readonly disk?: Disk;
  /** Told what the user should know although the play goes on. */
  readonly tell: (notice: string) => void;
};

export type Material = {
  readonly loaded: LoadedScenario;
  readonly scenario: Scenario;
  readonly file: CapturesFile;
  readonly read: ReadYaml;
};

/** Every problem found, as lines for stderr. Nothing was written when there are any. */
export type PlayProblems = { readonly problems: readonly string[] };

export async function readMaterial({
  scenarioFile,
  capturesFile,
}: Pick<Asked, 'scenarioFile' | 'capturesFile'>): Promise<Material | PlayProblems> {
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

export type Rehearsal = {
  readonly exercise: string;
  readonly play: Play;
  readonly register: ActionRegister;
  readonly ids: ReturnType<typeof reserveIds>;
};

/** The whole play in memory. Without a workspace the register is empty and every name is free. */
export async function rehearse(
  asked: Asked,
  material: Material,
  workspace: Workspace | null,
): Promise<Rehearsal | PlayProblems> {
  const { file, scenario, loaded, read } = material;
  const year = file.started.slice(0, 4);
  const register = await openActionRegister(
    workspace ?? describeWorkspace(asked.workspace),
    file.sample,
    asked.tell,
    asked.disk,
  );
  const taken = workspace ? await listExercises(workspace) : [];
  const { previous } = file.plan;
  if (previous !== undefined && !taken.includes(previous)) {
    const message = `plan.previous: the workspace has no exercise ${previous}`;
    return { problems: [placed(asked.capturesFile, read, ['plan', 'previous'], message)] };
  }
  const exercise = await nameExercise(workspace ?? describeWorkspace(asked.workspace), year, loaded.stem);
  const objectives = file.plan.objectives ?? scenario.objectives.map(({ id }) => id);
  const session = selectSession(scenario, {
    lengthMin: file.plan.length_min,
    objectives,
    profile: file.organisation?.profile,
  });
  const before =
    previous === undefined || !workspace
      ? nothingBefore
      : await readBefore(previous, { workspace, actions: listActionsOf(register, previous), tell: asked.tell });
  const setup = buildSetup(file, {
    exercise,
    scenario,
    sha256: loaded.sha256,
    before,
    leftOut: session.ok ? [...session.leftOut] : [],
  });
  const ids = reserveIds(register, year, scenario.quarter);
  if (workspace) ids.skipTo(await createNumbersGiven(workspace)(file.sample));
  const played = playCaptures({ file, scenario, setup, run: 'rehearsal', reserveActionId: ids.next });
  if ('play' in played) return { exercise, play: played.play, register, ids };
  return { problems: [placed(asked.capturesFile, read, played.problem.path, played.problem.message)] };
}
