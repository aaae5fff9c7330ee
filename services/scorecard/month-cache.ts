import type { FileKind } from '#core/scorecard/files/file-kinds.ts';
import type { Scorecard } from '#core/scorecard/scorecard.ts';
import type { ReadFile } from '#core/scorecard/source-facts.ts';
import type { KnownFacts } from './revisions.ts';

export type ReadFiles = Partial<Record<FileKind, ReadFile>>;

/** What was read and counted last, so that a word typed or a row asked for does not read forty megabytes again: one month of it. */
export function createMonthCache() {
  let tables: ReadonlyMap<string, ReadFile> = new Map();
  let counted: { readonly key: string; readonly scorecard: Scorecard } | null = null;
  const facts: KnownFacts = new Map();
  return {
    facts,
    table: (key: string): ReadFile | undefined => tables.get(key),
    /** Only these are kept. */
    keepTables: (used: ReadonlyMap<string, ReadFile>) => {
      tables = used;
    },
    scorecard: (key: string): Scorecard | null => (counted?.key === key ? counted.scorecard : null),
    keepScorecard: (key: string, scorecard: Scorecard) => {
      counted = { key, scorecard };
    },
  };
}

export type MonthCache = ReturnType<typeof createMonthCache>;
