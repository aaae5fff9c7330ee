import type { Hash } from 'node:crypto';

/** Why a file is no text that a table can be read from; the line counts from 1. */
export class TextFault extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

const saveAs = 'save it as CSV in UTF-8';
const starts: readonly (readonly [string, string])[] = [
  ['%PDF', 'the file is a PDF'],
  ['\u00D0\u00CF\u0011\u00E0', 'the file is encrypted, or a workbook of an Excel before 2007'],
  ['\u00FF\u00FE', 'the file is text in UTF-16'],
  ['\u00FE\u00FF', 'the file is text in UTF-16'],
];

/** Bytes to text with `\n` at the end of each line, hashed on the way. Throws a `TextFault` where they are no UTF-8 text. */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>, hash: Hash): AsyncGenerator<string> {
  let line = 1;
  for await (const text of plainLines(decode(bytes, hash, () => line))) {
    const nul = text.indexOf('\0');
    if (nul >= 0)
      throw new TextFault(`the file holds a NUL character, so it is no text; ${saveAs}`, line + countLines(text, nul));
    line += countLines(text, text.length);
    if (text !== '') yield text;
  }
}

async function* decode(bytes: AsyncIterable<Uint8Array>, hash: Hash, lineNow: () => number): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  try {
    for await (const chunk of bytes) {
      hash.update(chunk);
      if (isFirst) refuseOther(chunk);
      isFirst = false;
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
  } catch (problem) {
    if (!(problem instanceof TypeError)) throw problem;
    throw new TextFault(`the file is not UTF-8 text (at or after line ${lineNow()}); ${saveAs}`, lineNow());
  }
}

/** A return at the end of a piece waits for the next one, which may begin with the line feed that belongs to it. */
async function* plainLines(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  let alone: boolean | null = null;
  for await (const text of texts) {
    const whole = held + text;
    held = whole.endsWith('\r') ? '\r' : '';
    alone ??= whole.includes('\r') && !whole.includes('\n') && held === ''; // as a very old Mac wrote its lines
    yield joinReturns(held === '' ? whole : whole.slice(0, -1), alone);
  }
  if (held !== '') yield '\n';
}

function joinReturns(text: string, alone: boolean): string {
  if (!text.includes('\r')) return text;
  return alone ? text.replaceAll('\r', '\n') : text.replaceAll('\r\n', '\n');
}

function refuseOther(chunk: Uint8Array): void {
  for (const [start, what] of starts)
    if ([...start].every((letter, at) => chunk[at] === letter.charCodeAt(0)))
      throw new TextFault(`${what}; ${saveAs}`, 1);
}

function countLines(text: string, until: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < until; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
