import { z } from 'zod';
import type { PreviousAction } from '#core/exercise/setup.ts';
import { actionStatuses } from '#core/scenario/vocabulary.ts';
import { createDocumentAdapter, parseDocument } from '../saving/document-adapter.ts';
import { type Disk, readIfThere, realDisk } from '../saving/files.ts';
import { type Document, openDocument } from '../saving/open-document.ts';
import type { Workspace } from '../saving/workspace.ts';

const entrySchema = z.strictObject({
  register_id: z.string(),
  /** `<exercise>/<AI-n>`: where it was agreed. */
  origin: z.string(),
  exercise: z.string(),
  title: z.string(),
  gap: z.string().optional(),
  /** The key of repeat gaps: the same capability and condition in a later exercise. Source: spec.md C.7. */
  capability: z.string().optional(),
  condition: z.string().optional(),
  severity: z.string().optional(),
  owner_role: z.string().optional(),
  owner_name: z.string().optional(),
  due_on: z.string().optional(),
  status: z.enum(actionStatuses),
  evidence: z.string().optional(),
  verified_by: z.string().optional(),
  verified_on: z.string().optional(),
  /** By which exercise the status was told last, and when: older news does not come back. */
  told: z.strictObject({ exercise: z.string(), t: z.string() }).optional(),
});
const registerSchema = z.strictObject({ actions: z.array(entrySchema), given: z.record(z.string(), z.int()) });

export type RegisteredAction = z.infer<typeof entrySchema>;
export type ActionRegister = Document<z.infer<typeof registerSchema>>;

/** Sample exercises see and write a register of samples only. Source: definitions.md, "Workspace". */
export async function openActionRegister(
  { registerPath, quarantineFolder }: Workspace,
  isSample: boolean,
  tell: (notice: string) => void,
  disk: Disk = realDisk,
): Promise<ActionRegister> {
  const path = pathOf(registerPath, isSample);
  const adapter = createDocumentAdapter({ path, schema: registerSchema, quarantineFolder, disk, tell });
  return openDocument(adapter, { actions: [], given: {} });
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
  return register
    .get()
    .actions.filter((action) => action.exercise === exercise)
    .map(({ origin, exercise: _, gap: __, evidence: ___, told: ____, ...rest }) => ({ id: origin, ...rest }));
}

/** The same for whoever does not hold the workspace: nothing there is touched. Throws where the register is damaged. */
export async function readActionsOf(
  { registerPath }: Workspace,
  isSample: boolean,
  exercise: string,
): Promise<PreviousAction[]> {
  const path = pathOf(registerPath, isSample);
  const bytes = await readIfThere(path);
  if (bytes === null) return [];
  const register = parseDocument(path, bytes, registerSchema);
  if (!register) throw new Error(`${path} is damaged; it was left as it is`);
  return listActionsOf({ get: () => register.value }, exercise);
}

function pathOf(registerPath: Workspace['registerPath'], isSample: boolean): string {
  return registerPath(isSample ? 'action-items.samples' : 'action-items');
}
