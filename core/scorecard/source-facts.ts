import { daysBetween } from '../local-time.ts';
import { type FileKind, fileKinds, type RowIn, type TableKind } from './files/file-kinds.ts';
import type { ReadTable } from './files/read-table.ts';
import type { RowProblem } from './files/row-problem.ts';
import type { MonthRows } from './measure-month.ts';

/** What is known of one file of a month: the data-quality box. Source: spec.md D.1. */
export type SourceFacts = {
  readonly kind: FileKind;
  /** Its name, without a folder; null where none was read. */
  readonly file: string | null;
  readonly sha256: string | null;
  /** The day its rows are of. */
  readonly dated_on: string | null;
  /** Older than the limit at `as_of`: its numbers are greyed. */
  readonly is_stale: boolean;
  readonly rows: number;
  readonly rejected: number;
  readonly duplicates: number;
  /** Empty cells by column. */
  readonly unknown: Readonly<Record<string, number>>;
  /** What was counted all the same and may surprise: first sentences. */
  readonly warnings: readonly string[];
};

export type ReadFile<Kind extends TableKind = FileKind> = {
  readonly name: string;
  readonly sha256: string;
  readonly datedOn: string;
  readonly table: ReadTable<Kind>;
};

/** What reading each file told: rows that cannot be counted and why, and what was counted all the same; the first of each. */
export type Reading = Partial<
  Record<FileKind, { readonly problems: readonly RowProblem[]; readonly warnings: readonly RowProblem[] }>
>;

export function readingOf(files: Partial<Record<FileKind, ReadFile>>): Reading {
  return Object.fromEntries(
    Object.entries(files).map(([kind, { table }]) => [kind, { problems: table.problems, warnings: table.warnings }]),
  );
}

/** The rows of files that were read, as the figures take them; null of one that was not. */
export function rowsOf(files: Partial<Record<FileKind, ReadFile>>): MonthRows {
  const of = <Kind extends FileKind>(kind: Kind) => (files[kind]?.table.rows ?? null) as readonly RowIn<Kind>[] | null; // read as this kind
  return {
    assets: of('assets'),
    incidents: of('incidents'),
    drift: of('drift'),
    exceptions: of('exceptions'),
    vulnerabilities: of('vulnerabilities'),
  };
}

export function describeSources(
  files: Partial<Record<FileKind, ReadFile>>,
  asOf: string,
  staleAfterDays: number,
): readonly SourceFacts[] {
  return fileKinds.map((kind) => {
    const file = files[kind];
    if (!file) return notRead(kind);
    const { table, name, sha256, datedOn } = file;
    return {
      kind,
      file: name,
      sha256,
      dated_on: datedOn,
      is_stale: daysBetween(datedOn, asOf) > staleAfterDays,
      rows: table.read,
      rejected: table.rejected,
      duplicates: table.duplicates,
      unknown: table.unknown,
      warnings: table.warnings.slice(0, 20).map(({ line, message }) => `line ${line}: ${message}`),
    };
  });
}

function notRead(kind: FileKind): SourceFacts {
  const none = { file: null, sha256: null, dated_on: null, is_stale: false };
  return { kind, ...none, rows: 0, rejected: 0, duplicates: 0, unknown: {}, warnings: [] };
}
