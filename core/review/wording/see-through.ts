/** A text as it is read, and where each unit of it stands in what was written. */
export type Seen = { readonly text: string; readonly placeOf: (at: number) => number };

/** Cyrillic, Greek and Armenian letters, each above the Latin one it looks like. */
const [foreignLetters, latinLetters] = ['аеорсухіјѕԁһոӏкмтвнгοαεικνρτυχγηωβμϲ', 'aeopcyxijsdhnlkmtbhroaeikvptuxynwbmc'];
const alike = new Map([...foreignLetters].map((letter, at) => [letter, latinLetters[at] ?? letter]));
const foreign = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;
const unseen = /[\u00AD\u180E\u200B-\u200F\u2060-\u2064\uFEFF]|[\uFE00-\uFE0F]/;
const wide = /[\uFF01-\uFF5E]|[\u{1D400}-\u{1D7FF}]/u;
const apostrophe = /[’ʼ]/;
const anything = new RegExp([foreign, unseen, wide, apostrophe].map(({ source }) => source).join('|'), 'u');
const words = /[\p{L}\p{M}\p{Cf}’ʼ]+|[^\p{L}\p{M}\p{Cf}’ʼ]+/gu;
const latin = /[A-Za-z]/;

/**
 * Letters of other scripts within a Latin word, wide letters, marks that nobody sees beside Latin letters, and a typographic apostrophe
 * within a word hide nothing. A word of another script stays as it is.
 */
export function seeThrough(written: string): Seen {
  if (!anything.test(written)) return { text: written, placeOf: (at) => at };
  let text = '';
  const places: number[] = [];
  for (const { 0: word, index } of written.matchAll(words)) {
    const isLatin = latin.test(word) || wide.test(word);
    let at = index;
    for (const letter of word) {
      const seen = isLatin || wide.test(letter) ? readLetter(letter) : letter;
      text += seen;
      for (let unit = 0; unit < seen.length; unit += 1) places.push(at);
      at += letter.length;
    }
  }
  return { text, placeOf: (at) => places[at] ?? written.length };
}

function readLetter(letter: string): string {
  if (unseen.test(letter)) return '';
  if (wide.test(letter)) return letter.normalize('NFKC');
  if (apostrophe.test(letter)) return "'";
  const small = letter.toLowerCase();
  const seen = alike.get(small);
  return seen === undefined ? letter : small === letter ? seen : seen.toUpperCase();
}
