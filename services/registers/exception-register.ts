import { type Entry, type ExceptionRegister, exceptionRegisterSchema } from '#core/exceptions/decision.ts';
import { createQueue } from '../queue.ts';
import { createDocumentAdapter } from '../saving/document-adapter.ts';
import { parseDocument } from '../saving/document-format.ts';
import { type Disk, readIfThere, realDisk } from '../saving/files.ts';
import { type Document, openDocument } from '../saving/open-document.ts';
import type { Workspace } from '../saving/workspace.ts';

/** Decisions on exceptions; the exceptions themselves are in the files of the months. */
export async function openExceptionRegister(
  { registerPath, quarantineFolder }: Workspace,
  tell: (notice: string) => void,
  disk: Disk = realDisk,
): Promise<Document<ExceptionRegister>> {
  const path = registerPath('exceptions');
  const adapter = createDocumentAdapter({ path, schema: exceptionRegisterSchema, quarantineFolder, disk, tell });
  return openDocument(adapter, { entries: [] });
}

/** What was decided, for whoever does not hold the workspace. Throws where the register is damaged. */
export async function readExceptionEntries({
  registerPath,
}: Pick<Workspace, 'registerPath'>): Promise<readonly Entry[]> {
  const path = registerPath('exceptions');
  const bytes = await readIfThere(path);
  if (bytes === null) return [];
  const register = parseDocument(path, bytes, exceptionRegisterSchema);
  if (!register) throw new Error(`${path} is damaged; it was left as it is`);
  return register.value.entries;
}

/** Opened anew for every change, so one at a time: of two that read the same and save one after the other, the first would be lost. */
const inTurn = createQueue();

export function changeExceptionRegister<Value>(
  workspace: Workspace,
  tell: (notice: string) => void,
  act: (register: Document<ExceptionRegister>) => Promise<Value>,
): Promise<Value> {
  return inTurn(async () => act(await openExceptionRegister(workspace, tell)));
}
