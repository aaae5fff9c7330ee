import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Organisation } from '#core/exercise/setup.ts';
import { buildDefaultPlan } from '#core/plan/default-plan.ts';
import { type Plan, planSchema } from '#core/plan/plan.ts';
import type { Scenario } from '#core/scenario/schema.ts';
import { ownZone } from '../own-zone.ts';
import { createDocumentAdapter } from '../saving/document-adapter.ts';
import { parseDocument } from '../saving/document-format.ts';
import { readIfThere } from '../saving/files.ts';
import { type Document, openDocument } from '../saving/open-document.ts';
import type { Workspace } from '../saving/workspace.ts';

const heldSchema = z.strictObject({ plan: planSchema.nullable() });
type Held = Document<z.infer<typeof heldSchema>>;

function planPath({ folder }: Workspace, script: string): string {
  return join(folder, 'plans', `${script}.json`);
}

/** The saved plan, or null, for whoever does not hold the workspace: nothing there is touched. Throws where it is damaged. */
export async function readSavedPlan(workspace: Workspace, script: string): Promise<Plan | null> {
  const path = planPath(workspace, script);
  const bytes = await readIfThere(path);
  if (bytes === null) return null;
  const held = parseDocument(path, bytes, heldSchema);
  if (!held) throw new Error(`${path} is damaged; it was left as it is`);
  return held.value.plan;
}

/** One plan for each script, saved as it is typed. */
export function createPlans(workspace: Workspace, tell: (notice: string) => void) {
  const opened = new Map<string, Promise<Held>>();
  const pathOf = (script: string) => planPath(workspace, script);

  function open(script: string): Promise<Held> {
    const known = opened.get(script);
    if (known) return known;
    const { quarantineFolder } = workspace;
    const about = { path: pathOf(script), schema: heldSchema, quarantineFolder, beginsAnew: true };
    const adapter = createDocumentAdapter({ ...about, tell });
    const document = openDocument(adapter, { plan: null });
    opened.set(script, document);
    document.catch(() => opened.delete(script)); // whoever asked is told; the next one tries again
    return document;
  }

  /** As it stands in another plan of one's own: nobody types it four times. */
  async function findOrganisation(): Promise<Organisation | undefined> {
    const names = await readdir(join(workspace.folder, 'plans')).catch((): string[] => []);
    for (const name of names.filter((file) => /^[^.]+\.json$/.test(file))) {
      const held = await open(name.slice(0, -'.json'.length)).catch(() => null); // told to whoever opens that plan
      const plan = held?.get().plan;
      if (plan && !plan.sample) return plan.organisation;
    }
    return undefined;
  }

  return {
    /** The saved plan, else one with every default filled in. */
    load: async (script: string, scenario: Scenario): Promise<Plan> =>
      (await open(script)).get().plan ??
      buildDefaultPlan(script, scenario, { organisation: await findOrganisation(), zone: ownZone() }),
    /** The saved plan, or null. */
    find: async (script: string): Promise<Plan | null> => (await open(script)).get().plan,
    save: async (plan: Plan): Promise<void> =>
      (await open(plan.script)).change((draft) => {
        draft.plan = plan;
      }),
    isPlanned: (script: string): Promise<boolean> =>
      access(pathOf(script)).then(
        () => true,
        () => false,
      ),
  };
}

export type Plans = ReturnType<typeof createPlans>;
