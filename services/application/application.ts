import { type ConsoleAnswers, consoleRequests, type RequestName, type Theme } from '#contract/console.ts';
import type { ConsoleNotice } from '#contract/console-notices.ts';
import type { PictureListener } from '#contract/room.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { openExceptionRegister } from '../registers/exception-register.ts';
import { makeWorkspace, probeWorkspace, type Workspace } from '../saving/workspace.ts';
import { lockWorkspace } from '../saving/workspace-lock.ts';
import { sweepUnfinishedSources } from '../scorecard/keep-source.ts';
import { answerActions } from './answer-actions.ts';
import { answerBackup } from './answer-backup.ts';
import { answerExceptions } from './answer-exceptions.ts';
import { answerExercise } from './answer-exercise.ts';
import { answerPack } from './answer-pack.ts';
import { answerProgramme } from './answer-programme.ts';
import { answerRoom } from './answer-room.ts';
import { answerRunbooks } from './answer-runbooks.ts';
import { answerScorecard } from './answer-scorecard.ts';
import { answerScript } from './answer-script.ts';
import { answerTrend } from './answer-trend.ts';
import { createBackups } from './backups.ts';
import { findInterrupted } from './find-interrupted.ts';
import { createLibrary } from './library.ts';
import { type Ended, OpenExercises } from './open-exercises.ts';
import { createPlans } from './plans.ts';
import { createRoomShow } from './room-show.ts';
import { ScorecardDesk } from './scorecard-desk.ts';
import { ScorecardMonths } from './scorecard-months.ts';
import { createReadiness } from './scorecard-readiness.ts';
import { createSettings } from './settings.ts';
import { type Clock, createClock, type Shell } from './shell.ts';

/** The whole of Muster for one workspace. A shell adds windows, a socket or a command line, and nothing else. */
export type Application = {
  /** The one way in. The name and the input are checked here, whatever the window promised. */
  readonly answer: (name: string, input: unknown) => Promise<Outcome<unknown>>;
  /** What a window that comes new has to know is told at once. Gives back how to stop listening. */
  readonly onNotice: (listener: (notice: ConsoleNotice) => void) => () => void;
  /** Called at once with what the room shows now, then at every change; never twice with the same. */
  readonly onPicture: (listener: PictureListener) => () => void;
  /** In which the console's page is to be drawn from its first stroke on; null where nobody has chosen. */
  readonly theme: () => Promise<Theme | null>;
  /** The shell calls it when a room window came, went or moved. */
  readonly roomChanged: () => void;
  /** Whether an exercise goes on at this moment: the shell keeps the display awake. */
  readonly isRunning: () => boolean;
  /** The shell calls it when the machine has slept and is awake again. */
  readonly woke: () => void;
  /** Everything on the disk, the workspace free again; or what could not be kept, for the shell to tell. */
  readonly close: () => Promise<Ended>;
};

export type Needs = {
  readonly workspace: string;
  readonly shell: Shell;
  /** Named to whoever finds the workspace held: `desktop`, `serve`. */
  readonly purpose: string;
  readonly clock?: Clock;
};

