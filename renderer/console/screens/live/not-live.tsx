import type { ReactNode } from 'react';
import type { ExerciseState } from '#core/exercise/state.ts';
import type { Problem } from '#core/outcome.ts';
import { Frame } from '../../frame.tsx';
import s from './live.module.css';

type Props = {
  readonly exercise: string;
  readonly state: ExerciseState | null;
  readonly readOnly: string | null;
  readonly problem: Problem | null;
  /** It has nothing but capture, also when that is over. */
  readonly isScribe?: boolean;
  /** Of one that is damaged: the way to go on. */
  readonly children?: ReactNode;
};

/** Where there is nothing to run: still loading, not to be opened, for reading only, or over. */
export function NotLive({ exercise, state, readOnly, problem, isScribe = false, children }: Props) {
  const { title, text, tone } = wordsFor(state, readOnly, problem);
  if (isScribe) {
    return (
      <main className={s.notLive}>
        <h1 className="section-title">{title}</h1>
        <p className={tone} role={tone === 'bad' ? 'alert' : 'status'}>
          {state?.phase === 'ended' || state?.phase === 'final' ? 'All you wrote is kept. Close this window.' : text}
        </p>
      </main>
    );
  }
  const isReadable = state !== null && state.phase !== 'not_started';
  return (
    <Frame at="live" neighbours={{ exercise }}>
      <header className="page-head">
        <h1 className="screen-title">{state?.scenario.title ?? 'Console'}</h1>
      </header>
      <section className={s.notLive}>
        <h2 className="section-title">{title}</h2>
        <p className={tone} role={tone === 'bad' ? 'alert' : 'status'}>
          {text}
        </p>
        <p>
          {isReadable ? (
            <a className={children ? 'button' : 'button primary'} href={`#/review/${exercise}`}>
              {readOnly === null ? 'Open Review' : 'Read what is whole in Review'}
            </a>
          ) : (
            <a className="button" href="#/">
              Back to the programme
            </a>
          )}
        </p>
        {children}
      </section>
    </Frame>
  );
}

function wordsFor(state: ExerciseState | null, readOnly: string | null, problem: Problem | null) {
  if (!state) {
    if (problem) return { title: 'Not opened', text: `${problem.message} ${problem.hint}`, tone: 'bad' };
    return { title: 'Opening', text: 'The exercise is read from the disk.', tone: 'quiet' };
  }
  if (readOnly !== null) {
    return { title: 'Open for reading only', text: `${readOnly} Nothing can be recorded here.`, tone: 'bad' };
  }
  if (state.phase === 'not_started') {
    return { title: 'Not started', text: 'Start it from its plan.', tone: 'quiet' };
  }
  return { title: 'This exercise has ended', text: 'What is missing is recorded in Review.', tone: 'quiet' };
}
