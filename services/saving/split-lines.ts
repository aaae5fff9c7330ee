const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

export type SplitLines = {
  /** Terminated lines, without their line ends. They share memory with the bytes given. */
  readonly lines: readonly Buffer[];
  /** Where the unterminated rest begins, if there is one. */
  readonly restAt: number | null;
  readonly hasByteOrderMark: boolean;
  readonly hasWindowsLineEnds: boolean;
};

/** Cuts a file into lines and bears with what an editor may have done to it. */
export function splitLines(bytes: Buffer): SplitLines {
  const hasByteOrderMark = bytes.subarray(0, 3).equals(byteOrderMark);
  const lines: Buffer[] = [];
  let start = hasByteOrderMark ? 3 : 0;
  let hasWindowsLineEnds = false;
  for (let end = bytes.indexOf(lineFeed, start); end !== -1; end = bytes.indexOf(lineFeed, start)) {
    const hasReturn = bytes[end - 1] === carriageReturn;
    hasWindowsLineEnds ||= hasReturn;
    lines.push(bytes.subarray(start, hasReturn ? end - 1 : end));
    start = end + 1;
  }
  return { lines, restAt: start < bytes.length ? start : null, hasByteOrderMark, hasWindowsLineEnds };
}
