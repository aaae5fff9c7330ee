import type { Tile, Words } from '../../report/document.ts';
import type { ChangedNumber } from '../changed-numbers.ts';
import type { Ask, Caveat, Snapshot } from '../snapshot.ts';
import type { SourceFacts } from '../source-facts.ts';
import type { Question, TileName } from './question.ts';

/** A number of the page, its words, and the question that its rows answer. */
export type ToldNumber = { readonly value: string; readonly words: string; readonly question: Question };

export type ShownTile = {
  readonly tile: TileName;
  /** As they stand in the document. */
  readonly words: Tile;
  /** Every number of this tile, for whoever asks which rows; empty where its file was not read. */
  readonly numbers: readonly ToldNumber[];
};

export type UrgentException = {
  readonly id: string;
  readonly title: string;
  readonly owner: string | null;
  /** `16 over`, `no end`. */
  readonly daysLeft: string;
  /** The red ones first. */
  readonly flags: readonly string[];
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
  /** What it is published in spite of, and why. */
  readonly caveats: readonly Caveat[];
  readonly publishedBecause: string | null;
  readonly asks: readonly Ask[];
  /** By the security lead, else put together from the figures. */
  readonly sentence: { readonly words: string; readonly isWritten: boolean };
  readonly tiles: readonly ShownTile[];
  /** null where that file was not read. */
  readonly urgent: { readonly list: readonly UrgentException[]; readonly total: number } | null;
  readonly sources: readonly SourceFacts[];
  /** Of exercises, apart from the figures; then what these are counted by. */
  readonly readiness: Words;
  readonly definitions: Words;
  readonly settingsVersion: number;
  /** Of a correction that is being prepared: what is another than in the revision it corrects. */
  readonly changed: readonly ChangedNumber[];
};
