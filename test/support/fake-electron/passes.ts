import { type Asked, type Guard, leftOut } from './world.ts';

/** Notes it; gives whether it goes through, by the guards that are kept. */
export function passes(notes: Asked[], asked: Asked): boolean {
  const refusedBy = asked.refusedBy.filter((guard) => !leftOut.has(guard as Guard));
  notes.push({ url: asked.url, refusedBy });
  return refusedBy.length === 0;
}
