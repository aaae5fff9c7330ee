/** Column and line count from 1; columns in UTF-16 units, as editors count. */
export type TextProblem = { readonly line: number; readonly column: number; readonly message: string };

export const mostBytes = 5_000_000;
const deepest = 60;
const deepestIndent = 240;
/** Of a day's captures there are some ten thousand entries; a parser takes seconds for more than this. */
const mostValues = 150_000;

/** Refuses what a parser might choke on, before a parser sees it. `text` is null only where the bytes are no text at all. */
export function guardText(bytes: Uint8Array): {
  readonly text: string | null;
  readonly problems: readonly TextProblem[];
} {
  if (bytes.length > mostBytes) {
    return { text: null, problems: [tooLarge(bytes.length)] };
  }
  const text = decode(bytes);
  if (text === null) return { text, problems: [findBadBytes(bytes)] };
  const normal = text.replaceAll('\r\n', '\n');
  const problems = [...findForbiddenCharacters(normal), ...findDepth(normal), ...findCrowd(normal)];
  return { text: normal, problems };
}

export function tooLarge(size: number): TextProblem {
  return { line: 1, column: 1, message: `the file has ${size} bytes; at most 5 MB (${mostBytes} bytes) are read` };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function findBadBytes(bytes: Uint8Array): TextProblem {
  const lenient = new TextDecoder('utf-8').decode(bytes);
  const index = lenient.indexOf('\uFFFD');
  return { ...placeOf(lenient, index), message: 'the file is not UTF-8 text; save it as UTF-8' };
}

/** NUL and C0 other than tab and line feed, lone surrogates, and the two non-characters no document can hold. */
function findForbiddenCharacters(text: string): TextProblem[] {
  const problems: TextProblem[] = [];
  let index = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (isForbidden(code) && problems.length < 20) {
      problems.push({
        ...placeOf(text, index),
        message: `the character ${nameOf(code)} may not stand in this file; delete it`,
      });
    }
    index += character.length;
  }
  return problems;
}

/** The first such character of a text that was read, as `U+0000`; null where there is none. */
export function findForbiddenName(text: string): string | null {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (isForbidden(code)) return nameOf(code);
  }
  return null;
}

const nameOf = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;

function isForbidden(code: number): boolean {
  if (code < 0x20) return code !== 0x09 && code !== 0x0a;
  return code === 0x7f || (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff;
}

/** A parser may end the whole process on deep nesting, so depth is counted first: brackets, and indentation with its marks. */
function findDepth(text: string): TextProblem[] {
  let depth = 0;
  for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > deepest) return [{ ...placeOf(text, index), message: `brackets are nested more than ${deepest} deep` }];
  }
  for (const { 0: indent, index } of text.matchAll(/^ *(?:[-?:][ \t]+)*(?=\S)/gm)) {
    if (indent.length > deepestIndent) {
      return [{ ...placeOf(text, index), message: `the text is indented more than ${deepestIndent} characters deep` }];
    }
  }
  return [];
}

/** Fields and list items, counted by the marks that begin them. */
function findCrowd(text: string): TextProblem[] {
  let count = 0;
  for (const { index } of text.matchAll(/^ *- |[[{,]|:\s/gm)) {
    count += 1;
    if (count > mostValues)
      return [{ ...placeOf(text, index), message: `the file holds more than ${mostValues} fields and list items` }];
  }
  return [];
}

export function placeOf(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, Math.max(0, index));
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: before.length - lineStart + 1 };
}
