import papaparse from 'papaparse';
import type { TableKind } from '#core/scorecard/files/file-kinds.ts';
import { isHead, type TableOptions } from '#core/scorecard/files/read-table.ts';

const delimiters = [',', ';', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];
const deepest = 20;

/** The one that makes the head readable; else the one with most columns. Source: spec.md D.1. */
export function findDelimiter(kind: TableKind, text: string, options: TableOptions): Delimiter {
  const tried = delimiters.map((delimiter) => {
    const { data } = papaparse.parse<string[]>(text.slice(0, 200_000), { delimiter, newline: '\n', preview: deepest });
    const hasHead = data.some((cells) => isHead(kind, cells, options));
    return { delimiter, hasHead, columns: Math.max(0, ...data.map((cells) => cells.length)) };
  });
  const [best] = tried.toSorted((a, b) => Number(b.hasHead) - Number(a.hasHead) || b.columns - a.columns);
  return best?.delimiter ?? ',';
}
