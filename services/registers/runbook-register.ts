import { type RunbookRegister, runbookRegisterSchema } from '#core/runbooks/register.ts';
import { createQueue } from '../queue.ts';
import { createDocumentAdapter } from '../saving/document-adapter.ts';
import { parseDocument } from '../saving/document-format.ts';
import { type Disk, readIfThere, realDisk } from '../saving/files.ts';
import { type Document, openDocument } from '../saving/open-document.ts';
import type { Workspace } from '../saving/workspace.ts';

const empty: RunbookRegister = { runbooks: [], decisions: [] };

/** Sample exercises see and write a register of samples only. Source: definitions.md, "Workspace". */
export async function openRunbookRegister(
  { registerPath, quarantineFolder }: Workspace,
  isSample: boolean,
  tell: (notice: string) => void,
  disk: Disk = realDisk,
): Promise<Document<RunbookRegister>> {
  const path = pathOf(registerPath, isSample);
  return openDocument(
    createDocumentAdapter({ path, schema: runbookRegisterSchema, quarantineFolder, disk, tell }),
    empty,
  );
}

/** Opened anew for every change, so one at a time: of two that read the same and save one after the other, the first would be lost. */
const inTurn = createQueue();

export function changeRunbookRegister<Value>(
  workspace: Workspace,
  isSample: boolean,
  tell: (notice: string) => void,
  act: (register: Document<RunbookRegister>) => Promise<Value>,
): Promise<Value> {
  return inTurn(async () => act(await openRunbookRegister(workspace, isSample, tell)));
}

/** For whoever does not hold the workspace: nothing there is touched. Throws where the register is damaged. */
export async function readRunbookRegister({ registerPath }: Workspace, isSample: boolean): Promise<RunbookRegister> {
  const path = pathOf(registerPath, isSample);
  const bytes = await readIfThere(path);
  if (bytes === null) return empty;
  const register = parseDocument(path, bytes, runbookRegisterSchema);
  if (!register) throw new Error(`${path} is damaged; it was left as it is`);
  return register.value;
}

function pathOf(registerPath: Workspace['registerPath'], isSample: boolean): string {
  return registerPath(isSample ? 'runbooks.samples' : 'runbooks');
}
