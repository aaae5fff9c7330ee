import { officeWords, wordsOfNames } from './common-words.ts';
import { fold } from './fold-text.ts';

/** Ways in which a person's name may be written in a text, folded: in whole, each part, and as people name accounts. */
export function spellName(written: string): readonly string[] {
  const spelled = [written, writeOutUmlauts(written)].flatMap(spellOne);
  return [...new Set(spelled.flatMap((name) => [name, name.replace(/([aou])e/g, '$1')]))];
}

function spellOne(name: string): readonly string[] {
  const written = /\p{Lu}/u.test(name) ? name.replace(/(?<![\p{L}'’.-])\p{Ll}\S*/gu, small) : name;
  const words = written.split(/[\s,;/()[\]"“”„«»<>]+/u).flatMap((word) => {
    const bare = fold(word).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
    return bare === '' ? [] : [bare];
  });
  const parts = words.flatMap((word) => [word, ...word.split(/[-'.]/u), word.replace(/[-'.]/gu, '')]);
  const own = parts.filter(isName);
  if (withoutSpaces.test(words.join(''))) return [...own, words.join(''), words.join(' ')];
  if (own.length === 0) return [];
  return [...(words.length > 1 ? [words.join(' ')] : []), ...own, ...nameAccounts(words.filter(isName))];
}

/** Beside words with a capital letter one without is no name: `Internal audit`, `Jo from finance`. */
const small = (word: string) => (wordsOfNames.has(word) ? word : ' ');

/** One letter is no name that could be told from others. */
function isName(part: string): boolean {
  return !officeWords.has(part) && part.replace(/[^\p{L}]/gu, '').length > 1;
}

/** Scripts whose words stand without spaces between them. */
export const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** `ritaokafor`, `rokafor`, `ritao`, `okaforr`; with a dot between they are found as parts. */
function nameAccounts(words: readonly string[]): readonly string[] {
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined || words.length < 2) return [];
  const [f, l] = [first.charAt(0), last.charAt(0)];
  return [first + last, last + first, f + last, first + l, last + f].filter((account) => account.length > 3);
}

const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };

/** `Müller` is written Muller and Mueller too; whichever stands in the roster, all are found. */
const writeOutUmlauts = (written: string) =>
  written.normalize('NFC').replace(/[äöüÄÖÜ]/g, (letter) => umlauts[letter] ?? letter);
