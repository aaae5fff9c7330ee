import { useEffect, useState } from 'react';
import type { ExerciseSnapshot } from '#contract/console-answers.ts';
import type { Problem } from '#core/outcome.ts';
import { useIsConnected } from '../../../parts/use-is-connected.ts';
import { useMirror } from '../../../state/use-application.tsx';
import { useLive } from './live-context.tsx';

const savingAfterMs = 250;
const stillAfterMs = 2_000;

/** What the disk holds, never what we hope. */
export function SavedState() {
  const { mirror } = useLive('mirror');
  const { savingSince, savedAt } = useMirror(mirror, 'savingSince', 'savedAt');
  const notSaved = useNotSaved();
  const isConnected = useIsConnected();
  const waited = useWaited(savingSince);
  if (notSaved !== null) return <Words tone="bad" words="Not saved" hint="See below" />;
  if (!isConnected) return <Words tone="bad" words="Not connected" hint="See below" />;
  if (waited >= stillAfterMs) return <Words tone="warn" words="Still not saved" hint="Waiting for the disk" />;
  if (waited >= savingAfterMs) return <Words tone="todo" words="Saving…" hint="" />;
  return <Words tone="good" words="Saved" hint={savedAt ? clockTime(savedAt) : 'All of it'} />;
}

function Words({ tone, words, hint }: { readonly tone: string; readonly words: string; readonly hint: string }) {
  return (
    <div className="tiny">
      <div className={`state ${tone}`}>{words}</div>
      <div className="quiet">{hint}</div>
    </div>
  );
}

/** What keeps the last entry from the disk and what to do; null while all is saved or on its way. */
export function useNotSaved(): string | null {
  const { about, mirror } = useLive('about', 'mirror');
  const { problem } = useMirror(mirror, 'problem');
  return whyNotSaved(about, problem);
}

/** For every screen that records: why what was recorded last is not on the disk. */
export function whyNotSaved(
  { trouble, unsaved }: Pick<ExerciseSnapshot, 'trouble' | 'unsaved'>,
  problem: Problem | null,
): string | null {
  return trouble ?? problemWords(problem) ?? (unsaved[0] ? (unsaved[0].why ?? 'The disk did not take it.') : null);
}

const unsavedCodes: ReadonlySet<string> = new Set(['not_saved', 'unreachable']);

function problemWords(problem: Problem | null): string | null {
  return problem && unsavedCodes.has(problem.code) ? `${problem.message} ${problem.hint}` : null;
}

/** Milliseconds the oldest entry has been on its way, in the two steps that are told. */
function useWaited(since: number | null): number {
  const [waited, setWaited] = useState(0);
  useEffect(() => {
    setWaited(0);
    if (since === null) return;
    const passed = performance.now() - since;
    const timers = [savingAfterMs, stillAfterMs].map((step) => {
      return setTimeout(() => setWaited(step), Math.max(0, step - passed));
    });
    return () => timers.forEach(clearTimeout);
  }, [since]);
  return since === null ? 0 : waited;
}

function clockTime(time: Date): string {
  return time.toTimeString().slice(0, 8);
}
