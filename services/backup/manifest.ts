import { z } from 'zod';

export const backupFormat = 1;
export const manifestName = 'manifest.json';
/** Every file of the workspace lies below it in the zip, so that none can be taken for the manifest. */
export const contentFolder = 'workspace/';
/** A zip of the plain kind counts its files in 16 bits and its bytes in 32. */
export const limits = {
  files: 65_000,
  zipBytes: 0xffff_0000,
  manifestBytes: 32 << 20,
  contentBytes: 16 * 2 ** 30,
} as const;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const fileSchema = z.strictObject({ path: z.string(), bytes: z.int().nonnegative(), sha256 });

export const manifestStampSchema = z.looseObject({ format: z.int() });
export const manifestSchema = z.strictObject({
  format: z.literal(backupFormat),
  /** The version of Muster that made it. */
  muster: z.string(),
  made: z.iso.datetime(),
  /** Paths in the workspace, with forward slashes. */
  files: z.array(fileSchema),
  /** Those in which nothing lies: of the others the files tell. */
  folders: z.array(z.string()),
});
export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestFile = z.infer<typeof fileSchema>;
