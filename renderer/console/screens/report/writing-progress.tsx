import { useRef } from 'react';
import type { ExerciseDocuments } from '#contract/console-answers.ts';
import css from './documents.module.css';

type Props = {
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly onStop: () => void;
  readonly written: ExerciseDocuments | null;
  readonly isFinal: boolean;
};

/** How far the writing is, with a way to stop it; else what writing would do. */
export function WritingProgress({ progress, onStop, written, isFinal }: Props) {
  const isAsked = useRef(false);
  if (progress === null) {
    isAsked.current = false;
    const count = written?.files.length ?? 0;
    const as = isFinal ? 'Written as FINAL' : 'Written as DRAFT, with what still blocks FINAL';
    const there = count === 0 ? 'No document is written yet' : `${count} lie in the folder; earlier ones are replaced`;
    return (
      <p role="status" className="small quiet">
        {written ? `${as}. ${there}.` : ''}
      </p>
    );
  }
  const { done, total } = progress;
  return (
    <div className={css.progress}>
      <progress aria-label="Documents written" max={Math.max(total, 1)} value={done} />
      <span className="small">{total === 0 ? 'Reading the record…' : `${done} of ${total} written`}</span>
      <button
        type="button"
        className="button"
        onClick={() => {
          if (!isAsked.current) onStop();
          isAsked.current = true;
        }}
      >
        Stop
      </button>
    </div>
  );
}
