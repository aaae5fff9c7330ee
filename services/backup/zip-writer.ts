import { createHash } from 'node:crypto';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { type OpenHandle, writeAll } from '../saving/files.ts';

/** What is packed already does not become smaller. */
const packed = /\.(docx|png|jpe?g|zip|gz)$/i;
const ownFileMode = 0o100600;

export type Added = { readonly bytes: number; readonly sha256: string };

/** Writes a zip as it comes, so that no more than a piece of one file is in memory. */
export function createZipWriter(file: OpenHandle) {
  let waiting: Uint8Array[] = [];
  let size = 0;
  const zip = new Zip((problem, bytes) => {
    if (problem) throw problem;
    waiting.push(bytes);
  });

  async function flush(): Promise<void> {
    for (const bytes of waiting) {
      await writeAll(file, bytes, size);
      size += bytes.length;
    }
    waiting = [];
  }

  async function add(name: string, made: Date, content: AsyncIterable<Uint8Array>): Promise<Added> {
    const entry = packed.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    Object.assign(entry, { os: 3, attrs: (ownFileMode << 16) >>> 0, mtime: made });
    const hash = createHash('sha256');
    let bytes = 0;
    zip.add(entry);
    for await (const piece of content) {
      hash.update(piece);
      bytes += piece.length;
      entry.push(piece);
      await flush();
    }
    entry.push(new Uint8Array(0), true);
    await flush();
    return { bytes, sha256: hash.digest('hex') };
  }

  async function end(): Promise<number> {
    zip.end();
    await flush();
    return size;
  }

  return { add, end, size: () => size };
}
