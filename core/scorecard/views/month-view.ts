import type { ExceptionFlag } from '../figures/exception-flags.ts';
import type { Rating } from '../figures/rate-figures.ts';
import type { Ask, Readiness, Snapshot } from '../snapshot.ts';
import type { SourceFacts } from '../source-facts.ts';
import type { Question, TileName } from './question.ts';

/** A number of the page, its words, and which rows it comes from. */
export type ToldNumber = { readonly value: string; readonly words: string; readonly question: Question };

/** Something said below the headline; with a question it leads to its rows. `rating` null: nothing to rate, or too few. */
export type ToldFact = { readonly words: string; readonly question: Question | null; readonly rating: Rating };

export type SparkPoint = {
  readonly month: string;
  readonly value: number | null;
  /** It was counted by another definition than the one before it: their line is broken. */
  readonly isBroken: boolean;
};

export type Tile = {
  readonly tile: TileName;
  readonly title: string;
  /** Empty where the file was not read. */
  readonly headline: readonly ToldNumber[];
  readonly state: ToldFact | null;
  /** Twelve months, this one last. */
  readonly spark: readonly SparkPoint[];
  readonly change: string | null;
  readonly facts: readonly ToldFact[];
  /** Every number of this tile, for whoever asks which rows. */
  readonly numbers: readonly ToldNumber[];
  /** The day of its file where that is too old: its number is greyed. */
  readonly staleSince: string | null;
  /** Why there is no number. */
  readonly lacks: string | null;
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
  readonly sentence: string | null;
  readonly tiles: readonly Tile[];
  readonly urgent: { readonly list: readonly UrgentException[]; readonly total: number } | null;
  readonly readiness: Readiness | null;
  readonly sources: readonly SourceFacts[];
  readonly definitions: readonly string[];
  readonly settingsVersion: number;
};
