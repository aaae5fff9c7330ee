import { hash } from 'node:crypto';
import { strToU8, type Zippable, type ZippableFile, zipSync } from 'fflate';

export type Forged = {
  /** Path in the workspace to what it holds. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** The manifest's fields in place of the right ones. */
  readonly manifest?: Readonly<Record<string, unknown>>;
  /** Straight into the zip, by their whole names. */
  readonly zip?: Readonly<Record<string, ZippableFile>>;
};

export const listed = (path: string, content: string | Uint8Array) => ({
  path,
  bytes: Buffer.from(content).length,
  sha256: hash('sha256', content),
});

/** A backup as somebody could forge it: right in everything that is not asked to be wrong. */
export function forgeBackup({ files = { 'plans/a.json': '{}' }, manifest = {}, zip = {} }: Forged = {}): Uint8Array {
  const content = Object.entries(files);
  const fields = {
    format: 1,
    muster: '0.1.0',
    made: '2026-11-25T12:00:00.000Z',
    files: content.map(([path, bytes]) => listed(path, bytes)),
    folders: [],
    ...manifest,
  };
  const parts: Zippable = Object.fromEntries(
    content.map(([path, bytes]) => [`workspace/${path}`, typeof bytes === 'string' ? strToU8(bytes) : bytes]),
  );
  return zipSync({ ...parts, 'manifest.json': strToU8(JSON.stringify(fields)), ...zip });
}

/** Every place where one name is written, and another of the same length there. */
export function renameInZip(zip: Uint8Array, from: string, to: string): Uint8Array {
  if (from.length !== to.length) throw new Error('a name in a zip is replaced by one of its length');
  return Buffer.from(Buffer.from(zip).toString('latin1').replaceAll(from, to), 'latin1');
}
