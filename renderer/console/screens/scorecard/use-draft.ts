import { useEffect, useRef, useState } from 'react';
import type { MonthShown } from '#contract/scorecard.ts';
import { fail, type Problem } from '#core/outcome.ts';
import type { MonthDraft } from '#core/scorecard/month-draft.ts';
import { useBridge } from '../../../state/use-application.tsx';
import { unreachable } from '../../../state/use-request.ts';

type Typed = Pick<MonthDraft, 'asks' | 'sentence' | 'as_of' | 'confirmed'>;
/** Long enough for the next letter, short enough that a crash costs a word. */
const pauseMs = 400;

/** What is typed of a month, saved as it is typed. */
export function useDraft(month: string, draft: MonthDraft, onLacks: (lacks: MonthShown['lacks']) => void) {
  const bridge = useBridge();
  const [typed, setTyped] = useState<Typed>(() => {
    const { asks, sentence, as_of, confirmed } = draft;
    return { asks, sentence, as_of, confirmed };
  });
  const [saving, setSaving] = useState<'saved' | 'saving' | 'failed'>('saved');
  const [problem, setProblem] = useState<Problem | null>(null);
  const waiting = useRef<{ timer: number; typed: Typed } | null>(null);
  const save = useRef<(next: Typed) => Promise<boolean>>(async () => true);
  save.current = async (next) => {
    const outcome = await bridge.save_scorecard_draft({ month, ...next }).catch(() => fail(unreachable));
    if (waiting.current === null) setSaving(outcome.ok ? 'saved' : 'failed');
    setProblem(outcome.ok ? null : outcome.problem);
    if (outcome.ok) onLacks(outcome.value.lacks);
    return outcome.ok;
  };
  /** What waits is saved now; false where the disk does not take it. */
  const flush = useRef(async (): Promise<boolean> => {
    const late = waiting.current;
    if (!late) return true;
    window.clearTimeout(late.timer);
    waiting.current = null;
    return save.current(late.typed);
  });
  useEffect(() => {
    const leave = flush.current;
    const go = () => void leave();
    window.addEventListener('pagehide', go);
    return () => {
      window.removeEventListener('pagehide', go);
      go();
    };
  }, []);
  function change(part: Partial<Typed>) {
    const next = { ...typed, ...part };
    setTyped(next);
    setSaving('saving');
    if (waiting.current) window.clearTimeout(waiting.current.timer);
    waiting.current = { timer: window.setTimeout(() => void flush.current(), pauseMs), typed: next };
  }
  return { typed, saving, problem, change, flush: flush.current };
}

export type Drafting = ReturnType<typeof useDraft>;
