import { useCallback, useEffect, useRef, useState } from 'react';
import type { ConsoleBridge } from '#contract/console.ts';
import type { Draft } from './live-context.tsx';

/** No key waits longer for the disk, however fast one types: a rest between two keys may never come. */
const waitMs = 300;

/** What is being typed, kept by form on the disk shortly after each key. null forgets it. */
export function useDrafts(bridge: ConsoleBridge, exercise: string, loaded: Readonly<Record<string, unknown>>) {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(() => readDrafts(loaded));
  const [unkept, setUnkept] = useState<ReadonlySet<string>>(new Set());
  const waiting = useRef(new Map<string, { timer: ReturnType<typeof setTimeout>; save: (isGoing?: true) => void }>());
  const last = useRef(new Map<string, Draft | null>());
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  const keepDraft = useCallback(
    (form: string, draft: Draft | null) => {
      setDrafts((before) => {
        const after = new Map(before);
        if (draft) after.set(form, draft);
        else after.delete(form);
        return after;
      });
      setUnkept((before) => new Set(before).add(form));
      last.current.set(form, draft);
      const earlier = waiting.current.get(form);
      if (earlier && draft) return; // goes along with what waits already
      if (earlier) clearTimeout(earlier.timer);
      const save = (isGoing?: true) => {
        waiting.current.delete(form);
        const typed = last.current.get(form) ?? null;
        const ask = () => bridge.save_draft({ exercise, form, draft: typed });
        // One after the other: two requests under way may overtake each other. A window that goes has no time for that.
        const asked = isGoing ? ask() : queue.current.then(ask, ask);
        queue.current = asked;
        const kept = asked.then(({ ok }) => ok && (last.current.get(form) ?? null) === typed);
        // Where it was not kept, the words still stand in the form, and the form does not say that they are kept.
        void kept.catch(() => false).then((isKept) => isKept && setUnkept((before) => without(before, form)));
      };
      waiting.current.set(form, { timer: setTimeout(save, draft ? waitMs : 0), save });
    },
    [bridge, exercise],
  );

  useEffect(() => {
    const flush = () => {
      for (const { timer, save } of [...waiting.current.values()]) {
        clearTimeout(timer);
        save(true);
      }
    };
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, []);

  return { drafts, keepDraft, unkept };
}

function without(names: ReadonlySet<string>, name: string): ReadonlySet<string> {
  return new Set([...names].filter((other) => other !== name));
}

function readDrafts(loaded: Readonly<Record<string, unknown>>): ReadonlyMap<string, Draft> {
  const drafts = new Map<string, Draft>();
  for (const [form, draft] of Object.entries(loaded)) {
    if (typeof draft !== 'object' || draft === null || Array.isArray(draft)) continue;
    const fields = Object.entries(draft).filter(([, value]) => typeof value === 'string' || typeof value === 'number');
    drafts.set(form, Object.fromEntries(fields) as Draft);
  }
  return drafts;
}
