import { join } from 'node:path';
import { z } from 'zod';
import { createDocumentAdapter } from '../saving/document-adapter.ts';
import { type Document, openDocument } from '../saving/open-document.ts';
import type { Workspace } from '../saving/workspace.ts';

const schema = z.strictObject({ tour_shown: z.boolean() });

/** Whether this workspace's user was shown the tour: once by itself, never again. */
export function createTour({ folder, quarantineFolder }: Workspace, tell: (notice: string) => void) {
  const about = {
    path: join(folder, 'settings.json'),
    schema,
    quarantineFolder,
    isFolderThere: true,
    beginsAnew: true,
  };
  let opened: Promise<Document<z.infer<typeof schema>>> | null = null;
  let wasShown = false; // also where the disk does not take it
  const open = () => {
    opened ??= openDocument(createDocumentAdapter({ ...about, tell }), { tour_shown: false });
    opened.catch(() => {
      opened = null; // the next one tries again
    });
    return opened;
  };
  return {
    /** Where that cannot be read the tour waits until it is asked for. */
    isNew: (): Promise<boolean> =>
      open().then(
        (document) => !wasShown && !document.get().tour_shown,
        () => false,
      ),
    shown: async (): Promise<void> => {
      wasShown = true;
      await (await open()).change((draft) => {
        draft.tour_shown = true;
      });
    },
  };
}

export type Tour = ReturnType<typeof createTour>;
