import type { SavedEvent } from '#core/exercise/events.ts';
import type { ForeseenCapture } from '#core/exercise/foresee-capture.ts';
import type { AttachmentContent } from '#core/scenario/attachment-content.ts';
import type { Scenario } from '#core/scenario/schema.ts';
import type { RoomImage } from './room.ts';

/** Everything a window needs to mirror an exercise. */
export type ExerciseSnapshot = {
  readonly exercise: string;
  readonly source: Scenario;
  /** The first of them, at most `eventsAtOnce`; `list_events` gives what follows, up to `position`. */
  readonly events: readonly SavedEvent[];
  /** `seq` of the last one. */
  readonly position: number;
  /** Exercise milliseconds now, and how fast they run: 1, except when Muster itself is rehearsed. */
  readonly nowM: number;
  readonly rate: number;
  /** Open for reading only, and why, with file and line; null while it can be written. */
  readonly readOnly: string | null;
  /** Why the last entry was not saved; null while all is well. */
  readonly trouble: string | null;
  readonly notices: readonly string[];
  /** What was being typed, by the name of its form. */
  readonly drafts: Readonly<Record<string, unknown>>;
  /** A stretch of which the facilitator has not said yet whether it counts. */
  readonly gap: ClockGap | null;
  /** Of a damaged one that can go on from its last whole entry: how many captures behind that can still be read. */
  readonly salvaged: number | null;
  /** Captures the disk did not take: kept with their time, and tried again. Oldest first. */
  readonly unsaved: readonly Unsaved[];
};

/** Muster was closed, or the machine slept or had its clock set. `isCounted`: whether the exercise clock holds it meanwhile. */
export type ClockGap = { readonly after: 'restart' | 'sleep'; readonly ms: number; readonly isCounted: boolean };

/** `why` it is not on the disk; `whole`: all that was filled in, in words. */
export type Unsaved = ForeseenCapture & { readonly why: string | null; readonly whole: string };

export type WrittenDocuments = {
  readonly folder: string;
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
};

export type ExerciseDocuments = WrittenDocuments & {
  /** Every document there can be, in order, whether or not it is written. */
  readonly names: readonly string[];
  /** Whether LibreOffice is installed here. */
  readonly canPdf: boolean;
  /** The day it is where this computer is: what was approved for a time may be over. */
  readonly today: string;
};

export type BackupMade = {
  readonly file: string;
  readonly bytes: number;
  readonly files: number;
  /** What was left out, and why. */
  readonly notices: readonly string[];
};

export type BackupRestored = {
  readonly folder: string;
  readonly exercises: readonly string[];
  /** Exercises that were damaged when they were backed up, and what else the user should know. */
  readonly notices: readonly string[];
};

export type GoingOn = { readonly exercise: string; readonly title: string };

export type LoadedAttachment = {
  readonly content: AttachmentContent;
  readonly image: RoomImage | null;
  /** Why the room would be shown nothing of it, as the end of a sentence about it. */
  readonly problem: string | null;
};

export type RoomStatus = {
  readonly shell: 'desktop' | 'browser';
  /** Room windows that are open and listening. */
  readonly windows: number;
  /** Displays of this machine; null where the shell cannot know. */
  readonly displays: number | null;
  /** Another text as soon as the displays change or the facilitator's window stands on another; null where the shell cannot know. */
  readonly arrangement: string | null;
  /** Whether the displays tell that nobody but the facilitator sees the facilitator's window; else only somebody can say. */
  readonly isConsoleApart: boolean;
  /** Address of the room, where a browser shows it. */
  readonly address: string | null;
};

/** `position`: `seq` of its last entry. */
export type Recorded = { readonly position: number };
