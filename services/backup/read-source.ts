import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { openPlainFile } from '../saving/files.ts';
import { findJournalEnd } from './journal-end.ts';
import { notRead, orRefuse, Refused, stopIf } from './refused.ts';

const pieceBytes = 256 << 10;
/** A link that took a file's place since the folder was read is not followed. */
const withoutLinks = constants.O_NOFOLLOW ?? 0;

export type Source = { readonly bytes: AsyncIterable<Uint8Array>; readonly close: () => Promise<void> };

/** A file as it is now, to the end it has now; null when it has gone meanwhile. Pieces are lent until the next one is asked for. */
export async function openSource(path: string, isJournal: boolean, signal?: AbortSignal): Promise<Source | null> {
  const file = await openPlainFile(path, withoutLinks).catch((problem: NodeJS.ErrnoException) => {
    if (problem.code === 'ENOENT') return null;
    throw notRead(path, problem);
  });
  if (file === null) return null;
  const close = () => file.close();
  try {
    const end = await orRefuse(
      async () => (isJournal ? findJournalEnd(file) : (await file.stat()).size),
      (problem) => notRead(path, problem),
    );
    return { bytes: readTo(file, path, end, signal), close };
  } catch (problem) {
    await close();
    throw problem;
  }
}

async function* readTo(file: FileHandle, path: string, end: number, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  const piece = Buffer.alloc(Math.min(pieceBytes, end));
  for (let at = 0; at < end; ) {
    stopIf(signal);
    const { bytesRead } = await orRefuse(
      () => file.read(piece, 0, Math.min(piece.length, end - at), at),
      (problem) => notRead(path, problem),
    );
    if (bytesRead === 0)
      throw new Refused('changed', `${path} became shorter while it was copied.`, 'No backup was made. Try again.');
    at += bytesRead;
    yield piece.subarray(0, bytesRead);
  }
}
