/** A text without case, accents and marks that nobody sees, and where each letter of it stood. */
export type Folded = {
  readonly text: string;
  /** For each letter of `text`, from where to where it reached in what was folded. */
  readonly from: readonly number[];
  readonly to: readonly number[];
};

/** Letters that Unicode does not take apart, and those that are written either way. */
const alike: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  '’': "'",
  ʼ: "'",
  '‘': "'",
  '‑': '-',
  '‐': '-',
  ى: 'ي',
  ة: 'ه',
  ٱ: 'ا',
  ک: 'ك',
  ی: 'ي',
};
const unseen = /[\p{M}\p{Cf}\u0640]/gu;

export function foldText(written: string): Folded {
  let text = '';
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const letter of written) {
    const plain = letter.normalize('NFKD').toLowerCase().replace(unseen, '');
    const folded = [...plain].map((one) => alike[one] ?? one).join('');
    text += folded;
    for (let unit = 0; unit < folded.length; unit += 1) {
      from.push(at);
      to.push(at + letter.length);
    }
    at += letter.length;
  }
  return { text, from, to };
}

export const fold = (written: string): string => foldText(written).text;
