import type { Snapshot } from '#core/scorecard/snapshot.ts';

const pieceLength = 65_536;

/**
 * The snapshot for other programs, in the shape of `snapshotSchema`: every figure, those the page holds back too. As `JSON.stringify`
 * writes it with two spaces, and a piece at a time: of hundreds of thousands of findings the text alone would be held three times.
 */
export function writeScorecardJson(snapshot: Snapshot): Uint8Array {
  const pieces: Buffer[] = [];
  let text = '';
  write(snapshot, '\n', (more) => {
    text += more;
    if (text.length < pieceLength) return;
    pieces.push(Buffer.from(text));
    text = '';
  });
  return Buffer.concat([...pieces, Buffer.from(`${text}\n`)]);
}

/** `line`: the end of a line and what the next one is set in by. */
function write(value: unknown, line: string, add: (text: string) => void): void {
  if (typeof value !== 'object' || value === null) {
    add(JSON.stringify(value));
    return;
  }
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const inner = `${line}  `;
  let before = `${open}${inner}`;
  for (const [key, held] of Object.entries(value)) {
    if (held === undefined) continue;
    add(open === '[' ? before : `${before}${JSON.stringify(key)}: `);
    write(held, inner, add);
    before = `,${inner}`;
  }
  add(before.startsWith(',') ? `${line}${close}` : `${open}${close}`);
}
