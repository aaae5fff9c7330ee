import type { FileHandle } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

const lineEnd = 0x0a;
const step = 64 << 10;
const patience = { ms: 25, times: 20 } as const;

/**
 * How far a journal is copied: to its last whole line while it is being written to. A last line that nobody goes on with
 * is what a crash left, and is copied as it stands, like everything else.
 */
export async function findJournalEnd(file: FileHandle): Promise<number> {
  const { size } = await file.stat();
  const end = await findLastLineEnd(file, size);
  if (end === size) return size;
  for (let turn = 0; turn < patience.times; turn += 1) {
    await wait(patience.ms);
    if ((await file.stat()).size !== size) return end;
  }
  return size;
}

async function findLastLineEnd(file: FileHandle, size: number): Promise<number> {
  const bytes = Buffer.alloc(Math.min(step, size));
  for (let to = size; to > 0; ) {
    const from = Math.max(0, to - step);
    const { bytesRead } = await file.read(bytes, 0, to - from, from);
    const at = bytes.subarray(0, bytesRead).lastIndexOf(lineEnd);
    if (at >= 0) return from + at + 1;
    to = from;
  }
  return 0;
}
