import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Outcome } from '#core/outcome.ts';
import { type Around, type CheckedBackup, withBackup } from './check-backup.ts';
import { refusing } from './refused.ts';
import { tellDamage } from './tell-damage.ts';

export type InspectedBackup = {
  readonly made: string;
  readonly files: number;
  readonly bytes: number;
  readonly exercises: readonly string[];
  readonly notices: readonly string[];
};

/** What a check of a chain reads. */
const chained = /^exercises\/([^/.][^/]*)\/(journal-\d{4}\.jsonl|anchor(\.prev)?\.json|script\.yaml)$/;

/** Everything a restore checks, and the chain of every journal, without restoring. */
export function inspectBackup(file: string, around: Around = {}): Promise<Outcome<InspectedBackup>> {
  return refusing(() =>
    withBackup(file, around, async (backup) => {
      const { manifest, bytes } = backup;
      const names = manifest.files.flatMap(({ path }) => chained.exec(path)?.[1] ?? []);
      const exercises = [...new Set(names)].sort();
      const notices: string[] = [];
      for (const exercise of exercises) notices.push(...(await inspectExercise(backup, exercise)));
      return { made: manifest.made, files: manifest.files.length, bytes, exercises, notices };
    }),
  );
}

/** A chain is read from files: one exercise at a time, for this user only, and gone again. */
async function inspectExercise({ manifest, read }: CheckedBackup, exercise: string): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-check-'));
  try {
    for (const listed of manifest.files.filter(({ path }) => chained.exec(path)?.[1] === exercise)) {
      const path = join(folder, listed.path);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await pipeline(read(listed), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    }
    return await tellDamage(folder, [exercise]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
