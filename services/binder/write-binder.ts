import { basename, dirname } from 'node:path';
import type { ExerciseState } from '#core/exercise/state.ts';
import { fail, type Outcome } from '#core/outcome.ts';
import type { Originals } from '#core/runbooks/original.ts';
import { stageDocuments } from '../export/stage-documents.ts';
import { cancelled } from '../export/write-documents.ts';
import { type Disk, realDisk } from '../saving/files.ts';
import { buildBinder } from './build-binder.ts';

type Needs = {
  readonly state: ExerciseState;
  readonly head: string;
  readonly originals?: Originals;
  readonly folder: string;
  /** The zip itself; its folder is there. */
  readonly out: string;
  readonly pdf: boolean;
  readonly tell?: (notice: string) => void;
  readonly progress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
  readonly disk?: Disk;
};

/** The whole binder, or the one that was there before. Gives its name. */
export async function writeBinder(needs: Needs): Promise<Outcome<readonly string[]>> {
  const { out, disk = realDisk, tell = () => {}, progress = () => {}, signal = new AbortController().signal } = needs;
  const built = await buildBinder({ ...needs, tell, progress, signal });
  if (!built.ok) return built;
  const staged = await stageDocuments(disk, dirname(out), new Map([[basename(out), built.value]]));
  if (!staged.ok) return staged;
  if (!signal.aborted) return staged.value.put();
  await staged.value.discard();
  return fail(cancelled);
}
