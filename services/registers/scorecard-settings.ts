import { z } from 'zod';
import { type Settings, settingsSchema, usualSettings } from '#core/scorecard/settings.ts';
import { ownZone } from '../own-zone.ts';
import { createQueue } from '../queue.ts';
import { createDocumentAdapter } from '../saving/document-adapter.ts';
import { parseDocument } from '../saving/document-format.ts';
import { readIfThere } from '../saving/files.ts';
import { openDocument } from '../saving/open-document.ts';
import type { Workspace } from '../saving/workspace.ts';

/** Every version there was, the newest first: a published month names the one it was counted by. */
const registerSchema = z.strictObject({
  versions: z.array(z.strictObject({ changed_at: z.string(), settings: settingsSchema })),
});
type Versions = z.infer<typeof registerSchema>['versions'];

export type KeptSettings = {
  /** What months are counted by now. */
  readonly settings: Settings;
  /** The newest first; empty while nobody has changed anything. */
  readonly versions: Versions;
};

type Tell = (notice: string) => void;

function openRegister({ registerPath, quarantineFolder }: Workspace, tell: Tell) {
  const about = { path: registerPath('scorecard-settings'), schema: registerSchema, quarantineFolder, tell };
  return openDocument(createDocumentAdapter(about), { versions: [] });
}

export async function readScorecardSettings(workspace: Workspace, tell: Tell): Promise<KeptSettings> {
  const { versions } = (await openRegister(workspace, tell)).get();
  return { settings: currentOf(versions), versions };
}

/** The same for whoever does not hold the workspace: nothing there is touched. Throws where the register is damaged. */
export async function findScorecardSettings({ registerPath }: Workspace): Promise<Settings> {
  const path = registerPath('scorecard-settings');
  const bytes = await readIfThere(path);
  if (bytes === null) return currentOf([]);
  const register = parseDocument(path, bytes, registerSchema);
  if (!register) throw new Error(`${path} is damaged; it was left as it is`);
  return currentOf(register.value.versions);
}

/** Until somebody says so, the time zone is that of this computer. */
const currentOf = (versions: Versions): Settings => versions[0]?.settings ?? { ...usualSettings, timezone: ownZone() };

const inTurn = createQueue();

/** The next version, whatever number was typed; the same settings again are no version. */
export function saveScorecardSettings(
  workspace: Workspace,
  settings: Settings,
  changedAt: string,
  tell: Tell,
): Promise<KeptSettings> {
  return inTurn(async () => {
    const register = await openRegister(workspace, tell);
    const current = currentOf(register.get().versions);
    if (!isSame(settings, current)) {
      const next = { ...settings, version: current.version + 1 };
      await register.change((draft) => void draft.versions.unshift({ changed_at: changedAt, settings: next }));
    }
    const { versions } = register.get();
    return { settings: currentOf(versions), versions };
  });
}

function isSame(one: Settings, other: Settings): boolean {
  const inOrder = (settings: Settings) => JSON.stringify(settingsSchema.parse({ ...settings, version: 1 }));
  return inOrder(one) === inOrder(other);
}
