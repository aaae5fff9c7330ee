import { z } from 'zod';
import { type FileKind, fileKinds } from '#core/scorecard/files/file-kinds.ts';
import { type HowRead, plainHead } from '#core/scorecard/files/read-header.ts';
import { mappingSchema, ordersSchema } from '#core/scorecard/how-read.ts';
import { createQueue } from '../queue.ts';
import { createDocumentAdapter } from '../saving/document-adapter.ts';
import { parseDocument } from '../saving/document-format.ts';
import { readIfThere } from '../saving/files.ts';
import { openDocument } from '../saving/open-document.ts';
import type { Workspace } from '../saving/workspace.ts';

const rememberedSchema = z.strictObject({
  kind: z.enum(fileKinds),
  /** Of the file, in their order, as they are compared. */
  heads: z.array(z.string()),
  mapping: mappingSchema,
  orders: ordersSchema,
});
export type Remembered = z.infer<typeof rememberedSchema>;

const registerSchema = z.strictObject({ mappings: z.array(rememberedSchema) });
const mostRemembered = 200;
type Tell = (notice: string) => void;

function openRegister({ registerPath, quarantineFolder }: Workspace, tell: Tell) {
  const path = registerPath('scorecard-mappings');
  const about = { path, schema: registerSchema, quarantineFolder, beginsAnew: true, tell };
  return openDocument(createDocumentAdapter(about), { mappings: [] });
}

/** How columns and days of files were read, by their heads. */
export async function readMappings(workspace: Workspace, tell: Tell): Promise<readonly Remembered[]> {
  return (await openRegister(workspace, tell)).get().mappings;
}

/** The same for whoever does not hold the workspace: nothing there is touched. Throws where the register is damaged. */
export async function findMappings({ registerPath }: Workspace): Promise<readonly Remembered[]> {
  const path = registerPath('scorecard-mappings');
  const bytes = await readIfThere(path);
  if (bytes === null) return [];
  const register = parseDocument(path, bytes, registerSchema);
  if (!register) throw new Error(`${path} is damaged; it was left as it is`);
  return register.value.mappings;
}

/** Opened anew for every change, so one at a time: of two that read the same and save one after the other, the first would be lost. */
const inTurn = createQueue();

/** Forgotten again where nothing has to be said of a file with these heads. */
export function rememberMapping(workspace: Workspace, one: Remembered, tell: Tell): Promise<void> {
  return inTurn(() => keepMapping(workspace, one, tell));
}

async function keepMapping(workspace: Workspace, one: Remembered, tell: Tell): Promise<void> {
  const { kind, heads, mapping, orders } = one;
  const register = await openRegister(workspace, tell);
  const known = register.get().mappings;
  const others = known.filter((other) => !isSame(other, kind, heads));
  const isNeeded = Object.keys(mapping).length > 0 || Object.keys(orders).length > 0;
  if (!isNeeded && others.length === known.length) return;
  const told = { kind, heads: heads.map(plainHead), mapping, orders };
  await register.change((draft) => {
    draft.mappings = (isNeeded ? [told, ...others] : others).slice(0, mostRemembered);
  });
}

export function findRemembered(known: readonly Remembered[], kind: FileKind, heads: readonly string[]): HowRead | null {
  const found = known.find((one) => isSame(one, kind, heads));
  return found ? { mapping: found.mapping, orders: found.orders } : null;
}

function isSame(one: Remembered, kind: FileKind, heads: readonly string[]): boolean {
  return (
    one.kind === kind &&
    one.heads.length === heads.length &&
    one.heads.every((head, at) => head === plainHead(heads[at] ?? ''))
  );
}
