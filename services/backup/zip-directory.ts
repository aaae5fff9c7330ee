import type { FileHandle } from 'node:fs/promises';
import { NotABackup } from './not-a-backup.ts';

/** One file of a zip, as the directory at its end tells. `limit` is where the next part of the zip begins. */
export type ZipEntry = {
  readonly name: string;
  readonly isPacked: boolean;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly at: number;
  readonly limit: number;
};

const endBytes = 22;
const headBytes = 46;
const largestDirectory = 32 << 20;
const inLargeForm = 0xffff_ffff;
const encrypted = 1;
const fileKind = { mask: 0xf000, regular: 0x8000 } as const;
const folderMark = 0x10;

/** Reads the directory of a zip and refuses whatever no backup holds: links, folders, encryption, parts that overlap. */
export async function readZipDirectory(file: FileHandle): Promise<readonly ZipEntry[]> {
  const { size } = await file.stat();
  if (size < endBytes) throw new NotABackup('it is empty or cut short');
  const end = await readExactly(file, size - endBytes, endBytes);
  if (end.readUInt32LE(0) !== 0x06054b50 || end.readUInt16LE(20) !== 0)
    throw new NotABackup('it is no zip, or cut short');
  const [count, bytes, at] = [end.readUInt16LE(10), end.readUInt32LE(12), end.readUInt32LE(16)];
  const isSplit = end.readUInt32LE(4) !== 0 || end.readUInt16LE(8) !== count;
  if (isSplit || bytes > largestDirectory || at + bytes !== size - endBytes)
    throw new NotABackup('the directory of the zip does not fit the file');
  const directory = await readExactly(file, at, bytes);
  const heads: Head[] = [];
  let next = 0;
  for (let number = 0; number < count; number += 1) {
    const head = readHead(directory, next);
    heads.push(head);
    next = head.next;
  }
  if (next !== bytes) throw new NotABackup('the directory of the zip is damaged');
  return setLimits(heads, at);
}

export async function readExactly(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  for (let done = 0; done < length; ) {
    const { bytesRead } = await file.read(bytes, done, length - done, at + done);
    if (bytesRead === 0) throw new NotABackup('it is cut short');
    done += bytesRead;
  }
  return bytes;
}

type Head = Omit<ZipEntry, 'limit'> & { readonly next: number };

function readHead(directory: Buffer, from: number): Head {
  if (from + headBytes > directory.length || directory.readUInt32LE(from) !== 0x02014b50)
    throw new NotABackup('the directory of the zip is damaged');
  const lengths = [28, 30, 32].map((field) => directory.readUInt16LE(from + field));
  const [nameLength = 0, ...others] = lengths;
  const name = readName(directory.subarray(from + headBytes, from + headBytes + nameLength));
  const method = directory.readUInt16LE(from + 10);
  const [packedBytes, bytes, attributes, at] = [20, 24, 38, 42].map((field) =>
    directory.readUInt32LE(from + field),
  ) as [
    ...[number, number, number, number], // one for each field
  ];
  refuseKind(name, attributes);
  const isStrange = (directory.readUInt16LE(from + 8) & encrypted) !== 0 || ![0, 8].includes(method);
  if (isStrange) throw new NotABackup(`${name} is encrypted, or packed in a way that no backup is`);
  if ([packedBytes, bytes, at].includes(inLargeForm)) throw new NotABackup(`${name} is too large`);
  const next = from + headBytes + nameLength + others.reduce((sum, length) => sum + length, 0);
  return { name, isPacked: method === 8, packedBytes, bytes, at, next };
}

function refuseKind(name: string, attributes: number): void {
  const kind = (attributes >>> 16) & fileKind.mask;
  const isFolder = name.endsWith('/') || (attributes & folderMark) !== 0;
  if (isFolder || (kind !== 0 && kind !== fileKind.regular))
    throw new NotABackup(`${name} is a link or no ordinary file`);
}

function readName(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new NotABackup('a name in it is not UTF-8');
  }
}

/** Parts that overlap are how a small zip holds an endless one. */
function setLimits(heads: readonly Head[], end: number): readonly ZipEntry[] {
  const starts = heads.map(({ at }) => at).sort((one, other) => one - other);
  const after = new Map(starts.map((at, index) => [at, starts[index + 1] ?? end]));
  if (after.size !== heads.length) throw new NotABackup('parts of it overlap');
  return heads.map(({ next: _next, ...entry }) => ({ ...entry, limit: after.get(entry.at) ?? entry.at }));
}
