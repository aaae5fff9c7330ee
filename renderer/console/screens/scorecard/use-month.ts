import { useCallback, useEffect, useRef, useState } from 'react';
import type { MonthShown } from '#contract/scorecard.ts';
import { fail, type Outcome, type Problem } from '#core/outcome.ts';
import { useBridge } from '../../../state/use-application.tsx';
import { unreachable, useRequest } from '../../../state/use-request.ts';

export type Progress = { readonly done: number; readonly total: number };

/** A month as the window mirrors it, and what was asked of it last. */
export function useMonth(month: string, revision: number | null) {
  const bridge = useBridge();
  const load = useCallback(() => bridge.load_scorecard({ month, revision }), [bridge, month, revision]);
  const asked = useRequest(load);
  const [newer, setNewer] = useState<MonthShown | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [told, setTold] = useState('');
  const [isBusy, setBusy] = useState(false);
  const progress = useProgress(month, isBusy);

  /** One thing at a time: a second press while it is done says nothing. */
  async function run<Value>(ask: () => Promise<Outcome<Value>>, words = ''): Promise<Value | null> {
    if (isBusy) return null;
    setBusy(true);
    setProblem(null);
    setTold('');
    const outcome = await ask().catch((): Outcome<Value> => fail(unreachable));
    setBusy(false);
    if (!outcome.ok) {
      setProblem(outcome.problem);
      return null;
    }
    setTold(words);
    return outcome.value;
  }

  /** The same for what gives the month anew. */
  async function renew(ask: () => Promise<Outcome<MonthShown>>, words = ''): Promise<boolean> {
    const value = await run(ask, words);
    if (value) setNewer(value);
    return value !== null;
  }
  /** What was refused before stands no longer: something else was done. */
  const clear = useCallback(() => setProblem(null), []);
  const shown = newer ?? (asked.at === 'there' ? asked.value : null);
  return { asked, shown, problem, told, isBusy, progress, load, run, renew, clear };
}

export type MonthDoing = ReturnType<typeof useMonth>;

function useProgress(month: string, isBusy: boolean): Progress | null {
  const bridge = useBridge();
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(
    () =>
      bridge.onNotice((notice) => {
        if (notice.type === 'scorecard' && notice.month === month)
          setProgress({ done: notice.done, total: notice.total });
      }),
    [bridge, month],
  );
  const wasBusy = useRef(isBusy);
  useEffect(() => {
    if (wasBusy.current && !isBusy) setProgress(null);
    wasBusy.current = isBusy;
  }, [isBusy]);
  return isBusy ? progress : null;
}
