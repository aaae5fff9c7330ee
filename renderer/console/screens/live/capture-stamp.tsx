import { exerciseMinutesAt } from '#core/exercise/clock.ts';
import { consoleInject } from '#core/exercise/views/console-view-inject.ts';
import { minutesWords } from '#core/report/term-words.ts';
import s from './capture.module.css';
import { useLive } from './live-context.tsx';
import { minutesSeconds } from './words.ts';

type StampProps = { readonly name: string; readonly pressedM: number; readonly isKept: boolean };

/** What is being written, and of which moment. */
export function Stamp({ name, pressedM, isKept }: StampProps) {
  const { state, selected, cover } = useLive('state', 'selected', 'cover');
  const inject = selected === null || cover === 'all' ? null : consoleInject(state, selected);
  return (
    <div className={s.stamp}>
      <span>
        <b>{name}</b>{' '}
        <span className="quiet">
          at T+{minutesSeconds(exerciseMinutesAt(state, pressedM) * 60)}
          {inject?.isReleased ? `, ${inject.title}` : ''}
        </span>
      </span>
      <span className="faint">{isKept ? 'Draft kept' : ''}</span>
    </div>
  );
}

type BegunProps = { readonly pressedM: number; readonly onNow: () => void; readonly onDiscard: () => void };

/** Of a form that is opened again: it keeps the moment at which it was begun, unless somebody says otherwise. */
export function Begun({ pressedM, onNow, onDiscard }: BegunProps) {
  const { state, nowM } = useLive('state', 'nowM');
  const [begun, now] = [exerciseMinutesAt(state, pressedM), exerciseMinutesAt(state, nowM)];
  const since = Math.floor(now - begun);
  return (
    <p className={s.begun}>
      <span className="quiet">
        Begun {since < 1 ? 'just now' : `${minutesWords(since)} ago`}, and saved with that time.
      </span>
      <button type="button" className="link" onClick={onNow}>
        Set to now, T+{minutesSeconds(now * 60)}
      </button>
      <button type="button" className="link" onClick={onDiscard}>
        Discard the draft
      </button>
    </p>
  );
}
