import { realpath } from 'node:fs/promises';
import { type HeldBy, type Hold, holdFolder } from './hold-folder.ts';

type Shared = { readonly taking: Promise<Hold | HeldBy>; users: number };

/** Of this process, which has one workspace and one writer for each exercise in it. */
const shared = new Map<string, Shared>();

/** One process that writes an exercise, whatever workspace leads to it: it may lie behind a link of two. */
export async function holdExercise(folder: string): Promise<Hold | HeldBy> {
  const path = await realpath(folder);
  const known = shared.get(path) ?? { taking: holdFolder(path, null), users: 0 };
  shared.set(path, known);
  known.users += 1;
  const held = await known.taking.catch((problem: unknown) => {
    leave(path, known);
    throw problem;
  });
  if ('holder' in held) leave(path, known);
  return 'holder' in held ? held : { release: async () => void (leave(path, known) && (await held.release())) };
}

/** Whether nobody uses it any more. */
function leave(path: string, known: Shared): boolean {
  known.users -= 1;
  if (known.users === 0) shared.delete(path);
  return known.users === 0;
}

/** Why it is not written here. */
export function tellHolder({ holder }: HeldBy): string {
  return `The exercise is open in another workspace, held by ${holder}. It is open for reading only; close the other one, then start this Muster again.`;
}
