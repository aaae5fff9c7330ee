const fewestLetters = 8;
/** Scripts in which a word has a letter or two. */
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Whether a reason says anything to whoever reads it: `x` and `ok` do not. */
export function tellsWhy(reason: string): boolean {
  const letters = reason.match(/\p{L}/gu)?.length ?? 0;
  return letters >= (dense.test(reason) ? fewestLetters / 2 : fewestLetters);
}

export const whyNeeded = 'say in a few words why they stay; whoever signs reads it beside the sentence.';
