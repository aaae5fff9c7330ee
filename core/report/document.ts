import type { Rating, TlpLabel } from '../scenario/vocabulary.ts';
import type { Rating as Light } from '../scorecard/figures/rate-figures.ts';
import type { SwimLanes } from './swim-lanes.ts';
import type { Piece } from './track-words.ts';

/** What people wrote and what we say are the same kind of text: nothing in it is ever read as a command. */
export type Run =
  | string
  | { readonly bold: string }
  | { readonly code: string }
  | { readonly rating: Rating }
  /** Green, amber or red as a shape and a letter. */
  | { readonly light: NonNullable<Light> }
  /** What must not be overlooked; it says so in words too. */
  | { readonly alert: string };
export type Words = string | readonly Run[];

/** `quiet` lines stand smaller below the words they belong to. */
export type Line = { readonly words: Words; readonly quiet?: boolean };
export type Cell = Words | { readonly lines: readonly Line[] };

/** Widths in twips; the columns of a table add up to `measure`. */
export type Column = { readonly head: string; readonly width: number };
export const measure = 9360;
/** Of a page that lies on its side. */
export const wideMeasure = 13_680;

export type Table = {
  readonly is: 'table';
  readonly caption: string | null;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly look?: 'plain' | 'tight' | 'roomy' | 'dense';
  readonly staysWhole?: boolean;
  readonly staysWithNext?: boolean;
  /** The widths are where the writer begins: a column gives to another what makes the table lower. */
  readonly fitsColumns?: boolean;
  /** In twips, at least: rows to write in by hand. */
  readonly rowHeight?: number;
};

/** A row of a form: what is known already, and room to write at least `height` twips high. */
export type FormRow = { readonly name: string; readonly words?: Words; readonly height?: number };

/** `rating` null: the evaluator has not rated yet. */
export type StripItem = {
  readonly name: string;
  readonly rating: Rating | null;
  readonly words: string;
  readonly evidence: string;
};

export type Heading =
  | { readonly is: 'title' | 'block_head' | 'page_head' | 'headline'; readonly text: string }
  | { readonly is: 'subhead'; readonly text: string; readonly startsPage?: boolean }
  | { readonly is: 'section'; readonly number: number; readonly text: string; readonly startsPage?: boolean }
  | { readonly is: 'appendix'; readonly letter: string; readonly text: string; readonly startsPage?: boolean };

export type Paragraph = {
  readonly is: 'meta' | 'paragraph' | 'statement' | 'note' | 'page_note' | 'point' | 'text';
  readonly words: Words;
};

export type Card = {
  readonly is: 'card';
  readonly rows: readonly (readonly [name: string, cell: Cell])[];
  readonly staysWithNext?: boolean;
  /** Large: on a sheet that several people read at once. Small: references below the words they belong to. */
  readonly size?: 'large' | 'small';
};

export type Form = { readonly is: 'form'; readonly rows: readonly FormRow[]; readonly staysWithNext?: boolean };

/** Lines whose spaces count. */
export type Mono = { readonly is: 'mono'; readonly lines: readonly string[]; readonly isLarge?: boolean };

/** What somebody said, in a chat or aloud. */
export type Said = {
  readonly is: 'said';
  readonly when: string | null;
  readonly who: string | null;
  readonly lines: readonly string[];
};

/** A step of a text, its change tracked: whoever reads accepts or rejects it. `whole` steps come or go with their label. */
export type Tracked = {
  readonly is: 'tracked';
  /** Stays, whatever becomes of the change. */
  readonly head: string;
  readonly label: string;
  readonly whole: 'inserted' | 'deleted' | null;
  readonly pieces: readonly Piece[];
  readonly author: string;
  /** UTC: when it was recorded. */
  readonly at: string;
  readonly comment: string;
};

/** `target` null: none was set. */
export type Bar = {
  readonly name: string;
  readonly value: number;
  readonly target: number | null;
  readonly state: 'in_time' | 'late' | 'open';
};

/** Minutes against targets; the same numbers stand in a table beside it. */
export type BarChart = {
  readonly is: 'bar_chart';
  readonly bars: readonly Bar[];
  readonly caption: string;
  readonly description: string;
};

/** A month without a figure is null; a line does not go over a month before which the definition changed. */
export type Sparkline = {
  readonly points: readonly { readonly value: number | null; readonly isCountedAnew: boolean }[];
  readonly description: string;
};

/** One figure of a scorecard. `isStale`: its source is too old, so the figure stands grey. */
export type Tile = {
  readonly name: string;
  readonly headline: string;
  readonly isStale: boolean;
  readonly state: Words;
  readonly details: readonly Words[];
  readonly change: string;
  readonly sparkline: Sparkline;
  readonly foot: string;
};

/** What happened on each day of a month, a lane for each kind; days after `known` are still to come. */
export type DayStrip = {
  readonly is: 'day_strip';
  readonly lanes: readonly { readonly name: string; readonly counts: readonly number[] }[];
  readonly known: number;
  readonly caption: string;
  readonly description: string;
};

export type Block =
  | Heading
  | Paragraph
  | Card
  | Form
  | Mono
  | Said
  | Table
  | Tracked
  | BarChart
  | DayStrip
  | { readonly is: 'tiles'; readonly tiles: readonly Tile[] }
  /** The sections and appendices with their pages. */
  | { readonly is: 'contents' }
  | { readonly is: 'lead'; readonly text: string; readonly by: string | null }
  /** A new page with a foot of its own. Handed out, it must not tell how many others there are: it has no page number. */
  | { readonly is: 'sheet'; readonly mark: string; readonly tlp: TlpLabel }
  | { readonly is: 'band'; readonly words: string; readonly aside: string }
  | { readonly is: 'strip'; readonly items: readonly StripItem[] }
  | { readonly is: 'swim_lanes'; readonly lanes: SwimLanes; readonly caption: string; readonly description: string };

/** A document as facts and sentences. A writer turns it into bytes; the same document always gives the same bytes. */
export type ReportDocument = {
  readonly id: string;
  readonly title: string;
  readonly subject: string;
  readonly keywords: string;
  readonly version: string;
  readonly tlp: TlpLabel;
  readonly isDraft: boolean;
  /** What stands above every page at the left; else that it is an exercise. */
  readonly head?: string;
  readonly isLandscape?: boolean;
  /** UTC: when the record it was written from was last added to. */
  readonly settledAt: string;
  readonly blocks: readonly Block[];
};

export function paragraph(...words: readonly Run[]): Block {
  return { is: 'paragraph', words };
}

export function note(...words: readonly Run[]): Block {
  return { is: 'note', words };
}

/** On a page that has to hold much. */
export function pageNote(...words: readonly Run[]): Block {
  return { is: 'page_note', words };
}

/** A cell of lines; what is missing is left out. */
export function linesOf(...lines: readonly (Line | null | undefined | false)[]): Cell {
  return { lines: lines.filter((line) => line !== null && line !== undefined && line !== false) };
}

export function quiet(words: Words): Line {
  return { words, quiet: true };
}
