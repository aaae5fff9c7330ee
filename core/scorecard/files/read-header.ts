import { columnsOf, requiredOf, type TableKind } from './file-kinds.ts';
import type { DateOrder } from './read-cell.ts';

/** Muster's column → the head it has in the file. */
export type ColumnMapping = Readonly<Record<string, string>>;

/** Which head is which column, and how the days of columns are written. */
export type HowRead = { readonly mapping: ColumnMapping; readonly orders: Readonly<Record<string, DateOrder>> };
/** How a file with these heads was read before; null: none was. */
export type Recall = (heads: readonly string[]) => HowRead | null;

export type Header = {
  /** Muster's column → its place in a row. */
  readonly places: ReadonlyMap<string, number>;
  /** Heads nobody reads: they stay in the file. */
  readonly extra: readonly string[];
  readonly faults: readonly string[];
};

/** `Asset ID`, `asset-id` and ` ASSET_ID ` are asset_id. */
export function plainHead(head: string): string {
  return head
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

/** Whether a row can be the head: a title row above it has one cell, or none of the names. */
export function looksLikeHeader(kind: TableKind, cells: readonly string[], mapping: ColumnMapping): boolean {
  const wanted = requiredOf(kind);
  const heads = new Set(cells.map(plainHead));
  const found = wanted.filter((name) => heads.has(plainHead(mapping[name] ?? name)));
  return found.length * 2 > wanted.length;
}

export function readHeader(kind: TableKind, cells: readonly string[], mapping: ColumnMapping): Header {
  const heads = cells.map(plainHead);
  const names = Object.keys(columnsOf[kind]);
  const places = new Map<string, number>();
  const faults: string[] = [];
  for (const name of names) {
    const head = plainHead(mapping[name] ?? name);
    const at = heads.indexOf(head);
    if (at >= 0) places.set(name, at);
    if (at >= 0 && heads.indexOf(head, at + 1) >= 0) faults.push(`the head ${head} stands twice; take one of them out`);
  }
  const missing = requiredOf(kind).filter((name) => !places.has(name));
  if (missing.length > 0)
    faults.push(
      `${missing.length === 1 ? 'the column' : 'the columns'} ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing`,
    );
  const taken = new Set(places.values());
  const extra = cells.filter((head, at) => !taken.has(at) && head.trim() !== '').map((head) => head.trim());
  return { places, extra, faults };
}
