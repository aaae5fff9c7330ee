import { useEffect, useRef } from 'react';
import { Notice } from '../../../parts/problem-notice.tsx';
import styles from './plan.module.css';

type Props = {
  readonly concerns: readonly string[];
  /** No window shows the room: here is how one is opened. */
  readonly onOpenRoom: (() => void) | null;
  readonly onStart: () => void;
  readonly onLeave: () => void;
};

/** Asked once, in place; Enter goes on. */
export function StartQuestion({ concerns, onOpenRoom, onStart, onLeave }: Props) {
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => yes.current?.focus(), []);
  return (
    <Notice>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in */}
      <div role="group" aria-labelledby="start-asked" onKeyDown={({ key }) => key === 'Escape' && onLeave()}>
        <div id="start-asked">
          <p className="strong">Start now? The exercise then stands in the programme.</p>
          <ul className={styles.concerns}>
            {concerns.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
        <p className={styles.again}>
          <button ref={yes} type="button" className="button" onClick={onStart}>
            Start all the same <kbd>↵</kbd>
          </button>{' '}
          {onOpenRoom && (
            <button
              type="button"
              className="button plain"
              onClick={() => {
                onOpenRoom();
                yes.current?.focus(); // this button goes once the room is open
              }}
            >
              Open room
            </button>
          )}{' '}
          <button type="button" className="button plain" onClick={onLeave}>
            Not yet <kbd>Esc</kbd>
          </button>
        </p>
      </div>
    </Notice>
  );
}
