import type { ConsoleAnswers } from '#contract/console.ts';
import type { ExerciseState } from '#core/exercise/state.ts';
import { dayOf } from '#core/local-time.ts';
import { succeed } from '#core/outcome.ts';
import { ownZone } from '../own-zone.ts';
import { loadRegistered } from '../runbooks/load-originals.ts';
import { readRunbookFile } from '../runbooks/read-runbook-file.ts';
import { createRunbookShelf } from '../runbooks/runbook-shelf.ts';
import type { Workspace } from '../saving/workspace.ts';
import type { OpenExercises } from './open-exercises.ts';
import { saving } from './saving.ts';
import type { Clock } from './shell.ts';

type Needs = {
  readonly workspace: Workspace;
  readonly clock: Clock;
  readonly exercises: OpenExercises;
  readonly tellText: (text: string) => void;
};

type Runbooks = Pick<
  ConsoleAnswers,
  'load_runbooks' | 'add_runbook' | 'decide_runbook_change' | 'publish_runbook' | 'load_tested_runbooks'
>;

/** The register of runbooks: what is taken in, decided and published. */
export function answerRunbooks({ workspace, clock, exercises, tellText: tell }: Needs): Runbooks {
  const stateOf = (exercise: string): ExerciseState | null => exercises.live.get(exercise)?.state() ?? null;
  const shelfOf = (shelf: 'own' | 'samples') => {
    const now = new Date(clock.wallMs()).toISOString();
    return createRunbookShelf({
      workspace,
      isSample: shelf === 'samples',
      tell,
      now,
      today: dayOf(now, ownZone()),
      stateOf,
    });
  };
  return {
    load_runbooks: () =>
      saving(async () => ({ own: await shelfOf('own').list(), samples: await shelfOf('samples').list() })),
    add_runbook: async ({ about, file }) => {
      const read =
        'path' in file
          ? await readRunbookFile(file.path)
          : succeed({ name: file.name, bytes: Buffer.from(file.base64, 'base64') });
      if (!read.ok) return read;
      const saved = await saving(() => shelfOf('own').add(about, read.value));
      return saved.ok ? saved.value : saved;
    },
    decide_runbook_change: async ({ shelf, decision }) => {
      const saved = await saving(() => shelfOf(shelf).decide(decision));
      if (!saved.ok) return saved;
      return saved.value.ok ? succeed({}) : saved.value;
    },
    publish_runbook: async ({ shelf, publish }) => {
      const saved = await saving(() => shelfOf(shelf).publish(publish));
      return saved.ok ? saved.value : saved;
    },
    load_tested_runbooks: ({ exercise }) =>
      exercises.within(exercise, (opened) =>
        saving(async () => {
          const { originals, notices } = await loadRegistered(workspace, opened.state());
          return { originals: [...originals.values()], notices };
        }),
      ),
  };
}
