import { z } from 'zod';
import type { ExpiryEvent } from '#core/exceptions/reminder-files.ts';
import { versionOf, type WrittenEvent } from '../exceptions/write-expiries.ts';
import { createQueue } from '../queue.ts';
import { createDocumentAdapter } from '../saving/document-adapter.ts';
import { openDocument } from '../saving/open-document.ts';
import type { Workspace } from '../saving/workspace.ts';

/** By exception, the version of its entry that was written last: calendars take a change only with a higher number. */
const registerSchema = z.strictObject({
  events: z.record(
    z.string(),
    z.strictObject({ sequence: z.int().min(0), changed_on: z.iso.date(), sha256: z.string() }),
  ),
});

/** Opened anew for every change, so one at a time. */
const inTurn = createQueue();

/** The entries with their versions, those that say something else now with the next one. */
export function numberEvents(
  workspace: Pick<Workspace, 'registerPath' | 'quarantineFolder'>,
  events: readonly ExpiryEvent[],
  today: string,
  tell: (notice: string) => void,
): Promise<readonly (ExpiryEvent & { readonly version: WrittenEvent })[]> {
  return inTurn(async () => {
    const path = workspace.registerPath('exception-calendar');
    const about = { path, schema: registerSchema, quarantineFolder: workspace.quarantineFolder, tell };
    const register = await openDocument(createDocumentAdapter(about), { events: {} });
    const known = new Map(Object.entries(register.get().events));
    const numbered = events.map((event) => ({ ...event, version: versionOf(event, known.get(event.key), today) }));
    const isNew = numbered.some(({ key, version }) => known.get(key)?.sequence !== version.sequence);
    if (isNew)
      await register.change((draft) => {
        draft.events = Object.fromEntries([...known, ...numbered.map(({ key, version }) => [key, version] as const)]);
      });
    return numbered;
  });
}
