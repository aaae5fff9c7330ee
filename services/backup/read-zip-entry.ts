import type { FileHandle } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { NotABackup } from './not-a-backup.ts';
import { readExactly, type ZipEntry } from './zip-directory.ts';

const headBytes = 30;
const pieceBytes = 64 << 10;

/** The bytes of one file, never more than its directory promises. */
export async function* readZipEntry(file: FileHandle, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const start = await findStart(file, entry);
  const packed = readPacked(file, start, entry.packedBytes);
  let left = entry.bytes;
  for await (const piece of entry.isPacked ? unpack(packed, entry) : packed) {
    left -= piece.length;
    if (left < 0) throw new NotABackup(`${entry.name} holds more than is said of it`);
    yield piece;
  }
  if (left > 0) throw damaged(entry);
}

async function* readPacked(file: FileHandle, start: number, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < length; at += pieceBytes)
    yield await readExactly(file, start + at, Math.min(pieceBytes, length - at));
}

/** Node's own inflate and not fflate's: it hands out small pieces and waits, however long a piece becomes. */
async function* unpack(packed: AsyncIterable<Uint8Array>, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const inflate = createInflateRaw({ chunkSize: pieceBytes });
  pipeline(Readable.from(packed), inflate, () => {}); // what goes wrong reaches the loop below
  try {
    yield* inflate as AsyncIterable<Uint8Array>;
  } catch (problem) {
    const isOwn = problem instanceof Error && 'code' in problem && String(problem.code).startsWith('Z_');
    throw isOwn ? damaged(entry) : problem;
  }
}

/** The file's own head has to say what the directory says, else two readers see two zips. */
async function findStart(file: FileHandle, entry: ZipEntry): Promise<number> {
  const head = await readExactly(file, entry.at, headBytes);
  const name = Buffer.from(entry.name);
  const isOwn = head.readUInt32LE(0) === 0x04034b50 && head.readUInt16LE(26) === name.length;
  if (!isOwn || head.readUInt16LE(8) !== (entry.isPacked ? 8 : 0)) throw damaged(entry);
  if (!(await readExactly(file, entry.at + headBytes, name.length)).equals(name)) throw damaged(entry);
  const start = entry.at + headBytes + name.length + head.readUInt16LE(28);
  if (start + entry.packedBytes > entry.limit) throw new NotABackup('parts of it overlap');
  return start;
}

function damaged({ name }: ZipEntry): NotABackup {
  return new NotABackup(`${name} is damaged`);
}
