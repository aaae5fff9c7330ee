import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { createDocumentAdapter } from './document-adapter.ts';
import type { Damage, ReadJournal } from './read-journal.ts';

const anchorSchema = z.strictObject({ seq: z.int().positive(), h: z.string() });
type Mark = z.infer<typeof anchorSchema>;

export type Anchor = {
  /** Stored soon after, never before the journal itself; several moves in a row are stored once. */
  readonly move: (mark: Mark) => void;
  readonly flush: () => Promise<void>;
  /** A chain cannot see that whole last lines are gone; the anchor can. */
  readonly compare: (read: ReadJournal) => Damage | null;
};

export async function openAnchor(folder: string): Promise<Anchor> {
  const path = join(folder, 'anchor.json');
  const adapter = createDocumentAdapter({ path, schema: anchorSchema, quarantineFolder: join(folder, 'quarantine') });
  const stored = await readAnchor(folder);
  let wanted: Mark | null = null;
  let storing: Promise<void> = Promise.resolve();

  function move(mark: Mark): void {
    const isStoring = wanted !== null;
    wanted = mark;
    if (!isStoring) storing = storing.then(store, store);
  }

  async function store(): Promise<void> {
    const mark = wanted;
    wanted = null;
    // An anchor that cannot be stored leaves the journal itself untouched; the next one is tried again.
    if (mark) await adapter.write(mark).catch(() => {});
  }

  return { move, flush: () => storing.then(store), compare: (read) => compareWithAnchor(stored, read) };
}

/** Reads without mending: for `verify`, which writes nothing. An anchor that cannot be read vouches for nothing. */
export async function readAnchor(folder: string): Promise<Mark | null> {
  const text = await readFile(join(folder, 'anchor.json'), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return z.looseObject({ content: anchorSchema }).parse(JSON.parse(text)).content;
  } catch {
    return null;
  }
}

export function compareWithAnchor(stored: Mark | null, { events, segments, damage }: ReadJournal): Damage | null {
  if (!stored || damage.length > 0) return null;
  const last = events.at(-1);
  if (last && last.seq >= stored.seq) return null;
  return {
    file: segments.at(-1) ?? 'journal-0001.jsonl',
    line: events.length + 2,
    time: last?.t ?? null,
    kind: 'behind_anchor',
  };
}
