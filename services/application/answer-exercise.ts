import { mkdir } from 'node:fs/promises';
import type { ConsoleAnswers } from '#contract/console.ts';
import type { ConsoleNotice } from '#contract/console-notices.ts';
import { succeed } from '#core/outcome.ts';
import type { Workspace } from '../saving/workspace.ts';
import { answerCommand } from './give-command.ts';
import type { OpenExercises } from './open-exercises.ts';
import { tellWaiting } from './open-notes.ts';
import type { RoomShow } from './room-show.ts';
import { listCopyPlaces, saveCopy } from './save-copy.ts';
import { saving } from './saving.ts';
import type { Clock, Shell } from './shell.ts';
import { documentsFolder, listDocuments, writeInWorker } from './written-documents.ts';

type Needs = {
  readonly workspace: Workspace;
  readonly shell: Shell;
  readonly clock: Clock;
  readonly exercises: OpenExercises;
  readonly room: RoomShow;
  readonly tell: (notice: ConsoleNotice) => void;
};

type Exercise = Pick<
  ConsoleAnswers,
  | 'open_exercise'
  | 'list_events'
  | 'continue_exercise'
  | 'give_command'
  | 'give_commands'
  | 'retry_unsaved'
  | 'list_copy_places'
  | 'save_copy'
  | 'save_draft'
  | 'write_documents'
  | 'write_binder'
  | 'cancel_documents'
  | 'list_documents'
  | 'open_folder'
>;

/** One exercise: what is recorded in it, and the documents that come of it. */
export function answerExercise({ workspace, shell, clock, exercises, room, tell }: Needs): Exercise {
  const nothing = {};
  const give_command = answerCommand({ exercises, room, clock });
  const within: OpenExercises['within'] = (exercise, act) => exercises.within(exercise, act);
  const running = new Set<{ readonly exercise: string; readonly stopping: AbortController }>();

  async function write(job: 'documents' | 'binder', exercise: string, pdf: boolean) {
    const tried = await exercises.retry(exercise); // where it cannot be opened, the worker says why
    const waiting = tried.ok ? tellWaiting(tried.value.left) : null;
    const own = { exercise, stopping: new AbortController() };
    running.add(own);
    const notice = (text: string) => tell({ type: 'notice', exercise, text });
    const told = (done: number, total: number) => tell({ type: 'documents', exercise, done, total });
    const { signal } = own.stopping;
    const order = { job, workspace, exercise, pdf, tell: told, notice, signal };
    const written = await writeInWorker(order).finally(() => running.delete(own));
    if (written.ok && waiting !== null) notice(waiting);
    return written;
  }

  return {
    open_exercise: async ({ exercise }) => {
      await exercises.renew(exercise);
      return within(exercise, async (opened) => succeed(opened.snapshot()));
    },
    list_events: ({ exercise, after }) => within(exercise, async (opened) => succeed(opened.listEvents(after))),
    continue_exercise: ({ exercise }) => exercises.goOn(exercise),
    give_command,
    give_commands: async ({ exercise, given }) => {
      const answers: Awaited<ReturnType<typeof give_command>>[] = [];
      for (const one of given) answers.push(await give_command({ exercise, ...one }));
      return succeed({ answers });
    },
    retry_unsaved: ({ exercise }) => exercises.retry(exercise),
    list_copy_places: async () => succeed({ places: await listCopyPlaces(workspace.folder) }),
    save_copy: ({ exercise, folder }) => within(exercise, (opened) => saveCopy(workspace, opened, folder)),
    save_draft: ({ exercise, form, draft }) =>
      within(exercise, (opened) => saving(() => opened.saveDraft(form, draft).then(() => nothing))),
    write_documents: ({ exercise, pdf }) => write('documents', exercise, pdf),
    write_binder: ({ exercise, pdf }) => write('binder', exercise, pdf),
    cancel_documents: async ({ exercise }) => {
      for (const job of running) if (job.exercise === exercise) job.stopping.abort();
      return succeed(nothing);
    },
    list_documents: async ({ exercise }) => succeed(await listDocuments(workspace, exercise)),
    open_folder: async ({ exercise }) => {
      const folder = documentsFolder(workspace, exercise);
      await mkdir(folder, { recursive: true }).catch(() => {}); // what cannot be made cannot be opened either, and that is said
      return succeed({ folder, opened: await shell.openFolder(folder) });
    },
  };
}
