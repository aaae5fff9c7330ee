import { useState } from 'react';
import { plural } from '#core/report/term-words.ts';
import { useBridge } from '../state/use-application.tsx';
import styles from './go-on.module.css';

type Props = {
  readonly exercise: string;
  /** Captures behind the damage that can still be read. */
  readonly salvaged: number;
  readonly onDone: () => void;
};

/** The way out of a damaged exercise, where there is a whole entry to go on from. Asks once. */
export function GoOn({ exercise, salvaged, onDone }: Props) {
  const bridge = useBridge();
  const [isAsking, setAsking] = useState(false);
  const [said, setSaid] = useState('');

  async function goOn() {
    setSaid('Going on…');
    const outcome = await bridge.continue_exercise({ exercise }).catch(() => null);
    if (outcome?.ok) return onDone();
    setSaid(outcome ? `${outcome.problem.message} ${outcome.problem.hint}` : 'Muster does not answer.');
  }
  if (!isAsking) {
    return (
      <button type="button" className="button" onClick={() => setAsking(true)}>
        Go on from the last whole entry…
      </button>
    );
  }
  return (
    <div className={styles.ask}>
      <p>
        Muster goes on after the last whole entry. {salvagedWords(salvaged)} The damaged file stays as it is, and a copy
        of it is put into the folder <b>quarantine</b> of the exercise. A backup that is whole is better than this.
      </p>
      <div className={styles.ways}>
        <button type="button" className="button primary" onClick={() => void goOn()}>
          Go on
        </button>
        <button type="button" className="button" onClick={() => setAsking(false)}>
          Leave it as it is
        </button>
        <span role="status">{said}</span>
      </div>
    </div>
  );
}

function salvagedWords(count: number): string {
  if (count === 0) return 'Behind it no capture can be read any more.';
  return `Behind it ${plural(count, 'capture')} can still be read: they are kept as observations, with their own time.`;
}
