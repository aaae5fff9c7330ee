import { stat } from 'node:fs/promises';
import type { FilePreview } from '#contract/scorecard.ts';
import { dayOf } from '#core/local-time.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { columnsOf, type FileKind } from '#core/scorecard/files/file-kinds.ts';
import type { Recall } from '#core/scorecard/files/read-header.ts';
import type { ReadFile } from '#core/scorecard/source-facts.ts';
import { ownZone } from '../own-zone.ts';
import { findRemembered, type Remembered } from '../registers/scorecard-mappings.ts';
import { explainNotRead } from '../saving/explain-failure.ts';
import { readMonthFile } from './read-month-file.ts';

export type PreviewAsked = {
  readonly kind: FileKind;
  readonly path: string;
  /** As people know it, and when it was last changed; null: as the disk says. */
  readonly name: string | null;
  readonly changedOn: string | null;
  readonly zone: string;
  readonly mapping: FilePreview['mapping'] | null;
  readonly orders: FilePreview['orders'] | null;
  readonly remembered: readonly Remembered[];
};

type Around = { readonly signal: AbortSignal; readonly progress: (done: number, total: number) => void };

const mostShown = 5;

/** Reads a file and keeps nothing of it. One whose heads were seen before is read as it was read then. */
export async function previewFile(asked: PreviewAsked, { signal, progress }: Around): Promise<Outcome<FilePreview>> {
  const { kind, path, zone, remembered } = asked;
  const about = await stat(path).catch((problem: unknown) => String(explainNotRead(problem)));
  if (typeof about === 'string') return fail(notRead(path, about));
  const told = { mapping: asked.mapping ?? {}, orders: asked.orders ?? {} };
  const recall: Recall | null = asked.mapping === null ? (heads) => findRemembered(remembered, kind, heads) : null;
  const found = await readMonthFile(kind, path, {
    options: { zone, ...told, ...(recall && { recall }) },
    ...(asked.name === null ? {} : { name: asked.name }),
    signal,
    progress: (bytes) => progress(bytes, about.size),
  });
  if (!found.ok) return found;
  const { recalled } = found.value.table;
  const { mapping, orders } = recalled ?? told;
  const changedOn = asked.changedOn ?? dayOf(about.mtime.toISOString(), ownZone());
  return succeed({
    ...describe(kind, found.value),
    mapping,
    orders,
    changedOn,
    bytes: about.size,
    isRemembered: recalled !== null,
  });
}

function describe(kind: FileKind, { name, sha256, table }: ReadFile) {
  const { fault, read, rejected, duplicates, heads, extra, problems, warnings, unknown, rows } = table;
  const columns = Object.keys(columnsOf[kind]).filter((column) => rows.some((row) => cellOf(row, column) !== null));
  const first = rows
    .slice(0, mostShown)
    .map((row) => columns.map((column) => wordsOf(columnsOf[kind], column, cellOf(row, column))));
  return {
    kind,
    name,
    sha256,
    fault,
    rows: read,
    rejected,
    duplicates,
    heads,
    extra,
    problems,
    warnings,
    unknown,
    first: { columns, rows: first },
  };
}

const cellOf = (row: object, column: string): unknown => (row as Readonly<Record<string, unknown>>)[column] ?? null;

/** As it was understood, so that a day read the wrong way round is seen. */
function wordsOf(columns: (typeof columnsOf)[FileKind], column: string, value: unknown): string {
  if (value === null) return '';
  const { is } = (columns as Readonly<Record<string, { readonly is: string }>>)[column] ?? { is: 'text' };
  if (is === 'moment') return `${new Date(Number(value)).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  if (is === 'boolean') return value === true ? 'yes' : 'no';
  return String(value);
}

function notRead(path: string, why: string) {
  return {
    code: 'not_read',
    message: `${path} cannot be read: ${why}.`,
    hint: 'Nothing was taken. Choose the file again.',
  };
}
