/** What of an attachment the room can be shown, and how much of it does not fit. */
export type AttachmentContent =
  | { readonly is: 'text'; readonly text: string; readonly isLined: boolean; readonly isCut: boolean }
  | {
      readonly is: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** Columns of figures, which stand at the right. */
      readonly figures: readonly boolean[];
      /** All there are; what is more than is shown is said to the room. */
      readonly of: { readonly rows: number; readonly columns: number };
    }
  /** `id` names its bytes, which come once and apart. */
  | { readonly is: 'image'; readonly id: string; readonly width: number; readonly height: number }
  /** It was there when the exercise was made, and is not, or is damaged. */
  | { readonly is: 'none' };

export const attachmentLimits = {
  /** Of the file. A stream to a window is cut where more waits in it than twice this. */
  bytes: 4 * 1024 * 1024,
  /** A small file can hold a picture that fills all memory. */
  pixels: 40_000_000,
  characters: 20_000,
  rows: 500,
  columns: 8,
} as const;

/** Lines that count as they stand, or prose: logs, settings and code line words up, indent, or close lines with a mark. */
export function isLined(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const marked = lines.filter((line) => lineMark.test(line)).length;
  return marked * 3 >= lines.length && lines.length > 1;
}

const lineMark = /\S(?: {2,}|\t)\S|^\s+\S|[{}=|\\<>]|;$|^\d{1,4}[-:.]\d\d[-:.]\d\d|^\d\d:\d\d|^[#$>]|^[\w.-]+:\s*\S*$/;

/** A number as people write them, with its unit or currency. */
export function isFigure(cell: string): boolean {
  return /^[-+−(]?[\p{Sc}]?\s?\d[\d\s.,'’_ ]*\)?\s?(?:%|\p{Sc}|[kMGT]?B|ms|s|min|h|d)?$/u.test(cell);
}
