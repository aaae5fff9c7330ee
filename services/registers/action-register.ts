import { z } from 'zod';
import { type RegisteredAction, registeredActionSchema, toPreviousAction } from '#core/actions/registered-action.ts';
import type { PreviousAction } from '#core/exercise/setup.ts';
import { createQueue } from '../queue.ts';
import { createDocumentAdapter } from '../saving/document-adapter.ts';
import { parseDocument } from '../saving/document-format.ts';
import { type Disk, readIfThere, realDisk } from '../saving/files.ts';
import { type Document, openDocument } from '../saving/open-document.ts';
import type { Workspace } from '../saving/workspace.ts';

/** 2: every column of spec.md C.7, and what the register itself was told. The first version is read as it stands. */
const format = 2;
const registerSchema = z.strictObject({
  actions: z.array(registeredActionSchema),
  given: z.record(z.string(), z.int()),
  /** Names of owners of whom somebody said that they are gone. */
  left: z.array(z.string()).default([]),
});

export type ActionRegister = Document<z.infer<typeof registerSchema>>;

/** Sample exercises see and write a register of samples only. Source: definitions.md, "Workspace". */
export async function openActionRegister(
  { registerPath, quarantineFolder }: Workspace,
  isSample: boolean,
  tell: (notice: string) => void,
  disk: Disk = realDisk,
): Promise<ActionRegister> {
  const path = pathOf(registerPath, isSample);
  const adapter = createDocumentAdapter({ path, schema: registerSchema, format, quarantineFolder, disk, tell });
  return openDocument(adapter, { actions: [], given: {}, left: [] });
}

/** Opened anew for every change, so one at a time: of two that read the same and save one after the other, the first would be lost. */
const inTurn = createQueue();

export function changeRegister<Value>(
  workspace: Workspace,
  isSample: boolean,
  tell: (notice: string) => void,
  act: (register: ActionRegister) => Promise<Value>,
): Promise<Value> {
  return inTurn(async () => act(await openActionRegister(workspace, isSample, tell)));
}

/** Hands out `AI-2026Q4-007`, `-008` … from where the register stands; they are used once the register is changed. */
export function reserveIds(register: ActionRegister, year: string, quarter: string) {
  const prefix = `${year}${quarter}`;
  let last = register.get().given[prefix] ?? 0;
  return {
    next: () => {
      last += 1;
      return `AI-${prefix}-${String(last).padStart(3, '0')}`;
    },
    /** Ids that a journal gave count as given, also where the register was not saved in time. */
    skipTo: (given: readonly string[]) => {
      const own = given.filter((id) => id.startsWith(`AI-${prefix}-`));
      last = Math.max(last, ...own.map((id) => Number(id.slice(`AI-${prefix}-`.length))));
    },
    keep: (draft: z.infer<typeof registerSchema>) => {
      draft.given[prefix] = last;
    },
  };
}

/** The actions of one exercise as they stand now: the snapshot the next one starts with. */
export function listActionsOf(register: Pick<ActionRegister, 'get'>, exercise: string): PreviousAction[] {
  return listOf(register.get().actions, exercise);
}

function listOf(actions: readonly RegisteredAction[], exercise: string): PreviousAction[] {
  return actions.filter((action) => action.exercise === exercise).map(toPreviousAction);
}

/** The same for whoever does not hold the workspace: nothing there is touched. Throws where the register is damaged. */
export async function readActionsOf(
  workspace: Workspace,
  isSample: boolean,
  exercise: string,
): Promise<PreviousAction[]> {
  return listOf(await readActions(workspace, isSample), exercise);
}

/** Every action of the register, for whoever does not hold the workspace. Throws where it is damaged. */
export async function readActions(
  { registerPath }: Pick<Workspace, 'registerPath'>,
  isSample: boolean,
): Promise<readonly RegisteredAction[]> {
  const path = pathOf(registerPath, isSample);
  const bytes = await readIfThere(path);
  if (bytes === null) return [];
  const register = parseDocument(path, bytes, registerSchema, format);
  if (!register) throw new Error(`${path} is damaged; it was left as it is`);
  return register.value.actions;
}

function pathOf(registerPath: Workspace['registerPath'], isSample: boolean): string {
  return registerPath(isSample ? 'action-items.samples' : 'action-items');
}
