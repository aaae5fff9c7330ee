import { z } from 'zod';
import { paperSizes } from '#core/scenario/vocabulary.ts';
import { type FileKind, fileKinds } from '#core/scorecard/files/file-kinds.ts';
import type { DateOrder } from '#core/scorecard/files/read-cell.ts';
import type { ColumnMapping } from '#core/scorecard/files/read-header.ts';
import type { RowProblem } from '#core/scorecard/files/row-problem.ts';
import { mappingSchema, ordersSchema } from '#core/scorecard/how-read.ts';
import { monthPattern } from '#core/scorecard/month-choice.ts';
import { type MonthDraft, monthDraftSchema } from '#core/scorecard/month-draft.ts';
import { type Settings, settingsSchema } from '#core/scorecard/settings.ts';
import type { MonthView, ShownTile } from '#core/scorecard/views/month-view.ts';
import { type DecidingRows, questionSchema } from '#core/scorecard/views/question.ts';
import type { WrittenDocuments } from './console-answers.ts';
import type { Requests } from './requests.ts';

/** Bytes of a file that a window sends at once: what a request may hold, with room for the rest of it. */
export const partBytes = 600_000;
/** A file chosen in a window; a larger one is named by its path. */
export const largestChosen = 200_000_000;

export type MonthLine = {
  readonly month: string;
  /** Newest first; empty while none was published. */
  readonly revisions: readonly RevisionLine[];
  /** Something is being prepared: a first revision, or the correction of one. */
  readonly isDrafted: boolean;
};
export type RevisionLine = {
  readonly revision: number;
  readonly reason: string | null;
  /** UTC. */
  readonly publishedAt: string | null;
  readonly publishedBy: string | null;
};

export type MonthsShown = {
  /** The date on this computer. */
  readonly today: string;
  /** Newest first; those of which nothing is there are not among them. */
  readonly months: readonly MonthLine[];
  readonly notices: readonly string[];
};

/** `draft` null: a published revision, or a month of which nothing is there. */
export type MonthShown = {
  readonly line: MonthLine;
  readonly view: MonthView;
  readonly draft: MonthDraft | null;
  /** What keeps it from being published, in sentences. */
  readonly lacks: readonly string[];
};

/** What a file says before anything of it is kept. */
export type FilePreview = {
  readonly kind: FileKind;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  /** The day it was last changed: offered as the day of its rows. */
  readonly changedOn: string;
  /** Why no row of it can be read; null while all is well. */
  readonly fault: RowProblem | null;
  readonly rows: number;
  readonly rejected: number;
  readonly duplicates: number;
  /** Heads of the file, and those nobody reads. */
  readonly heads: readonly string[];
  readonly extra: readonly string[];
  readonly problems: readonly RowProblem[];
  readonly warnings: readonly RowProblem[];
  /** Empty cells by column. */
  readonly unknown: Readonly<Record<string, number>>;
  readonly first: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
  readonly mapping: ColumnMapping;
  readonly orders: Readonly<Record<string, DateOrder>>;
  /** Mapping and day order were known from an earlier file with these heads. */
  readonly isRemembered: boolean;
};

export type SettingsShown = {
  readonly settings: Settings;
  /** Newest first, without the one that counts. */
  readonly earlier: readonly { readonly version: number; readonly changedAt: string }[];
};

const gives = <Output>() => z.custom<Output>();
const nothing = z.strictObject({});
type Nothing = Readonly<Record<string, never>>;

const month = z.string().regex(monthPattern);
const inMonth = z.strictObject({ month });
const kind = z.enum(fileKinds);
const name = z.string().min(1).max(300);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const upload = z.uuid();
/** A path on this computer, or what was sent before. */
const file = z.union([z.strictObject({ path: z.string().min(1).max(4_000) }), z.strictObject({ upload })]);
/** null: the draft, else the newest that was published. */
const shown = z.strictObject({ month, revision: z.int().min(1).nullable() });

