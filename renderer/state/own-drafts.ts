import type { ConsoleBridge } from '#contract/console.ts';

type Drafts = Readonly<Record<string, unknown>>;

const numberKey = 'muster.console-window';
const lockOf = (number: number) => `muster console ${number}`;
/** A window that is loaded anew gets its number back as soon as its earlier page is gone. */
const reloadMs = 1_000;

/**
 * What is typed in one window of the console is not overwritten by another: each keeps its drafts under its own number, the first
 * under none. What a window left that is open no longer is taken over by the next that opens the exercise.
 */
export function ownDrafts(bridge: ConsoleBridge, locks: LockManager | undefined = navigator.locks): ConsoleBridge {
  let number = 1;
  const claimed = locks ? claim(locks).then((got) => (number = got)) : Promise.resolve(1);

  const saveAs = (of: number, asked: Parameters<ConsoleBridge['save_draft']>[0]) =>
    bridge.save_draft({ ...asked, form: of === 1 ? asked.form : `${asked.form}@${of}` });

  const own: Pick<ConsoleBridge, 'save_draft' | 'open_exercise'> = {
    save_draft: (asked) => saveAs(number, asked),
    async open_exercise(asked) {
      const [opened] = await Promise.all([bridge.open_exercise(asked), claimed]);
      if (!opened.ok) return opened;
      const kept = byWindow(opened.value.drafts);
      const drafts = { ...kept.get(number) };
      for (const [of, left] of kept) {
        if (of === number) continue;
        await locks?.request(lockOf(of), { ifAvailable: true }, async (lock) => {
          if (lock) await takeOver(of, left);
        });
      }
      return { ...opened, value: { ...opened.value, drafts } };

      async function takeOver(of: number, left: Drafts): Promise<void> {
        for (const [form, draft] of Object.entries(left)) {
          if (form in drafts) continue; // it waits until this window's own is saved or thrown away
          const mine = { exercise: opened.ok ? opened.value.exercise : '', form, draft: draft as never };
          if (!(await saveAs(number, mine)).ok) continue;
          drafts[form] = draft;
          await saveAs(of, { ...mine, draft: null });
        }
      }
    },
  };
  return Object.create(bridge, Object.getOwnPropertyDescriptors(own)); // a bridge may be frozen; all the rest is asked of itself
}

/** The lowest number no open window has, kept until this one goes. */
async function claim(locks: LockManager): Promise<number> {
  const earlier = Number(sessionStorage.getItem(numberKey));
  if (earlier > 0 && (await hold(locks, earlier, reloadMs))) return earlier;
  for (let number = 1; ; number += 1) {
    if (!(await hold(locks, number, 0))) continue;
    sessionStorage.setItem(numberKey, String(number));
    return number;
  }
}

function hold(locks: LockManager, number: number, patienceMs: number): Promise<boolean> {
  const options = patienceMs > 0 ? { signal: AbortSignal.timeout(patienceMs) } : { ifAvailable: true };
  return new Promise((resolve) => {
    const holding = locks.request(lockOf(number), options, (lock) => {
      resolve(lock !== null);
      return lock ? new Promise(() => undefined) : undefined;
    });
    holding.catch(() => resolve(false));
  });
}

function byWindow(drafts: Drafts): ReadonlyMap<number, Drafts> {
  const kept = new Map<number, Record<string, unknown>>();
  for (const [name, draft] of Object.entries(drafts)) {
    const [, form = name, number = '1'] = /^(.*)@(\d+)$/.exec(name) ?? [];
    kept.set(Number(number), { ...kept.get(Number(number)), [form]: draft });
  }
  return kept;
}
