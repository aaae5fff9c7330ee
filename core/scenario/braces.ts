/** What double braces of a text are: a placeholder, known or not, or what was meant for one and is none. */
export type Piece = {
  /** Of a placeholder; null where its braces are broken. */
  readonly name: string | null;
  readonly written: string;
  readonly at: number;
};

/** Stands in front of the room where braces would. */
export const roomMark = '[…]';

const word = String.raw`[\p{L}_][\p{L}\p{N}_-]*`;
const dotted = String.raw`${word}(?:\.${word})+`;
const gap = String.raw`[ \t]*`;

/** In this order: a whole placeholder; two braces or more that begin none; two that a space has parted; braces for themselves. */
const braces = new RegExp(
  [
    String.raw`(?<whole>(?<!\{)\{\{(?<name>[^{}]*)\}\})`,
    String.raw`(?<open>\{{2,}(?:${gap}${dotted}|${word})?(?:${gap}\})*)`,
    String.raw`(?<parted>\{[ \t]+\{${gap}${dotted}${gap}\}${gap}\})`,
    String.raw`(?<opener>\{)`,
    String.raw`(?<closers>\}+)`,
  ].join('|'),
  'gu',
);

/**
 * Every placeholder of a text and every piece of a broken one, in order. Single braces are text, and `}}` is too where it
 * closes what single braces opened, as in JSON, or where no name stands before it, as in a log that was cut.
 */
export function readBraces(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let opened = 0;
  for (const { 0: written, index: at, groups = {} } of text.matchAll(braces)) {
    if (groups.opener !== undefined) opened += 1;
    else if (groups.closers === undefined) pieces.push({ name: groups.name?.trim() ?? null, written, at });
    else {
      if (written.length > opened) addClosed(pieces, text, { written, at });
      opened = Math.max(0, opened - written.length);
    }
  }
  return pieces;
}

const endOf = (piece: Piece | undefined) => (piece ? piece.at + piece.written.length : 0);

/** Braces that nothing opened: one too many after a placeholder, or two after a name. */
function addClosed(pieces: Piece[], text: string, { written, at }: Omit<Piece, 'name'>): void {
  const last = pieces.at(-1);
  if (last && endOf(last) === at) {
    pieces.splice(-1, 1, { name: null, written: last.written + written, at: last.at });
    return;
  }
  if (written.length < 2) return;
  const before =
    text
      .slice(Math.max(endOf(last), at - longestName), at)
      .split('\n')
      .at(-1) ?? '';
  const named = nameBefore.exec(before);
  if (!named || (named.groups?.word !== undefined && dataSign.test(before))) return;
  pieces.push({ name: null, written: named[0] + written, at: at - named[0].length });
}

const longestName = 200;
const nameBefore = new RegExp(
  String.raw`(?<!["'=:/@\p{L}\p{N}_.-])(?:(?:\{${gap})?${dotted}|(?!(?:true|false|null)\b)(?<word>${word}))${gap}$`,
  'u',
);
/** A word that ends prose was meant as a name; one that ends a line of data or code was not. */
const dataSign = /["'`:;=,()[\]{]/;

/** The text with `fill` in place of each piece, where it has something for it. */
export function replaceBraces(text: string, fill: (piece: Piece) => string | undefined): string {
  if (!/[{}]/.test(text)) return text;
  const parts: string[] = [];
  let end = 0;
  for (const piece of readBraces(text)) {
    parts.push(text.slice(end, piece.at), fill(piece) ?? piece.written);
    end = endOf(piece);
  }
  return parts.join('') + text.slice(end);
}

/** What goes to the room, whatever it was made of: no text in it holds a placeholder or a piece of one. */
export function withoutBraces<Value>(value: Value): Value {
  return walk(value) as Value; // the same shape with other strings

  function walk(inner: unknown): unknown {
    if (typeof inner === 'string') return replaceBraces(inner, () => roomMark);
    if (Array.isArray(inner)) return inner.map(walk);
    if (typeof inner !== 'object' || inner === null) return inner;
    return Object.fromEntries(Object.entries(inner).map(([key, item]) => [key, walk(item)]));
  }
}

/** Whether a value of a placeholder would bring in braces of its own. */
export const holdsBraces = (value: string): boolean => /\{\{|\}\}/.test(value);

/** `line 2, column 14`, as editors count. */
export function tellPlace(text: string, at: number): string {
  const lines = text.slice(0, at).split('\n');
  return `line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
}

/** A broken placeholder in words: what stands there and where, as the middle of a sentence. */
export function tellBroken(text: string, { written, at }: Piece): string {
  return `${JSON.stringify(written.trim())} in ${tellPlace(text, at)} of the text`;
}
