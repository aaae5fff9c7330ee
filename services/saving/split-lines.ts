const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** Where a line begins, and where its line end does. */
export type Span = { readonly start: number; readonly stop: number };

export type LineReader = {
  /** The next terminated line; null when there is none. Where it stands, because a view of each would take as long as its hash. */
  readonly next: () => Span | null;
  /** Where the unterminated rest begins, once every line was read; null where there is none. */
  readonly restAt: () => number | null;
  readonly hasByteOrderMark: boolean;
  readonly hasWindowsLineEnds: () => boolean;
  /** Every line ends with a carriage return alone, as on old Macs; a line feed written behind would make one line of them all. */
  readonly hasOldLineEnds: boolean;
};

/** Cuts a file into lines, one at a time, and bears with what an editor may have done to it. */
export function splitLines(bytes: Buffer): LineReader {
  const hasOldLineEnds = !bytes.includes(lineFeed) && bytes.includes(carriageReturn);
  const lineEnd = hasOldLineEnds ? carriageReturn : lineFeed;
  const hasByteOrderMark = bytes.subarray(0, 3).equals(byteOrderMark);
  let start = hasByteOrderMark ? 3 : 0;
  let hasWindowsLineEnds = false;

  function next(): Span | null {
    const end = bytes.indexOf(lineEnd, start);
    if (end === -1) return null;
    const hasReturn = !hasOldLineEnds && bytes[end - 1] === carriageReturn;
    hasWindowsLineEnds ||= hasReturn;
    const line = { start, stop: hasReturn ? end - 1 : end };
    start = end + 1;
    return line;
  }

  const restAt = () => (start < bytes.length ? start : null);
  return { next, restAt, hasByteOrderMark, hasOldLineEnds, hasWindowsLineEnds: () => hasWindowsLineEnds };
}
