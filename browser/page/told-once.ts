import type { Numbered, Told } from './follow-stream.ts';

/** What a window does with what it is told. */
export type Window = {
  readonly value: (value: unknown) => void;
  /** `missed`: something may have been told while nobody listened. */
  readonly open: (missed: boolean) => void;
  readonly lost: () => void;
  readonly refused: () => void;
};

/** Under which name a value is kept for a window that comes later; null: it is over once it was told. */
export type KeyOf = (value: unknown) => string | null;

export type ToldOnce = Told & { readonly connection: () => 'new' | 'open' | 'lost' };

/** Tells a window no value twice and none after a newer one of its kind, whoever it comes from: a window that stood still says old ones. */
export function createToldOnce(window: Window, keyOf: KeyOf): ToldOnce {
  const newest = new Map<string | null, number>();
  let connection: 'new' | 'open' | 'lost' = 'new';
  return {
    connection: () => connection,
    value: ([number, value]: Numbered) => {
      const key = keyOf(value);
      if (number <= (newest.get(key) ?? -1)) return;
      newest.set(key, number);
      window.value(value);
    },
    open: (missed) => {
      const isFirst = connection === 'new';
      connection = 'open';
      window.open(missed || !isFirst);
    },
    lost: () => {
      connection = 'lost';
      window.lost();
    },
    refused: window.refused,
  };
}
