import { useMemo, useState } from 'react';
import type { Paging } from './paged.tsx';

/** `key`: what has pages of its own; another begins to count anew. Keeps to the last page when asked for one beyond it. */
export function usePaging(key: string, page: number): { readonly paging: Paging; readonly count: number } {
  const [told, setTold] = useState({ key, count: 1 });
  const count = told.key === key ? told.count : 1;
  const shown = Math.max(0, Math.min(Math.floor(page), count - 1));
  const paging = useMemo(() => {
    const onCount = (now: number) => {
      setTold((before) => (before.key === key && before.count === now ? before : { key, count: now }));
    };
    return { page: shown, onCount };
  }, [shown, key]);
  return { paging, count };
}
