import type { SavedEvent } from './events.ts';

/** All events in `seq` order. The array is shared between states and only ever grows; `length` is how much a state sees. */
export type Log = { readonly items: SavedEvent[]; readonly length: number };

export const emptyLog = (): Log => ({ items: [], length: 0 });

/** Constant time along one history; a second history that branches off an older state gets an array of its own. */
export function appendToLog({ items, length }: Log, event: SavedEvent): Log {
  const own = items.length === length ? items : items.slice(0, length);
  own.push(event);
  return { items: own, length: length + 1 };
}

export function eventAt(log: Log, seq: number): SavedEvent | undefined {
  return seq <= log.length ? log.items[seq - 1] : undefined;
}

export function listLog(log: Log): readonly SavedEvent[] {
  return log.items.length === log.length ? log.items : log.items.slice(0, log.length);
}

/** Newest first; never copied as it grows, whatever the length of the exercise. */
export type Chain = { readonly event: SavedEvent; readonly before: Chain | null };

export function* walkChain(chain: Chain | null | undefined): Generator<SavedEvent> {
  for (let link = chain ?? null; link; link = link.before) yield link.event;
}

export function removeFromChain(chain: Chain | null, seq: number): Chain | null {
  if (!chain) return null;
  if (chain.event.seq === seq) return chain.before;
  const kept = [...walkChain(chain)].filter((event) => event.seq !== seq).reverse();
  return kept.reduce<Chain | null>((before, event) => ({ event, before }), null);
}
