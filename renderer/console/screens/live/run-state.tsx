import { Pause, Play } from 'lucide-react';
import type { ConsoleTimes } from '#core/exercise/views/console-view-time.ts';
import s from './head.module.css';
import { useLive } from './live-context.tsx';
import { classes, minutesSeconds } from './words.ts';

/** Paused or running, in words, with the one button that changes it. */
export function RunState({ times }: { readonly times: ConsoleTimes }) {
  const { start } = useLive('start');
  const isRunning = times.phase === 'running';
  const { words, tone, hint } = wordsFor(times);
  return (
    <div className={s.runstate}>
      <button
        type="button"
        className={classes('button', !isRunning && 'primary')}
        onClick={() => start(isRunning ? 'pause' : 'resume')}
      >
        {isRunning ? (
          <Pause size={14} fill="currentColor" aria-hidden />
        ) : (
          <Play size={14} fill="currentColor" aria-hidden />
        )}
        {isRunning ? 'Pause' : 'Resume'} {(isRunning || times.phase === 'paused') && <kbd>C</kbd>}
      </button>
      <div role="status">
        <div className={`state ${tone} small`}>{words}</div>
        <div className="tiny quiet">
          {hint}
          {times.phase === 'suspended' && (
            <>
              {' or go '}
              <a className="link" href="#/">
                home
              </a>
            </>
          )}
        </div>
      </div>
    </div>
  );
}

function pausedWords(minutes: number): string {
  if (minutes <= 0) return 'Not paused yet';
  return minutes < 1 ? 'Under 1 min paused' : `${Math.floor(minutes)} min paused`;
}

function wordsFor({ phase, haltedSeconds, pausedMinutes }: ConsoleTimes) {
  const since = haltedSeconds === null ? '' : `, ${minutesSeconds(haltedSeconds - (haltedSeconds % 60))}`;
  switch (phase) {
    case 'paused':
      return { words: `Paused${since}`, tone: 'warn', hint: 'Clocks stand still' };
    case 'real_world':
      return { words: 'REAL WORLD stop', tone: 'bad', hint: 'The room shows it' };
    case 'suspended':
      return { words: 'Sitting ended', tone: 'warn', hint: 'Resume another day' };
    default:
      return {
        words: 'Running',
        tone: 'good',
        hint: pausedWords(pausedMinutes),
      };
  }
}
