import type { FileHandle } from 'node:fs/promises';
import { Inflate } from 'fflate';
import { NotABackup } from './not-a-backup.ts';
import { readExactly, type ZipEntry } from './zip-directory.ts';

const headBytes = 30;
/** Small, because a piece may become a thousand times as long. */
const pieceBytes = 16 << 10;

/** The bytes of one file, never more than its directory promises. */
export async function* readZipEntry(file: FileHandle, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const damaged = () => new NotABackup(`${entry.name} is damaged`);
  let left = entry.bytes;
  for await (const piece of unpack(file, entry, damaged)) {
    left -= piece.length;
    if (left < 0) throw new NotABackup(`${entry.name} holds more than is said of it`);
    yield piece;
  }
  if (left > 0) throw damaged();
}

async function* unpack(file: FileHandle, entry: ZipEntry, damaged: () => NotABackup): AsyncGenerator<Uint8Array> {
  const start = await findStart(file, entry, damaged);
  let unpacked: Uint8Array[] = [];
  const inflate = new Inflate((piece) => void unpacked.push(piece));
  for (let at = 0; at < entry.packedBytes; at += pieceBytes) {
    const piece = await readExactly(file, start + at, Math.min(pieceBytes, entry.packedBytes - at));
    if (!entry.isPacked) {
      yield piece;
      continue;
    }
    try {
      inflate.push(piece, at + piece.length === entry.packedBytes);
    } catch {
      throw damaged();
    }
    yield* unpacked;
    unpacked = [];
  }
}

/** The file's own head has to say what the directory says, else two readers see two zips. */
async function findStart(file: FileHandle, entry: ZipEntry, damaged: () => NotABackup): Promise<number> {
  const head = await readExactly(file, entry.at, headBytes);
  const name = Buffer.from(entry.name);
  const isOwn = head.readUInt32LE(0) === 0x04034b50 && head.readUInt16LE(26) === name.length;
  if (!isOwn || head.readUInt16LE(8) !== (entry.isPacked ? 8 : 0)) throw damaged();
  if (!(await readExactly(file, entry.at + headBytes, name.length)).equals(name)) throw damaged();
  const start = entry.at + headBytes + name.length + head.readUInt16LE(28);
  if (start + entry.packedBytes > entry.limit) throw new NotABackup('parts of it overlap');
  return start;
}
