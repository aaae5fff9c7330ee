import type { SavedEvent } from '#core/exercise/events.ts';
import { readEvent } from './journal-format.ts';
import { type JournalWriter, NotSaved } from './journal-writer.ts';

type Waiting = {
  readonly events: readonly SavedEvent[];
  readonly resolve: () => void;
  readonly reject: (problem: unknown) => void;
};

/**
 * What waits while the disk is busy is saved by one sync. Entries are saved in the order given: when one is not, whatever
 * waits behind it is not either, because it was decided on top of it.
 */
export function createGroupCommit(
  writer: Pick<JournalWriter, 'append' | 'head'>,
  savedCount: number,
  saved: (mark: { readonly seq: number; readonly h: string }) => void,
) {
  let waiting: Waiting[] = [];
  let savedSeq = savedCount;
  let queuedSeq = savedCount;
  let draining: Promise<void> | null = null;
  let trouble: string | null = null;

  function append(events: readonly SavedEvent[]): Promise<void> {
    const problem = findUnreadable(events, queuedSeq);
    if (problem !== null) return Promise.reject(new NotSaved(problem));
    if (events.length === 0) return Promise.resolve();
    queuedSeq += events.length;
    const turn = new Promise<void>((resolve, reject) => {
      waiting.push({ events, resolve, reject });
    });
    draining ??= drain();
    return turn;
  }

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await commit(batch);
    }
    draining = null;
  }

  async function commit(batch: readonly Waiting[]): Promise<void> {
    const events = batch.flatMap((entry) => entry.events);
    try {
      await writer.append(events);
    } catch (problem) {
      trouble = problem instanceof Error ? problem.message : String(problem);
      const lost = [...batch, ...waiting];
      waiting = [];
      queuedSeq = savedSeq;
      for (const { reject } of lost) reject(problem);
      return;
    }
    trouble = null;
    savedSeq += events.length;
    saved({ seq: savedSeq, h: writer.head() });
    for (const { resolve } of batch) resolve();
  }

  return { append, trouble: () => trouble, finish: async () => draining };
}

/** What could not be read again must never be shown as saved. */
function findUnreadable(events: readonly SavedEvent[], lastSeq: number): string | null {
  for (const [index, event] of events.entries()) {
    const expected = lastSeq + 1 + index;
    if (event.seq !== expected) return `Entry ${event.seq} was given where entry ${expected} is next.`;
    if (!Number.isFinite(event.m) || readEvent(event) === null)
      return `Entry ${event.seq} (${event.type}) does not have the shape of such an entry.`;
  }
  return null;
}
