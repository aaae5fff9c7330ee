import { z } from 'zod';

export const binderManifestName = 'manifest.json';

/** What lies in an evidence binder, so that whoever gets it can see that nothing was changed. Source: spec.md C.8. */
export const binderManifestSchema = z.strictObject({
  format: z.literal('muster-binder/1'),
  exercise: z.string(),
  script: z.strictObject({ id: z.string(), version: z.string(), sha256: z.string() }),
  report: z.string().describe('Version of the report, and whether it is a draft.'),
  /** The version of Muster that made it. */
  muster: z.string(),
  created: z.iso
    .datetime()
    .describe('When the record was last added to: the same record makes the same binder on any day.'),
  head: z.string().describe("Hash of the journal's last line."),
  files: z.array(
    z.strictObject({
      path: z.string(),
      bytes: z.int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      holds: z.string(),
    }),
  ),
});
export type BinderManifest = z.infer<typeof binderManifestSchema>;
