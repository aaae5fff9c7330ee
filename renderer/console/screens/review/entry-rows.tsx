import { type ReactNode, useState } from 'react';
import type { FeedRow } from '#core/review/list-feed.ts';

type Props = {
  readonly rows: readonly FeedRow[];
  /** How many stand there at first, and how many more each time. */
  readonly page: number;
  readonly draw: (row: FeedRow) => ReactNode;
};

/** Of a very long list a part at a time: thousands of rows would keep every key waiting. */
export function EntryRows({ rows, page, draw }: Props) {
  const [shown, setShown] = useState(page);
  return (
    <>
      <ul>{rows.slice(0, shown).map(draw)}</ul>
      {rows.length > shown ? (
        <button type="button" className="button" onClick={() => setShown(shown + page)}>
          Show {Math.min(page, rows.length - shown)} more
        </button>
      ) : null}
    </>
  );
}
