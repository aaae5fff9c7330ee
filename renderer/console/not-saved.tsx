import { useState } from 'react';
import type { Unsaved } from '#contract/console-answers.ts';
import { plural } from '#core/report/term-words.ts';
import { useBridge } from '../state/use-application.tsx';
import { copyText } from './copy-text.ts';
import styles from './not-saved.module.css';
import { SaveCopy } from './save-copy.tsx';

type Props = {
  readonly exercise: string;
  /** Why, and what to do, in words. */
  readonly reason: string;
  readonly unsaved: readonly Unsaved[];
  /** Where the room reads along. */
  readonly isHidden?: boolean;
};

/** What is not on the disk, why, and three ways out. It stays until all of it is saved. */
export function NotSaved({ exercise, reason, unsaved, isHidden = false }: Props) {
  return (
    <section className={styles.banner} aria-label="Not saved">
      <p role="alert">
        <b>NOT SAVED</b> {reason}
      </p>
      {unsaved.length > 0 && (
        <>
          <p className="small">
            {plural(unsaved.length, 'capture')} {unsaved.length === 1 ? 'waits' : 'wait'} here with the time of the key
            press, and Muster tries again every few seconds. Go on capturing.
          </p>
          <ol className={styles.waiting} aria-label="Not saved yet">
            {unsaved.map(({ minute, text }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: they wait in the order in which they came, and leave from the front
              <li key={at}>
                <span className="num">T+{minute}</span> {isHidden ? 'Hidden here' : text}
              </li>
            ))}
          </ol>
        </>
      )}
      <WaysOut exercise={exercise} unsaved={unsaved} />
    </section>
  );
}

function WaysOut({ exercise, unsaved }: Pick<Props, 'exercise' | 'unsaved'>) {
  const bridge = useBridge();
  const [said, setSaid] = useState('');
  const [isCopying, setCopying] = useState(false);

  async function tryAgain() {
    setSaid('Trying…');
    const outcome = await bridge.retry_unsaved({ exercise }).catch(() => null);
    if (!outcome?.ok) return setSaid('Muster does not answer.');
    setSaid(outcome.value.left === 0 ? 'Saved.' : 'Still not saved.');
  }
  async function copy() {
    const lines = unsaved.map(({ minute, whole }) => `T+${minute}  ${whole}`);
    setSaid((await copyText(lines.join('\n'))) ? 'Copied.' : 'It could not be copied. Save a copy elsewhere instead.');
  }
  return (
    <div className={styles.ways}>
      {unsaved.length > 0 && (
        <>
          <button type="button" className="button small" onClick={() => void tryAgain()}>
            Try again
          </button>
          <button type="button" className="button small" onClick={() => void copy()}>
            Copy to clipboard
          </button>
        </>
      )}
      <button type="button" className="button small" onClick={() => setCopying(true)}>
        Save a copy elsewhere…
      </button>
      <span className="small" role="status">
        {said}
      </span>
      {isCopying && <SaveCopy exercise={exercise} onClose={() => setCopying(false)} />}
    </div>
  );
}
