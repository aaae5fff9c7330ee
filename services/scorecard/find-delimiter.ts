import papaparse from 'papaparse';
import type { FileKind } from '#core/scorecard/files/file-kinds.ts';
import { type ColumnMapping, looksLikeHeader } from '#core/scorecard/files/read-header.ts';

const delimiters = [',', ';', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];
const deepest = 20;

/** The one that makes the head readable; else the one with most columns. Source: spec.md D.1. */
export function findDelimiter(kind: FileKind, text: string, mapping: ColumnMapping): Delimiter {
  const tried = delimiters.map((delimiter) => {
    const { data } = papaparse.parse<string[]>(text.slice(0, 200_000), { delimiter, newline: '\n', preview: deepest });
    const isHead = data.some((cells) => looksLikeHeader(kind, cells, mapping));
    return { delimiter, isHead, columns: Math.max(0, ...data.map((cells) => cells.length)) };
  });
  const [best] = tried.toSorted((a, b) => Number(b.isHead) - Number(a.isHead) || b.columns - a.columns);
  return best?.delimiter ?? ',';
}
