import type { ExerciseLine } from '#contract/programme.ts';
import { phaseWords } from '#core/plan/programme-cards.ts';
import styles from './programme.module.css';

/** Exercises that go on: the first thing somebody who comes back looks for. */
export function UnderWay({ exercises }: { readonly exercises: readonly ExerciseLine[] }) {
  return (
    <ul className={styles.underWay} aria-label="Under way">
      {exercises.map(({ exercise, title, phase, isSample }, at) => (
        <li key={exercise}>
          <span className={`state ${phase === 'real_world' ? 'bad' : 'warn'}`}>{phaseWords(phase)}</span>
          <span className={styles.name}>
            <bdi className="strong">{title}</bdi>
            {isSample && ', sample'}
          </span>
          <a className={`button ${at === 0 ? 'primary' : ''}`} href={`#/live/${exercise}`}>
            Open the console
          </a>
        </li>
      ))}
    </ul>
  );
}
