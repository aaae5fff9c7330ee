import { hardlyWords, monthWords, titleBefore, wordsToo } from './common-words.ts';
import { foldText } from './fold-text.ts';
import type { NamedPerson } from './list-people.ts';
import { spellName, withoutSpaces } from './spell-name.ts';

export type WithoutNames = (text: string) => string;

/** Several people whose name is spelled alike are told by none of their functions. */
const oneOfThem = 'a participant';
const address = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

/**
 * Takes every name of these people out of what somebody wrote and puts their function in its place: in whole and in parts, with
 * initials, in capitals or small letters, with accents or without. A name that is an everyday word (Mark, Will) goes where it has a
 * capital letter, also at the start of a sentence: rather a sentence that reads oddly than a name. `kept` may hold names: those of
 * organisations.
 */
export function createWithoutNames(people: readonly NamedPerson[], kept: readonly string[] = []): WithoutNames {
  const instead = new Map<string, string>();
  for (const { name, instead: words } of people)
    for (const spelled of spellName(name)) {
      const known = instead.get(spelled);
      instead.set(spelled, known === undefined || known === words ? words : oneOfThem);
    }
  const pattern = buildPattern([...instead.keys()]);
  const whole = kept.filter((name) => /\s/.test(name.trim()));
  return (text) => {
    const noAddress = text.replace(address, '[address]');
    return pattern === null ? noAddress : replaceIn(noAddress, pattern, instead, whole);
  };
}

/** Between first and last name: a space, or what accounts have there. */
const gap = String.raw`[\s.,_-]+`;
const literal = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(' ', gap);

/** Longest first. Arabic binds “and”, “with”, “to” and “the” to the word; some languages add an s. */
function buildPattern(spellings: readonly string[]): RegExp | null {
  if (spellings.length === 0) return null;
  const sorted = spellings.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const any = (names: readonly string[]) => names.map(literal).join('|') || '(?!)';
  const spaced = any(sorted.filter((name) => !withoutSpaces.test(name)));
  const unspaced = any(sorted.filter((name) => withoutSpaces.test(name)));
  return new RegExp(
    String.raw`(?<!\p{L})(?:[وفبلك]{0,2}(?:ال)?)(?<name>${spaced})s?(?!\p{L})|(?<whole>${unspaced})`,
    'dgu',
  );
}

type Span = { readonly from: number; to: number; instead: string };

function replaceIn(
  text: string,
  pattern: RegExp,
  instead: ReadonlyMap<string, string>,
  kept: readonly string[],
): string {
  const folded = foldText(text);
  const keptAt = kept.flatMap((words) =>
    [...text.matchAll(new RegExp(literal(words), 'gu'))].map(({ index }) => ({
      from: index,
      to: index + words.length,
    })),
  );
  const spans: Span[] = [];
  for (const { groups, indices, 0: all } of folded.text.matchAll(pattern)) {
    const name = groups?.name ?? groups?.whole ?? all;
    const [start, end] = indices?.groups?.name ?? indices?.groups?.whole ?? [0, 0];
    const from = folded.from[start] ?? 0;
    const afterName = indices?.[0]?.[1] ?? end;
    const to = folded.to[afterName - 1] ?? text.length;
    if (isWord(text, from, to, name) || keptAt.some((place) => from >= place.from && to <= place.to)) continue;
    add(spans, text, {
      from,
      to,
      instead: instead.get(name) ?? instead.get(name.replace(/[\s.,_-]+/g, ' ')) ?? oneOfThem,
    });
  }
  return splice(text, spans);
}

/** The word and not the name, or part of a date. */
function isWord(text: string, from: number, to: number, name: string): boolean {
  const first = text.charAt(from);
  if (wordsToo.has(name) && !hardlyWords.has(name) && first !== first.toUpperCase()) return true;
  return monthWords.has(name) && (/\d\.?\s$/.test(text.slice(0, from)) || /^\s\d/.test(text.slice(to)));
}

/** First and last name, initials and titles of one person become one. */
function add(spans: Span[], text: string, span: Span): void {
  const last = spans.at(-1);
  const between = last ? text.slice(last.to, span.from) : null;
  if (
    last &&
    between !== null &&
    /^(?:[\s'’-]|\p{L}\.|van |von |der |de |al |el |bin )*$/iu.test(between) &&
    isOnePerson(last, span)
  ) {
    last.to = span.to;
    if (last.instead === oneOfThem) last.instead = span.instead;
    return;
  }
  const before = text.slice(Math.max(last?.to ?? 0, span.from - 60), span.from);
  const lead = /(?:(?<!\p{L})\p{Lu}\.?\s*)+$/u.exec(before)?.[0] ?? '';
  const initials = /^(?:\p{Lu}\.\s*)+$/u.test(lead) ? lead.length : 0;
  const title = titleBefore.exec(before.slice(0, before.length - initials))?.[0].length ?? 0;
  spans.push({ ...span, from: span.from - initials - title });
}

function isOnePerson(one: Span, other: Span): boolean {
  return one.instead === other.instead || one.instead === oneOfThem || other.instead === oneOfThem;
}

function splice(text: string, spans: readonly Span[]): string {
  let told = '';
  let at = 0;
  for (const { from, to, instead } of spans) {
    told += text.slice(at, from) + fitCase(instead, text, from);
    at = to;
  }
  return told + text.slice(at);
}

/** `a colleague` opens a sentence with a capital letter. */
function fitCase(instead: string, text: string, from: number): string {
  const opens = /(?:^|[.!?…]\s+)$/u.test(text.slice(0, from));
  return opens ? instead.charAt(0).toUpperCase() + instead.slice(1) : instead;
}
