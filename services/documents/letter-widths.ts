import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownFile } from '../own-files.ts';

/** How wide a character is, in parts of the size of the text. */
export type LetterWidths = (codePoint: number) => number;

const known = new Map<string, LetterWidths>();

/** Arial has the widths of Liberation Sans, which lies beside us: read from the file, so that any letter is measured. */
export function lettersOf(cut: 'Regular' | 'Bold'): LetterWidths {
  const read =
    known.get(cut) ?? readLetters(readFileSync(join(ownFile('services/documents/fonts'), `LiberationSans-${cut}.ttf`)));
  known.set(cut, read);
  return read;
}

/** From the tables `cmap` (format 4), `hmtx`, `head` and `hhea` of a TrueType file. */
export function readLetters(bytes: Buffer): LetterWidths {
  const at = (tag: string) => findTable(bytes, tag);
  const unitsToEm = bytes.readUInt16BE(at('head') + 18);
  const measured = bytes.readUInt16BE(at('hhea') + 34);
  const advances = at('hmtx');
  const glyphOf = readGlyphs(bytes, at('cmap'));
  const widths = new Map<number, number>();
  return (codePoint) => {
    const before = widths.get(codePoint);
    if (before !== undefined) return before;
    const glyph = Math.min(glyphOf(codePoint), measured - 1);
    const width = bytes.readUInt16BE(advances + glyph * 4) / unitsToEm;
    widths.set(codePoint, width);
    return width;
  };
}

function findTable(bytes: Buffer, tag: string): number {
  const count = bytes.readUInt16BE(4);
  for (let table = 0; table < count; table += 1) {
    const entry = 12 + table * 16;
    if (bytes.toString('latin1', entry, entry + 4) === tag) return bytes.readUInt32BE(entry + 8);
  }
  throw new Error(`The font holds no table ${tag}`);
}

/** 0, the glyph for what is missing, where the font does not know the character. */
function readGlyphs(bytes: Buffer, cmap: number): (codePoint: number) => number {
  const tables = bytes.readUInt16BE(cmap + 2);
  const offsets = Array.from({ length: tables }, (_, table) => cmap + bytes.readUInt32BE(cmap + 4 + table * 8 + 4));
  const start = offsets.find((offset) => bytes.readUInt16BE(offset) === 4);
  if (start === undefined) throw new Error('The font holds no table of characters in format 4');
  const segments = bytes.readUInt16BE(start + 6) / 2;
  const [ends, starts] = [start + 14, start + 16 + segments * 2];
  const [deltas, ranges] = [starts + segments * 2, starts + segments * 4];
  return (codePoint) => {
    for (let segment = 0; segment < segments; segment += 1) {
      if (codePoint > bytes.readUInt16BE(ends + segment * 2)) continue;
      const first = bytes.readUInt16BE(starts + segment * 2);
      if (codePoint < first) return 0;
      const range = bytes.readUInt16BE(ranges + segment * 2);
      const delta = bytes.readUInt16BE(deltas + segment * 2);
      if (range === 0) return (codePoint + delta) & 0xffff;
      const glyph = bytes.readUInt16BE(ranges + segment * 2 + range + (codePoint - first) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}
