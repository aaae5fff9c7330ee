import type { ExceptionFlag } from '../figures/exception-flags.ts';
import type { Rating } from '../figures/rate-figures.ts';
import type { Ask, Readiness, Snapshot } from '../snapshot.ts';
import type { SourceFacts } from '../source-facts.ts';
import type { Question, TileName } from './question.ts';

/** A number of the page, its words, and the question that its rows answer. */
export type ToldNumber = { readonly value: string; readonly words: string; readonly question: Question };

type Light = NonNullable<Rating>;
type Words = string | readonly (string | { readonly light: Light })[];

/** The words of the page; the same as in the document. */
export type TileWords = {
  readonly name: string;
  readonly headline: string;
  readonly isStale: boolean;
  readonly state: Words;
  readonly details: readonly Words[];
  readonly change: string;
  readonly sparkline: {
    readonly points: readonly { readonly value: number | null; readonly isCountedAnew: boolean }[];
    readonly description: string;
  };
  readonly foot: string;
};

export type ShownTile = {
  readonly tile: TileName;
  readonly words: TileWords;
  /** Every number of this tile, for whoever asks which rows; empty where its file was not read. */
  readonly numbers: readonly ToldNumber[];
};

export type UrgentException = {
  readonly id: string;
  readonly title: string;
  readonly owner: string | null;
  readonly daysLeft: number | null;
  readonly flags: readonly ExceptionFlag[];
  readonly isRed: boolean;
};

/** A month as a window shows it: no more than fits a page, however many rows are behind it. */
export type MonthView = {
  readonly period: Snapshot['period'];
  readonly organisation: string;
  readonly tlp: Snapshot['tlp'];
  readonly revision: number;
  readonly reason: string | null;
  /** null: not published. */
  readonly publishedAt: string | null;
  readonly publishedBy: string | null;
  readonly asks: readonly Ask[];
  /** By the security lead; null where none was written. */
  readonly sentence: string | null;
  readonly tiles: readonly ShownTile[];
  /** null where that file was not read. */
  readonly urgent: { readonly list: readonly UrgentException[]; readonly total: number } | null;
  readonly readiness: Readiness | null;
  readonly sources: readonly SourceFacts[];
  /** What each figure is counted by, in sentences. */
  readonly definitions: readonly string[];
  readonly settingsVersion: number;
};
