import { monthWords, officeWords, wordsOfNames, wordsToo } from '../../names/common-words.ts';
import { fold } from '../../names/fold-text.ts';

/** Somebody who took part, and how a report speaks of them instead: `the Incident Commander`. */
export type KnownName = { readonly name: string; readonly called: string };

/** `hint`: what a text that holds the name holds in small letters. */
export type NamePattern = { readonly pattern: RegExp; readonly called: string; readonly hint: string };

const shortestPart = 3;

/**
 * Patterns for whole names, then for their parts. A part that is a word as well (Mark, Will) counts only with a capital letter in the
 * middle of a sentence: a finding may keep a report from being FINAL, so in doubt it is the word.
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

const isWordToo = (word: string): boolean => wordsToo.has(fold(word));

function isNameAlone(word: string): boolean {
  const folded = fold(word);
  if (wordsOfNames.has(folded) || officeWords.has(folded) || monthWords.has(folded)) return false;
  return [...word].length >= shortestPart && /^\p{L}/u.test(word);
}

function patternOf(word: string): RegExp {
  if (isWordToo(word)) return bound(`(?<=[\\p{L}\\p{N},;:)]\\s)${literally(word)}`, 'gu');
  return bound(literally(word), [...word].length > shortestPart ? 'giu' : 'gu');
}

const hintOf = (word: string): string => word.toLowerCase();
const literally = (words: string): string => words.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** No letter on either side; an apostrophe may follow: `Nair’s`. */
const bound = (source: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{M}])${source}(?![\\p{L}\\p{M}])`, flags);
