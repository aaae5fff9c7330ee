import type { ConsoleBridge } from '#contract/console.ts';

type Draft = Parameters<ConsoleBridge['save_draft']>[0]['draft'];

/** Keys come fast and a disk does not; but none waits longer, also where no rest comes between them. */
const waitMs = 300;

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
  const typed = new Map<string, Draft>();
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();

  function save(form: string, draft: Draft): void {
    clearTimeout(waiting.get(form));
    waiting.delete(form);
    typed.delete(form);
    // A draft that could not be kept is still in its form; the next key tries again.
    void bridge.save_draft({ exercise, form, draft }).catch(() => null);
  }

  return {
    read: (form) => drafts.get(form),
    write(form, draft) {
      drafts.set(form, draft);
      typed.set(form, draft);
      if (waiting.has(form)) return; // goes along with what waits already
      waiting.set(
        form,
        setTimeout(() => save(form, typed.get(form) ?? null), waitMs),
      );
    },
    forget(form) {
      if (!drafts.delete(form)) return;
      save(form, null);
    },
    flush() {
      for (const [form, draft] of [...typed]) save(form, draft);
    },
  };
}
