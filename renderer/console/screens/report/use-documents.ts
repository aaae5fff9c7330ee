import { useEffect, useState } from 'react';
import type { WrittenDocuments } from '#contract/console.ts';
import type { Outcome, Problem } from '#core/outcome.ts';
import { useBridge } from '../../../state/use-application.tsx';

type Progress = { readonly done: number; readonly total: number };

/** The documents of an exercise: those in its folder, those being written, and what went wrong. */
export function useDocuments(exercise: string) {
  const bridge = useBridge();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [written, setWritten] = useState<WrittenDocuments | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [notOpened, setNotOpened] = useState<string | null>(null);

  useEffect(() => {
    let isGone = false;
    void ask(() => bridge.list_documents({ exercise })).then((listed) => {
      if (isGone) return;
      if (listed.ok) setWritten((newer) => newer ?? listed.value);
      else setProblem(listed.problem);
    });
    const stop = bridge.onNotice((notice) => {
      if (notice.type !== 'documents' || notice.exercise !== exercise) return;
      setProgress((shown) => (shown === null ? null : { done: notice.done, total: notice.total }));
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [bridge, exercise]);

  async function write() {
    setProblem(null);
    setProgress({ done: 0, total: 0 });
    const outcome = await ask(() => bridge.write_documents({ exercise }));
    setProgress(null);
    if (outcome.ok) return setWritten(outcome.value);
    setProblem(outcome.problem);
    await look();
  }

  /** The folder may have been moved or emptied meanwhile. */
  async function look() {
    const listed = await ask(() => bridge.list_documents({ exercise }));
    if (listed.ok) setWritten(listed.value);
  }

  async function open() {
    setNotOpened(null);
    const outcome = await ask(() => bridge.open_folder({ exercise }));
    if (!outcome.ok) setProblem(outcome.problem);
    else if (!outcome.value.opened) setNotOpened(outcome.value.folder);
    await look();
  }

  return { progress, written, problem, notOpened, write, open };
}

/** A window that lost its application says so instead of waiting for ever. */
function ask<Value>(request: () => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
  return request().catch(() => ({ ok: false, problem: unreachable }));
}

const unreachable: Problem = {
  code: 'unreachable',
  message: 'Muster does not answer.',
  hint: 'Wait a moment and try again, or start Muster again.',
};
