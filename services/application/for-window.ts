import type { Problem } from '#core/outcome.ts';

/** A window has no options to give: the folder is where the workspace says. */
export function forWindow({ code, message, hint }: Problem): Problem {
  const drop = (words: string) => words.replace(/(,? or)? choose another folder with --out DIR(?=\.)/i, '').trim();
  return { code, message: drop(message).replace(/\.\.$/, '.'), hint: drop(hint).replace(/\.\.$/, '.') };
}
