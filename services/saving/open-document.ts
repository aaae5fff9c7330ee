import { type Adapter, Low } from 'lowdb';
import { createQueue } from '../queue.ts';

export type Document<Content> = {
  readonly get: () => Content;
  readonly change: (edit: (draft: Content) => void) => Promise<void>;
};

/** One small whole document through lowdb. Changes queue; nobody sees a value that is not on disk. */
export async function openDocument<Content>(adapter: Adapter<Content>, empty: Content): Promise<Document<Content>> {
  const low = new Low(adapter, empty);
  await low.read(); // the adapter throws on damage; null means there is no file yet
  let saved = low.data;
  const enqueue = createQueue();

  async function save(edit: (draft: Content) => void): Promise<void> {
    const draft = structuredClone(saved);
    edit(draft);
    low.data = draft;
    await low.write();
    saved = draft;
  }
  return { get: () => saved, change: (edit) => enqueue(() => save(edit)) };
}
