import { type FocusEvent, type UIEvent, useMemo, useRef, useState } from 'react';
import type { FeedEntry } from '#core/exercise/views/console-view-feed.ts';

/** How far a list counts as still at its top. */
const nearPx = 8;

/** For a list that grows at its top: what came while it was scrolled away, and the ways back up. */
export function useNewer(feed: readonly FeedEntry[]) {
  const list = useRef<HTMLOListElement>(null);
  const [seen, setSeen] = useState<number | null>(null);
  const newest = useMemo(() => feed.reduce((last, { seq }) => Math.max(last, seq), 0), [feed]);
  const above = seen === null ? -1 : feed.findIndex(({ seq }) => seq <= seen);
  const toTop = () => list.current?.scrollTo({ top: 0 });
  return {
    list,
    newer: Math.max(0, above),
    toTop,
    onScroll: ({ currentTarget }: UIEvent) => {
      const isAway = currentTarget.scrollTop > nearPx;
      setSeen((before) => (isAway ? (before ?? newest) : null));
    },
    /** Not where an entry is being corrected, nor where another program has the keyboard for a moment. */
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
      if (!document.hasFocus() || currentTarget.contains(relatedTarget)) return;
      if (!document.querySelector('dialog[open]')) toTop();
    },
  };
}