export async function openApplication(needs: Needs): Promise<Outcome<Application>> {
  const { shell, purpose, clock = createClock() } = needs;
  const made = await makeWorkspace(needs.workspace);
  if (!made.ok) return made;
  const workspace = made.value;
  const lock = await holdWorkspace(workspace, purpose);
  if (!lock.ok) return lock;
  const listeners = new Set<(notice: ConsoleNotice) => void>();
  const tell = (notice: ConsoleNotice) => {
    for (const listener of listeners) listener(notice);
  };
  const tellText = (text: string) => tell({ type: 'notice', exercise: null, text });
  const settings = createSettings(workspace);
  const room = createRoomShow(workspace, tell);
  const library = createLibrary(workspace);
  void library.list().catch(() => {}); // read by the time the first window asks; what fails is told to whoever asks
  const plans = createPlans(workspace, tellText);
  const exercises = new OpenExercises({ workspace, clock, room, tell });
  const backups = createBackups({ workspace, clock, tell });
  await sweepUnfinishedSources(workspace);
  const scorecards = openScorecards({ workspace, clock, exercises, tellText });
  let isClosing = false;
  /** In front of the room again before anybody asks for it. What cannot be read is told by the programme. */
  const resumed = findInterrupted(workspace)
    .then((exercise) => (exercise === null || isClosing ? null : exercises.open(exercise)))
    .catch(() => null);
  const parts = { library, plans, settings, exercises, room, backups, resumed, ...scorecards };
  const answers = answerAll({ workspace, shell, clock, tell, tellText, ...parts });
  return succeed({
    answer: (name, input) => answer(answers, name, input),
    onNotice: (listener) => {
      listeners.add(listener);
      listener(room.notice());
      listener({ type: 'room_status', status: shell.roomStatus() });
      return () => void listeners.delete(listener);
    },
    onPicture: room.listen,
    theme: settings.theme,
    roomChanged: () => tell({ type: 'room_status', status: shell.roomStatus() }),
    isRunning: () => exercises.isRunning(),
    woke: () => exercises.woke(),
    close: async () => {
      room.close();
      await Promise.all([backups.stop(), scorecards.desk.close()]);
      isClosing = true;
      await resumed;
      const ended = await exercises.closeAll();
      await lock.value.release();
      return ended;
    },
  });
}

type Everything = Parameters<typeof answerProgramme>[0] &
  Parameters<typeof answerScript>[0] &
  Parameters<typeof answerPack>[0] &
  Parameters<typeof answerExercise>[0] &
  Parameters<typeof answerRoom>[0] &
  Parameters<typeof answerRunbooks>[0] &
  Parameters<typeof answerActions>[0] &
  Parameters<typeof answerScorecard>[0] &
  Parameters<typeof answerExceptions>[0] &
  Parameters<typeof answerTrend>[0] &
  Parameters<typeof answerBackup>[0];

function answerAll(needs: Everything): ConsoleAnswers {
  return {
    ...answerProgramme(needs),
    ...answerScript(needs),
    ...answerPack(needs),
    ...answerExercise(needs),
    ...answerRoom(needs),
    ...answerRunbooks(needs),
    ...answerActions(needs),
    ...answerScorecard(needs),
    ...answerExceptions(needs),
    ...answerTrend(needs),
    ...answerBackup(needs),
  };
}

type Around = Pick<Parameters<typeof createReadiness>[0], 'workspace' | 'exercises' | 'tellText'> & {
  readonly clock: Clock;
};

/** The months of the scorecard, and the worker that counts them. */
function openScorecards({ workspace, clock, exercises, tellText }: Around) {
  const desk = new ScorecardDesk(workspace.folder);
  const now = () => new Date(clock.wallMs()).toISOString();
  const readiness = createReadiness({ workspace, exercises, tellText });
  const decided = () =>
    openExceptionRegister(workspace, tellText).then(
      (register) => register.get().entries,
      () => [], // its own screen says why
    );
  return { desk, months: new ScorecardMonths({ workspace, desk, now, readiness, decided, tellText }) };
}

/** Held by nobody else, and seen to take what is written. */
async function holdWorkspace(workspace: Workspace, purpose: string) {
  const lock = await lockWorkspace(workspace.folder, purpose);
  if (!lock.ok) return lock;
  const probed = await probeWorkspace(workspace);
  if (probed.ok) return lock;
  await lock.value.release();
  return probed;
}

type Handlers = Readonly<Record<RequestName, (input: never) => Promise<Outcome<unknown>>>>;

async function answer(handlers: Handlers, name: string, input: unknown): Promise<Outcome<unknown>> {
  if (!isRequest(name)) return fail(notUnderstood('a request that it does not know'));
  const parsed = consoleRequests[name].input.safeParse(input);
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
    return fail(notUnderstood(where === '' ? name : `${name}, ${where}`));
  }
  return handlers[name](parsed.data as never); // parsed by this name's own schema
}

function isRequest(name: string): name is RequestName {
  return Object.hasOwn(consoleRequests, name);
}

function notUnderstood(what: string) {
  return {
    code: 'bad_request',
    message: `Muster did not understand ${what}.`,
    hint: 'Nothing was changed. Reload the window and try again.',
  };
}
