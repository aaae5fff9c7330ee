import { z } from 'zod';
import type { RegisteredAction } from '#core/actions/registered-action.ts';
import { commandsAtOnce, windowCommandSchema } from '#core/exercise/commands.ts';
import type { SavedEvent } from '#core/exercise/events.ts';
import type { Outcome } from '#core/outcome.ts';
import type { PackDocument } from '#core/pack/pack-documents.ts';
import { packNames } from '#core/pack/pack-names.ts';
import { type Plan, planSchema } from '#core/plan/plan.ts';
import type { Scenario } from '#core/scenario/schema.ts';
import { tlpLabels } from '#core/scenario/vocabulary.ts';
import { type ActionsShown, actionChangeInput, actionExportInput, ownerLeftInput } from './actions.ts';
import type {
  BackupMade,
  BackupRestored,
  ExerciseDocuments,
  ExerciseSnapshot,
  GoingOn,
  LoadedAttachment,
  Recorded,
  RoomStatus,
  WrittenDocuments,
} from './console-answers.ts';
import type { ConsoleNotice } from './console-notices.ts';
import { exceptionRequests } from './exceptions.ts';
import type { Programme, ScriptCheck } from './programme.ts';
import type { Answers, Bridge, Requests } from './requests.ts';
import type { RoomImage } from './room.ts';
import { runbookRequests } from './runbooks.ts';
import { scorecardRequests } from './scorecard.ts';
import { trendRequests } from './trend.ts';

const name = z.string().min(1).max(200);
const exercise = z.strictObject({ exercise: name });
const script = z.strictObject({ script: name });
const path = z.string().min(1).max(1_000);
const nothing = z.strictObject({});
type Nothing = Readonly<Record<string, never>>;

/** Answers come from the application and are trusted: a type, no check. */
const gives = <Output>() => z.custom<Output>();

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** As many entries as become text, or are copied, in a few milliseconds. */
export const eventsAtOnce = 5_000;

