import { join } from 'node:path';
import { z } from 'zod';
import { type Theme, themes } from '#contract/console.ts';
import { createDocumentAdapter } from '../saving/document-adapter.ts';
import { type Document, openDocument } from '../saving/open-document.ts';
import type { Workspace } from '../saving/workspace.ts';

const schema = z.strictObject({ tour_shown: z.boolean(), theme: z.enum(themes).optional() });

/** What this workspace's user was shown and has chosen, kept for the next start. */
export function createSettings({ folder, quarantineFolder }: Workspace) {
  const found: string[] = []; // a page is drawn before a window of it could listen
  const about = {
    path: join(folder, 'settings.json'),
    schema,
    quarantineFolder,
    isFolderThere: true,
    beginsAnew: true,
  };
  let opened: Promise<Document<z.infer<typeof schema>>> | null = null;
  let now: Partial<z.infer<typeof schema>> = {}; // also where the disk does not take it
  const open = () => {
    opened ??= openDocument(createDocumentAdapter({ ...about, tell: (notice) => found.push(notice) }), {
      tour_shown: false,
    });
    opened.catch(() => {
      opened = null; // the next one tries again
    });
    return opened;
  };
  const keep = async (part: typeof now): Promise<void> => {
    now = { ...now, ...part };
    await (await open()).change((draft) => void Object.assign(draft, part));
  };
  return {
    /** What the user should know of these settings, once. */
    takeNotices: (): readonly string[] => found.splice(0),
    /** Shown once by itself, never again. Where that cannot be read the tour waits until it is asked for. */
    isTourNew: (): Promise<boolean> =>
      open().then(
        (document) => !now.tour_shown && !document.get().tour_shown,
        () => false,
      ),
    tourShown: () => keep({ tour_shown: true }),
    /** null: nobody has chosen one, or that cannot be read. */
    theme: (): Promise<Theme | null> =>
      open().then(
        (document) => now.theme ?? document.get().theme ?? null,
        () => now.theme ?? null,
      ),
    keepTheme: (theme: Theme) => keep({ theme }),
  };
}

export type Settings = ReturnType<typeof createSettings>;
