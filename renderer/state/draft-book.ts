import type { ConsoleBridge } from '#contract/console.ts';

type Draft = Parameters<ConsoleBridge['save_draft']>[0]['draft'];

/** Keys come fast and a disk does not: at most this long after the last one. */
const settleMs = 300;

/** What is being typed in an exercise, by the name of its form; kept by the application, so that a crash loses nothing. */
export type DraftBook = {
  readonly read: (form: string) => unknown;
  readonly write: (form: string, draft: Draft) => void;
  readonly forget: (form: string) => void;
  /** Writes at once what still waits; for a window that goes. */
  readonly flush: () => void;
};

export function createDraftBook(
  bridge: ConsoleBridge,
  exercise: string,
  kept: Readonly<Record<string, unknown>>,
): DraftBook {
  const drafts = new Map(Object.entries(kept));
  const waiting = new Map<string, { readonly draft: Draft; readonly timer: ReturnType<typeof setTimeout> }>();

  function save(form: string, draft: Draft): void {
    clearTimeout(waiting.get(form)?.timer);
    waiting.delete(form);
    // A draft that could not be kept is still in its form; the next key tries again.
    void bridge.save_draft({ exercise, form, draft }).catch(() => null);
  }

  return {
    read: (form) => drafts.get(form),
    write(form, draft) {
      drafts.set(form, draft);
      clearTimeout(waiting.get(form)?.timer);
      waiting.set(form, { draft, timer: setTimeout(() => save(form, draft), settleMs) });
    },
    forget(form) {
      if (!drafts.delete(form)) return;
      save(form, null);
    },
    flush() {
      for (const [form, { draft }] of [...waiting]) save(form, draft);
    },
  };
}
