import { columnsOf, type FileKind, fileKinds } from './files/file-kinds.ts';

/** The head of each file, to be filled in: no rows, because an example row would be counted. */
export function listTemplates(): ReadonlyMap<string, readonly string[]> {
  return new Map(fileKinds.map((kind) => [`${kind}.csv`, headsOf(kind)]));
}

export const headsOf = (kind: FileKind): readonly string[] => Object.keys(columnsOf[kind]);