/** Console → application. Names are verbs; what a window sends is checked against `input` on arrival. */
export const consoleRequests = {
  load_programme: { input: nothing, output: gives<Programme>() },
  /** The tour was shown by itself: it never is again. */
  mark_tour_shown: { input: nothing, output: gives<Nothing>() },
  /** The theme of the console's windows, kept for the next start. */
  keep_theme: { input: z.strictObject({ theme: z.enum(themes) }), output: gives<Nothing>() },
  load_script: { input: script, output: gives<{ readonly scenario: Scenario }>() },
  /**
   * What the check finds in a script now, whether or not it can be played. `known`: stamp of the last answer; `check` is null while
   * it holds. `checkedAt`: time of day on this computer, `14:03:22`.
   */
  check_script: {
    input: z.strictObject({ script: name, known: name.nullable() }),
    output: gives<{ readonly checkedAt: string; readonly check: ScriptCheck | null }>(),
  },
  /** Puts a bundled script into the workspace's own folder, where it takes the bundled one's place. Never replaces a file. */
  copy_script: { input: script, output: gives<{ readonly file: string }>() },
  /** Opens a script of the workspace in the program the system has for it, where the shell can. */
  open_script: { input: script, output: gives<{ readonly opened: boolean; readonly file: string }>() },
  /** The plan as it was last saved, or one with every default filled in. */
  load_plan: { input: script, output: gives<Plan>() },
  save_plan: { input: z.strictObject({ plan: planSchema }), output: gives<Nothing>() },
  /** A sample plan for this script with invented people and organisation, saved and ready to start. */
  fill_plan: { input: script, output: gives<Plan>() },
  /**
   * The same quarter a year on, made and saved from an exercise that was held. A plan somebody has worked on since is never replaced.
   * Gives the script that is planned.
   */
  plan_next_year: { input: exercise, output: gives<{ readonly script: string }>() },
  /** Starts the saved plan: makes the exercise on the disk, starts its clock and shows it in the room. */
  start_exercise: { input: script, output: gives<{ readonly exercise: string }>() },
  /** The exercise that is in front of people now; only one can be. */
  load_going_on: { input: nothing, output: gives<{ readonly going: GoingOn | null }>() },
  /** A finished sample exercise, made from the bundled captures when it is not there yet. */
  open_sample: { input: script, output: gives<{ readonly exercise: string }>() },
  /** Opens an exercise and keeps it open; asked again by a window that was reloaded or missed something. */
  open_exercise: { input: exercise, output: gives<ExerciseSnapshot>() },
  /** What an open exercise holds behind that entry, at most `eventsAtOnce`: a very long one never keeps anybody waiting. */
  list_events: {
    input: z.strictObject({ exercise: name, after: z.int().nonnegative() }),
    output: gives<{ readonly events: readonly SavedEvent[] }>(),
  },
  /**
   * Lets a damaged exercise go on from its last whole entry. What can be read behind it is recorded as observations; the damaged
   * files stay, and copies of them lie in `kept`.
   */
  continue_exercise: {
    input: exercise,
    output: gives<{ readonly recovered: number; readonly kept: readonly string[] }>(),
  },
  /**
   * Resolves once it is on the disk. `pressedM`: exercise milliseconds of the key press, where typing came later.
   * `agree_action` comes without its register id, which the application reserves.
   */
  give_command: {
    input: z.strictObject({
      exercise: name,
      command: windowCommandSchema,
      pressedM: z.number().nonnegative().nullable(),
    }),
    output: gives<Recorded>(),
  },
  /** The same for many, one after the other, each with its own answer. */
  give_commands: {
    input: z.strictObject({
      exercise: name,
      given: z
        .array(z.strictObject({ command: windowCommandSchema, pressedM: z.number().nonnegative().nullable() }))
        .min(1)
        .max(commandsAtOnce),
    }),
    output: gives<{ readonly answers: readonly Outcome<Recorded>[] }>(),
  },
  /** Gives how many captures the disk still does not take. */
  retry_unsaved: { input: exercise, output: gives<{ readonly left: number }>() },
  /** Folders of this computer, outside the workspace, that can be written now. */
  list_copy_places: { input: nothing, output: gives<{ readonly places: readonly string[] }>() },
  /** Everything captured so far, saved or not, as text and as it lies on the disk, into a new folder within `folder`. */
  save_copy: {
    input: z.strictObject({ exercise: name, folder: z.string().min(1).max(4_000) }),
    /** `unread`: files of the exercise that could not be read, and are not in the copy. */
    output: gives<{ readonly folder: string; readonly unread: readonly string[] }>(),
  },
  /** null forgets it. Drafts survive a crash of window and application. */
  save_draft: {
    input: z.strictObject({ exercise: name, form: name, draft: z.json() }),
    output: gives<Nothing>(),
  },
  /** The panic key: down blanks the room at once, whatever else is going on; up shows what it showed before. */
  draw_curtain: { input: z.strictObject({ down: z.boolean() }), output: gives<Nothing>() },
  turn_room_page: {
    input: z.strictObject({ page: z.int().nonnegative(), side: z.enum(['artefact', 'beside']).default('artefact') }),
    output: gives<Nothing>(),
  },
  /** Puts the test card in front of the room while no exercise is; null takes it away. It goes by itself when an exercise is shown. */
  show_test_card: { input: z.strictObject({ tlp: z.enum(tlpLabels).nullable() }), output: gives<Nothing>() },
  /** The bytes that the picture of the room names now; null where it names none. */
  load_room_image: { input: nothing, output: gives<{ readonly image: RoomImage | null }>() },
  /** One attachment of an inject, counted from 1, as the room would be shown it: for the facilitator to look at before. */
  load_attachment: {
    input: z.strictObject({ of: z.union([exercise, script]), inject: name, attachment: z.int().positive() }),
    output: gives<LoadedAttachment>(),
  },
  /** Puts this exercise, or nothing, in front of the room. */
  show_in_room: { input: z.strictObject({ exercise: name.nullable() }), output: gives<Nothing>() },
  /** In a worker, with `documents` notices on the way. `pdf`: the report as one too, where that can be done. */
  write_documents: { input: exercise.extend({ pdf: z.boolean().default(false) }), output: gives<ExerciseDocuments>() },
  /** What an auditor asks for in one zip, beside the documents; likewise in a worker. */
  write_binder: { input: exercise.extend({ pdf: z.boolean().default(false) }), output: gives<ExerciseDocuments>() },
  /** Stops what is being written for an exercise: what was there before stays. Too late, it does nothing. */
  cancel_documents: { input: exercise, output: gives<Nothing>() },
  /** The documents of an exercise that lie in its folder now. */
  list_documents: { input: exercise, output: gives<ExerciseDocuments>() },
  /** Opens the folder of an exercise's documents in the system's file manager, where there is one. */
  open_folder: { input: exercise, output: gives<{ readonly opened: boolean; readonly folder: string }>() },
  /** The papers of a script as its saved plan has them, to be looked at and printed. */
  load_pack: { input: script, output: gives<{ readonly papers: readonly PackDocument[] }>() },
  /** The same as Word files, in a worker. */
  write_pack: { input: script, output: gives<WrittenDocuments>() },
  /** What the asking window shows as a PDF beside the Word files; only where the shell can make one. */
  save_pack_pdf: {
    input: z.strictObject({ script: name, paper: z.enum(packNames) }),
    output: gives<{ readonly file: string }>(),
  },
  open_pack_folder: { input: script, output: gives<{ readonly opened: boolean; readonly folder: string }>() },
  /** The action register over all exercises, with what the journals know beside it. */
  load_actions: { input: nothing, output: gives<ActionsShown>() },
  /** Gives the action as it stands on the disk then. */
  change_action: { input: actionChangeInput, output: gives<{ readonly action: RegisteredAction }>() },
  /** That an owner is gone, or is not: gives all of whom that was said. */
  mark_owner_left: { input: ownerLeftInput, output: gives<{ readonly left: readonly string[] }>() },
  /** Files for a tracker, into the folder of that target. */
  export_actions: { input: actionExportInput, output: gives<WrittenDocuments>() },
  open_actions_folder: { input: nothing, output: gives<{ readonly opened: boolean; readonly folder: string }>() },
  /** Where a backup goes when no folder is named. */
  load_backup_folder: { input: nothing, output: gives<{ readonly folder: string }>() },
  /** The whole workspace as one zip, while it goes on being written to. In a worker, with `backup` notices on the way. */
  back_up: { input: z.strictObject({ folder: path.nullable() }), output: gives<BackupMade>() },
  /** Into another folder that is empty or not there yet; the workspace that is open is untouched. */
  restore_backup: { input: z.strictObject({ file: path, folder: path }), output: gives<BackupRestored>() },
  /** Opens the folder of the last backup, or of the last one restored, in the system's file manager, where there is one. */
  open_backup_folder: { input: nothing, output: gives<{ readonly opened: boolean; readonly folder: string }>() },
  ...runbookRequests,
  ...scorecardRequests,
  ...exceptionRequests,
  ...trendRequests,
  /** How this shell reaches the room. */
  load_room_status: { input: nothing, output: gives<RoomStatus>() },
  /** Opens the room's window, or gives the address at which a browser shows it. */
  open_room: { input: nothing, output: gives<RoomStatus>() },
  /** A second window of the console, for capture alone. `opened` is false where only the page itself can open one. */
  open_scribe: { input: exercise, output: gives<{ readonly opened: boolean }>() },
} satisfies Requests;

export type ConsoleRequests = typeof consoleRequests;
export type RequestName = keyof ConsoleRequests;
export type ConsoleAnswers = Answers<ConsoleRequests>;

export type ConsoleBridge = Bridge<ConsoleRequests> & {
  readonly onNotice: (listener: (notice: ConsoleNotice) => void) => () => void;
};
