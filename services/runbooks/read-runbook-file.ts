import { basename } from 'node:path';
import { fail, type Outcome, succeed } from '#core/outcome.ts';
import { explainNotRead } from '../saving/explain-failure.ts';
import { openPlainFile } from '../saving/files.ts';
import { largestRunbook, refuseLarge } from './read-runbook.ts';

/** A file of this computer, by its whole path; of a link, what it leads to. One that is too large is not read. */
export async function readRunbookFile(
  path: string,
): Promise<Outcome<{ readonly name: string; readonly bytes: Uint8Array }>> {
  const name = basename(path);
  try {
    const file = await openPlainFile(path);
    try {
      const { size } = await file.stat();
      return size > largestRunbook ? refuseLarge(name, size) : succeed({ name, bytes: await file.readFile() });
    } finally {
      await file.close();
    }
  } catch (problem) {
    const message = `${path} cannot be read: ${explainNotRead(problem)}.`;
    return fail({
      code: 'file_not_read',
      message,
      hint: 'Nothing was taken in. Give the whole path of a .md, .txt or .docx file.',
    });
  }
}
