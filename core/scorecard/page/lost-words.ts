import type { FileKind } from '../files/file-kinds.ts';
import type { Scorecard } from '../scorecard.ts';

/** Why no row of a file can be listed though its figures were published; null where they can, or where none was read. */
export function tellLost({ lost = [] }: Scorecard, kind: FileKind): string | null {
  if (!lost.some((one) => one.kind === kind)) return null;
  return `The file of ${kind} kept with this month no longer matches what was published: the figures stand, and their rows cannot be listed.`;
}
