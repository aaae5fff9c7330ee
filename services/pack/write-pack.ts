import type { Outcome } from '#core/outcome.ts';
import type { Pack } from '#core/pack/pack.ts';
import { buildPackDocuments } from '#core/pack/pack-documents.ts';
import type { PaperSize } from '#core/scenario/vocabulary.ts';
import { writeWord } from '../documents/write-word.ts';
import { stageDocuments } from '../export/stage-documents.ts';
import { type Disk, realDisk } from '../saving/files.ts';
import { invitationName, writeInvitation } from './write-invitation.ts';

type Needs = {
  readonly pack: Pack;
  readonly out: string;
  /** Else what the organisation's documents are set for. */
  readonly paper?: PaperSize | undefined;
  readonly disk?: Disk;
  /** Told after each paper that was composed. */
  readonly progress?: (done: number, total: number) => void;
};

/** Writes every paper of a pack as a Word file, and a calendar file where a day is set: all of them, or what was there before. Gives the names written. */
export async function writePack({
  pack,
  out,
  paper,
  disk = realDisk,
  progress,
}: Needs): Promise<Outcome<readonly string[]>> {
  const papers = buildPackDocuments(pack);
  const size = paper ?? pack.setup.organisation.paper ?? 'a4';
  const files = new Map<string, Uint8Array | string>();
  for (const { name, document } of papers) {
    files.set(`${name}.docx`, await writeWord(document, size));
    progress?.(files.size, papers.length);
  }
  const invitation = writeInvitation(pack);
  if (invitation !== null) files.set(invitationName, invitation);
  const staged = await stageDocuments(disk, out, files);
  return staged.ok ? staged.value.put() : staged;
}
