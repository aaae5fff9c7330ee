import { hardlyWords, monthWords, officeWords, wordsOfNames, wordsToo } from '../../names/common-words.ts';
import { fold } from '../../names/fold-text.ts';

/** Somebody who took part, and how a report speaks of them instead: `the Incident Commander`. Empty: that is not known. */
export type KnownName = { readonly name: string; readonly called: string };

/** `hint`: what a text that holds the name holds in small letters. */
export type NamePattern = { readonly pattern: RegExp; readonly called: string; readonly hint: string };

const shortestPart = 3;

/**
 * Patterns for whole names, then for their parts. A part that is an everyday word as well (Mark, Will) counts only with a capital
 * letter, and at the start of a sentence only where it does what people do: a finding may keep a report from being FINAL, so in doubt
 * it is the word.
 */
export function matchNames(names: readonly KnownName[]): readonly NamePattern[] {
  const people = names.map(({ name, called }) => ({ called, words: name.trim().split(/\s+/u).filter(Boolean) }));
  const whole = people.flatMap(({ words, called }) => {
    const [first] = words;
    if (first === undefined) return [];
    const flags = words.every(isWordToo) ? 'gu' : 'giu'; // `will mark` is no person
    return [{ pattern: bound(words.map(literally).join('\\s+'), flags), called, hint: hintOf(first) }];
  });
  const parts = people.flatMap(({ words, called }) => {
    const own = words.length < 2 ? [] : words.filter(isNameAlone);
    return own.map((word) => ({ pattern: patternOf(word), called, hint: hintOf(word) }));
  });
  return [...whole, ...parts];
}

const isWordToo = (word: string): boolean => wordsToo.has(fold(word)) && !hardlyWords.has(fold(word));
/** `Mark’s mistake`, `Mark forgot`; `Will it`, `Power failed` are words. */
const doesAsPeople =
  "(?=['’]s\\s|\\s(?:(?:also|never|then|again|first)\\s)?(?:asked|called|chose|decided|forgot|ignored|knew|lost|missed|neglected|overlooked|panicked|promised|refused|said|thought|told|took|waited|wanted|was (?:careless|slow|too|to blame|at fault))\\b)";

function isNameAlone(word: string): boolean {
  const folded = fold(word);
  if (wordsOfNames.has(folded) || officeWords.has(folded) || monthWords.has(folded)) return false;
  return [...word].length >= shortestPart && /^\p{L}/u.test(word);
}

function patternOf(word: string): RegExp {
  if (isWordToo(word))
    return bound(`(?:(?<=[\\p{L}\\p{N},;:)]\\s)${literally(word)}|${literally(word)}${doesAsPeople})`, 'gu');
  return bound(literally(word), [...word].length > shortestPart ? 'giu' : 'gu');
}

const hintOf = (word: string): string => word.toLowerCase();
const literally = (words: string): string => words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** No letter on either side; an apostrophe may follow: `Nair’s`. */
const bound = (source: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{M}])${source}(?![\\p{L}\\p{M}])`, flags);

/** What stands for a name in a masked text, as the source of a pattern. */
export const nameMask = 'zq*z';

/** The same text with each of these names made a word of its own, character for character: whatever it was, it speaks of a person. */
export function maskNames(text: string, names: readonly NamePattern[]): string {
  return names.reduce(
    (masked, { pattern }) =>
      masked.replace(pattern, (found) => (found.length < 2 ? found : `z${'q'.repeat(found.length - 2)}z`)),
    text,
  );
}
