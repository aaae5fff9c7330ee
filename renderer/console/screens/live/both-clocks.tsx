import type { ConsoleTimes } from '#core/exercise/views/console-view-time.ts';
import { storyTime } from '#core/local-time.ts';
import s from './head.module.css';
import { classes, minutesSeconds } from './words.ts';

export function BothClocks({ times }: { readonly times: ConsoleTimes }) {
  return (
    <>
      <div className={classes(s.clock, s.first)}>
        <span className="label">Exercise</span>
        <span className={s.value} role="timer">
          T+{minutesSeconds(times.exerciseSeconds)}
        </span>
      </div>
      <div className={s.clock}>
        <span className="label">Storyline</span>
        <span className={s.value}>{storyTime(times.storylineTime)}</span>
      </div>
    </>
  );
}