export const scorecardRequests = {
  load_scorecard_months: { input: nothing, output: gives<MonthsShown>() },
  /** A month with its figures, counted in a worker. */
  load_scorecard: { input: shown, output: gives<MonthShown>() },
  /** The newest month of all; null where none was begun. */
  load_newest_scorecard: {
    input: nothing,
    output: gives<{
      readonly newest: {
        readonly month: string;
        readonly isDraft: boolean;
        readonly tiles: readonly ShownTile[];
      } | null;
    }>(),
  },
  /** The rows that decide a number, the first of them. */
  list_scorecard_rows: { input: shown.extend({ question: questionSchema }), output: gives<DecidingRows>() },
  /** All of them as a CSV file in the folder of the month's documents. */
  write_scorecard_rows: { input: shown.extend({ question: questionSchema }), output: gives<WrittenDocuments>() },

  /** A file that a window was given comes in parts, in order; `at`: bytes before this one. */
  begin_month_file: {
    input: z.strictObject({ month, name, bytes: z.int().min(0).max(largestChosen), changedOn: z.iso.date() }),
    output: gives<{ readonly upload: string }>(),
  },
  add_month_file_part: {
    input: z.strictObject({ upload, at: z.int().min(0), base64: z.base64().max(Math.ceil((partBytes * 4) / 3) + 4) }),
    output: gives<{ readonly bytes: number }>(),
  },
  /** Reads a file and keeps nothing of it. `mapping` and `orders` null: as a file with these heads was read before. */
  preview_month_file: {
    input: z.strictObject({ month, kind, file, mapping: mappingSchema.nullable(), orders: ordersSchema.nullable() }),
    output: gives<FilePreview>(),
  },
  /** Takes the file that was previewed, all of it, or all but the rows that cannot be read. Refused where it changed since. */
  take_month_file: {
    input: z.strictObject({
      ...{ month, kind, file, sha256, mapping: mappingSchema, orders: ordersSchema },
      datedOn: z.iso.date(),
      /** So many rows cannot be read, and it is taken without them. */
      without: z.int().min(0),
    }),
    output: gives<MonthShown>(),
  },
  /** What was sent of a file is thrown away; without one, what is being read stops. */
  cancel_month_file: { input: z.strictObject({ month, upload: upload.nullable() }), output: gives<Nothing>() },
  /** Takes a file out of the draft. */
  drop_month_file: { input: z.strictObject({ month, kind }), output: gives<MonthShown>() },

  /** Asks and sentence as they are typed, and the day the month is looked at from. */
  save_scorecard_draft: {
    input: z.strictObject({
      month,
      ...monthDraftSchema.pick({ as_of: true, asks: true, sentence: true }).partial().shape,
      confirmed: monthDraftSchema.shape.confirmed.unwrap().optional(),
    }),
    output: gives<{ readonly lacks: readonly string[] }>(),
  },
  /** The draft becomes the next revision, written once and never changed. */
  publish_scorecard: {
    input: z.strictObject({
      month,
      by: z.string().trim().min(1).max(200),
      /** Why it is published in spite of its caveats; needed where one of them is grave. */
      because: z.string().trim().max(500).default(''),
    }),
    output: gives<MonthShown>(),
  },
  /** A draft of the next revision, from the newest: both stay readable. */
  correct_scorecard: {
    input: z.strictObject({ month, reason: z.string().trim().min(1).max(500) }),
    output: gives<MonthShown>(),
  },
  /** The draft goes; what was published stays. */
  discard_scorecard_draft: { input: inMonth, output: gives<Nothing>() },

  /** The documents of a revision, with an OSCAL plan of action where it is asked for, in a worker, with `scorecard` notices on the way. */
  write_scorecard_documents: {
    input: shown.extend({ paper: z.enum(paperSizes).optional(), oscal: z.boolean().default(false) }),
    output: gives<WrittenDocuments>(),
  },
  /** The five files with their heads alone, below the folder of the month's documents; none that is there is replaced. */
  write_scorecard_templates: { input: inMonth, output: gives<WrittenDocuments>() },
  /** Stops what is read or written for a month; what was there before stays. */
  cancel_scorecard: { input: inMonth, output: gives<Nothing>() },
  open_scorecard_folder: { input: inMonth, output: gives<{ readonly opened: boolean; readonly folder: string }>() },

  load_scorecard_settings: { input: nothing, output: gives<SettingsShown>() },
  /** Gives them the next version; months that were published keep theirs. */
  save_scorecard_settings: { input: z.strictObject({ settings: settingsSchema }), output: gives<SettingsShown>() },
} satisfies Requests;
