import { dirname, extname, join } from 'node:path';
import type { AttachmentPlace } from '#core/exercise/views/showings.ts';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import type { Scenario } from '#core/scenario/schema.ts';
import { type Disk, makeFolderWithin, readFileOnly, syncFolder, writeNewFile } from '../saving/files.ts';
import { findAttachmentFile } from '../scenario/find-attachments.ts';
import { type ReadAttachment, readAttachmentFile, readAttachmentText } from '../scenario/read-attachment.ts';

/** In the folder of an exercise: the files attached to its script, as they were when it was made. */
export const attachmentsFolder = 'attachments';

type Needs = { readonly scenario: Scenario; readonly scriptFile: string; readonly folder: string; readonly disk: Disk };

/** Copies what lies beside the script into the exercise, which then needs nothing of the place it came from. */
export async function keepAttachments({ scenario, scriptFile, folder, disk }: Needs): Promise<Outcome<null>> {
  const files = listFiles(scenario);
  if (files.length === 0) return succeed(null);
  const own = join(folder, attachmentsFolder);
  await makeFolderWithin(own, disk);
  for (const { place, file, name } of files) {
    const found = findAttachmentFile(file, name, dirname(scriptFile));
    const bytes = 'path' in found ? await readFileOnly(found.path).catch(() => null) : null;
    if (bytes === null) return fail(gone(name));
    await writeNewFile(disk, join(own, nameOf(scenario, place, file)), bytes);
  }
  await syncFolder(disk, own);
  return succeed(null);
}

/** One attachment of an exercise, from its script as played or from its own folder, whatever has become of it. */
export async function readKeptAttachment(
  folder: string,
  scenario: Scenario,
  place: AttachmentPlace,
): Promise<ReadAttachment> {
  const found = scenario.injects.find(({ id }) => id === place.inject)?.attachments[place.attachment - 1];
  if (!found) return { content: { is: 'none' }, image: null, problem: 'does not exist', remark: null };
  const { kind, text, file } = found;
  if (file === undefined || text !== undefined) return readAttachmentText(kind, text ?? '');
  return readAttachmentFile(kind, join(folder, attachmentsFolder, nameOf(scenario, place, file)));
}

function listFiles({ injects }: Scenario) {
  return injects.flatMap(({ id: inject, attachments }) =>
    attachments.flatMap(({ file, name, text }, n) =>
      file === undefined || text !== undefined ? [] : [{ place: { inject, attachment: n + 1 }, file, name }],
    ),
  );
}

/** `12-1.png`, the first file of the twelfth inject: the author's own name may be none that every system takes. */
function nameOf({ injects }: Scenario, { inject, attachment }: AttachmentPlace, file: string): string {
  const ending = /^\.[a-z0-9]{1,8}$/i.exec(extname(file))?.[0] ?? '';
  return `${injects.findIndex(({ id }) => id === inject) + 1}-${attachment}${ending}`;
}

function gone(name: string) {
  return {
    code: 'attachment_gone',
    message: `The file attached as ${name} cannot be read any more, so the exercise was not begun.`,
    hint: 'Look at the findings of the script, put the file back, and start again.',
  };
}
