import { type FormEvent, useCallback, useState } from 'react';
import { useBridge } from '../state/use-application.tsx';
import { useRequest } from '../state/use-request.ts';
import styles from './save-copy.module.css';
import { Dialog } from './screens/live/dialog.tsx';

type Props = { readonly exercise: string; readonly onClose: () => void };

/** Everything captured so far, to a folder on another disk. */
export function SaveCopy({ exercise, onClose }: Props) {
  const bridge = useBridge();
  const places = useRequest(useCallback(() => bridge.list_copy_places({}), [bridge]));
  const [folder, setFolder] = useState<string | null>(null);
  const [said, setSaid] = useState<{ readonly isBad: boolean; readonly words: string } | null>(null);
  const offered = places.at === 'there' ? places.value.places : [];
  const chosen = folder ?? offered[0] ?? '';

  async function save(event: FormEvent) {
    event.preventDefault();
    setSaid({ isBad: false, words: 'Saving the copy…' });
    const outcome = await bridge.save_copy({ exercise, folder: chosen }).catch(() => null);
    if (outcome === null) return setSaid({ isBad: true, words: 'Muster does not answer.' });
    if (outcome.ok) {
      const { folder: copy, unread } = outcome.value;
      const without = unread.length > 0 ? `. These could not be read and are not in it: ${unread.join(', ')}` : '';
      return setSaid({ isBad: unread.length > 0, words: `The copy is in ${copy}${without}` });
    }
    setSaid({ isBad: true, words: `${outcome.problem.message} ${outcome.problem.hint}` });
  }
  return (
    <Dialog title="Save a copy elsewhere" onClose={onClose}>
      <form className={styles.form} onSubmit={save}>
        <p className="small">
          Everything captured so far, saved or not, as text, and the files of the exercise. A memory stick is a good
          place: a copy outside this computer is yours to guard.
        </p>
        {offered.length > 0 && (
          <fieldset className={styles.places}>
            <legend className="label">Folders that can be written</legend>
            {offered.map((place) => (
              <label key={place}>
                <input type="radio" name="place" checked={chosen === place} onChange={() => setFolder(place)} />{' '}
                <bdi>{place}</bdi>
              </label>
            ))}
          </fieldset>
        )}
        <label className={styles.path}>
          <span className="label">Folder</span>
          <input
            type="text"
            className="field"
            required
            autoComplete="off"
            value={chosen}
            onChange={({ target }) => setFolder(target.value)}
            data-focus
          />
        </label>
        {said && (
          <p role={said.isBad ? 'alert' : 'status'} className={said.isBad ? 'bad' : 'small'}>
            {said.words}
          </p>
        )}
        <div className={styles.foot}>
          <button type="button" className="button" onClick={onClose}>
            Close
          </button>
          <button type="submit" className="button primary">
            Save the copy
          </button>
        </div>
      </form>
    </Dialog>
  );
}
