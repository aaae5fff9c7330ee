import type { FileKind, RowIn } from '#core/scorecard/files/file-kinds.ts';
import { type ReadTable, startTable, type TableOptions } from '#core/scorecard/files/read-table.ts';
import { headsOf } from '#core/scorecard/templates.ts';

/** Reads lines of cells as a table of the file; `zone` UTC unless said. */
export function readLines<Kind extends FileKind>(
  kind: Kind,
  lines: readonly (readonly string[])[],
  options: Partial<TableOptions> = {},
): ReadTable<Kind> {
  const table = startTable(kind, { zone: 'UTC', ...options });
  for (const [at, cells] of lines.entries()) table.take(cells, at + 1);
  return table.finish();
}

/** Rows below the heads of the template; what is not given is empty. */
export function readObjects<Kind extends FileKind>(
  kind: Kind,
  objects: readonly Readonly<Record<string, string>>[],
  options: Partial<TableOptions> = {},
): ReadTable<Kind> {
  const heads = headsOf(kind);
  return readLines(kind, [heads, ...objects.map((object) => heads.map((head) => object[head] ?? ''))], options);
}

/** The same, of rows that must all be countable. */
export function rowsFrom<Kind extends FileKind>(
  kind: Kind,
  objects: readonly Readonly<Record<string, string>>[],
  options: Partial<TableOptions> = {},
): readonly RowIn<Kind>[] {
  const { fault, problems, rows } = readObjects(kind, objects, options);
  if (fault || problems.length > 0) throw new Error(JSON.stringify([fault, problems]));
  return rows;
}
