import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers';
import { z } from 'zod';
import type { Damage } from './damage.ts';
import { createDocumentAdapter } from './document-adapter.ts';
import { NewerDocument, parseDocument } from './document-format.ts';
import { type Disk, readPlainFile } from './files.ts';
import type { ReadJournal } from './read-journal.ts';

const anchorSchema = z.strictObject({ seq: z.int().positive(), h: z.string() });
type Mark = z.infer<typeof anchorSchema>;

const storeAfterMs = 1_000;
const newerAnchor: Damage = { file: 'anchor.json', line: 1, time: null, kind: 'newer_version' };
const changedAnchor: Damage = { ...newerAnchor, kind: 'changed' };

export type Anchor = {
  /**
   * Stored within a second, never before the journal itself; several moves are stored as the last of them. After a crash
   * the anchor may therefore be a second old: whole lines removed from that last second are not noticed.
   */
  readonly move: (mark: Mark) => void;
  readonly flush: () => Promise<void>;
  readonly compare: (read: ReadJournal) => Damage | null;
};

type Needs = { readonly folder: string; readonly disk: Disk; readonly tell: (notice: string) => void };

/** A chain cannot see that whole last lines are gone; the anchor can. */
export async function openAnchor({ folder, disk, tell }: Needs): Promise<Anchor> {
  const path = join(folder, 'anchor.json');
  const quarantineFolder = join(folder, 'quarantine');
  const adapter = createDocumentAdapter({
    path,
    schema: anchorSchema,
    quarantineFolder,
    disk,
    isFolderThere: true,
    tell,
  });
  let isNewer = false;
  const stored = await adapter.read().catch((problem: unknown) => {
    if (problem instanceof NewerDocument) isNewer = true;
    else
      tell(
        `${problem instanceof Error ? problem.message : problem} Whether whole last lines of the journal are gone cannot be seen.`,
      );
    return null;
  });
  let known = stored?.seq ?? 0;
  let wanted: Mark | null = null;
  let timer: NodeJS.Timeout | null = null;
  let storing: Promise<void> = Promise.resolve();

  function move(mark: Mark): void {
    if (mark.seq <= known) return;
    known = mark.seq;
    wanted = mark;
    timer ??= setTimeout(flush, storeAfterMs).unref();
  }

  function flush(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    storing = storing.then(store);
    return storing;
  }

  /** An anchor that cannot be stored leaves the journal as good as it was; the next one is tried again. */
  async function store(): Promise<void> {
    const mark = wanted;
    wanted = null;
    if (mark)
      await adapter.write(mark).catch((problem: Error) => tell(`${problem.message} The entries themselves are saved.`));
  }

  return { move, flush, compare: (read) => (isNewer ? newerAnchor : compareWithAnchor(stored, read)) };
}

/** Sets the anchor, also back: where a journal goes on before what it once reached. */
export async function storeAnchor({ folder, disk }: Pick<Needs, 'folder' | 'disk'>, mark: Mark): Promise<void> {
  const path = join(folder, 'anchor.json');
  const quarantineFolder = join(folder, 'quarantine');
  const about = { path, schema: anchorSchema, quarantineFolder, disk, isFolderThere: true };
  await createDocumentAdapter({ ...about, tell: () => {} }).write(mark);
}

/** What an anchor says. `damage`: of itself; one that is damaged falls back to the one before it. */
export type ReadAnchor = { readonly mark: Mark | null; readonly damage: readonly Damage[] };

/**
 * Reads without mending: for whoever writes nothing. Read before the journal it belongs to: that may grow meanwhile, and is never
 * shorter than what an earlier anchor names.
 */
export async function readAnchor(folder: string): Promise<ReadAnchor> {
  const parse = async (name: string) => {
    const path = join(folder, name);
    const bytes = await readPlainFile(path);
    const isThere = await lstat(path).then(
      () => true,
      () => false,
    );
    return { isThere, parsed: bytes && parseDocument(name, bytes, anchorSchema) };
  };
  try {
    const current = await parse('anchor.json');
    const { parsed } = current.parsed ? current : await parse('anchor.prev.json');
    const isDamaged = current.isThere && !current.parsed;
    return { mark: parsed?.value ?? null, damage: isDamaged ? [changedAnchor] : [] };
  } catch (problem) {
    if (problem instanceof NewerDocument) return { mark: null, damage: [newerAnchor] };
    throw problem;
  }
}

export function compareWithAnchor(mark: Mark | null, read: ReadJournal): Damage | null {
  if (!mark || read.damage.length > 0) return null;
  const { hashes, starts, segments, events, linesOfLast } = read;
  if (hashes.length < mark.seq) {
    const file = segments.at(-1) ?? 'journal-0001.jsonl';
    return { file, line: linesOfLast + 1, time: events.at(-1)?.t ?? null, kind: 'behind_anchor' };
  }
  if (hashes[mark.seq - 1] === mark.h) return null;
  const start = starts.findLast(({ before }) => before < mark.seq);
  const line = mark.seq - (start?.before ?? 0) + 1;
  return { file: start?.file ?? '', line, time: events[mark.seq - 1]?.t ?? null, kind: 'rewritten' };
}
