import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';
import type { ExerciseDocuments } from '#contract/console-answers.ts';
import type { Outcome, Problem } from '#core/outcome.ts';
import { useBridge } from '../../../state/use-application.tsx';

type Progress = { readonly done: number; readonly total: number };
type Job = 'write_documents' | 'write_binder';

/** The documents of an exercise: those in its folder, those being written, and what went wrong. */
export function useDocuments(exercise: string) {
  const bridge = useBridge();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [written, setWritten] = useState<ExerciseDocuments | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [told, setTold] = useState<string | null>(null);
  useNews(exercise, { setProgress, setWritten, setProblem });

  async function write(job: Job, pdf: boolean) {
    setProblem(null);
    setTold(null);
    setProgress({ done: 0, total: 0 });
    const outcome = await ask(() => bridge[job]({ exercise, pdf }));
    setProgress(null);
    if (outcome.ok) return setWritten(outcome.value);
    if (outcome.problem.code === 'cancelled') setTold(`${outcome.problem.message} ${outcome.problem.hint}`);
    else setProblem(outcome.problem);
    await look();
  }

  /** The answer to what is being written says whether it came in time. */
  async function stop() {
    const outcome = await ask(() => bridge.cancel_documents({ exercise }));
    if (!outcome.ok) setProblem(outcome.problem);
  }

  /** The folder may have been moved or emptied meanwhile. */
  async function look() {
    const listed = await ask(() => bridge.list_documents({ exercise }));
    if (listed.ok) setWritten(listed.value);
  }

  async function open() {
    setTold(null);
    const outcome = await ask(() => bridge.open_folder({ exercise }));
    if (!outcome.ok) setProblem(outcome.problem);
    else if (!outcome.value.opened) setTold(`The folder cannot be opened from here. Its path: ${outcome.value.folder}`);
    await look();
  }

  return { progress, written, problem, told, write, stop, open };
}

type Setters = {
  readonly setProgress: Dispatch<SetStateAction<Progress | null>>;
  readonly setWritten: Dispatch<SetStateAction<ExerciseDocuments | null>>;
  readonly setProblem: (problem: Problem) => void;
};

/** What lies in the folder at first, and how far the writing is. */
function useNews(exercise: string, { setProgress, setWritten, setProblem }: Setters) {
  const bridge = useBridge();
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
  }, [bridge, exercise, setProgress, setWritten, setProblem]);
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
