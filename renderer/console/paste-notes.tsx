import { type KeyboardEvent, memo, useMemo, useState } from 'react';
import { mostNotes, type Note, readNotes } from '#core/captures/read-notes.ts';
import type { ExerciseState } from '#core/exercise/state.ts';
import { plural } from '#core/report/term-words.ts';
import type { ExerciseStore } from '../state/exercise-store.ts';
import s from './paste-notes.module.css';
import { Dialog } from './screens/live/dialog.tsx';
import { roleName } from './screens/live/words.ts';
import { useRecorder } from './use-recorder.ts';

/** Under this name what was pasted is kept until it is recorded. */
export const notesDraft = 'notes';

type Props = {
  readonly state: ExerciseState;
  readonly nowM: () => number;
  readonly giveAll: ExerciseStore['giveAll'];
  readonly kept: string;
  readonly keep: (text: string) => void;
  readonly onClose: () => void;
};

/** A scribe's notes on paper, typed or pasted: looked through line by line, and only then recorded. */
export function PasteNotes({ state, nowM, giveAll, kept, keep, onClose }: Props) {
  const [pasted, setPasted] = useState(kept);
  const { record, recording, told, recorded, takeBack } = useRecorder(state, giveAll, change);
  const notes = useMemo(
    () => recording ?? readNotes(state, pasted, nowM()), // not looked through anew after each line that is recorded
    [recording, state, pasted, nowM],
  );
  const ready = notes.filter(({ problem }) => problem === null);

  function change(text: string) {
    setPasted(text);
    keep(text);
  }
  function press(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void record(pasted, notes);
  }
  const zone = state.setup?.organisation.time_zone ?? 'UTC';
  return (
    <Dialog title="Paste the scribe’s notes" onClose={onClose} isWide>
      <p className={s.how}>
        A line each: <kbd>09:14 D declare P1 – IC</kbd>. A time of day in {zone} or <kbd>T+14</kbd>; D, G, S, O, A or P;{' '}
        <kbd>D1</kbd> answers the script’s own decision; the role at the end. Nothing is recorded before you say so.
      </p>
      <textarea
        className={`field ${s.pasted}`}
        aria-label="Notes, a line each"
        data-focus
        value={pasted}
        onChange={({ currentTarget }) => change(currentTarget.value)}
        onKeyDown={press}
      />
      <Preview notes={notes} />
      {notes.length >= mostNotes && (
        <p className="warn">At most {mostNotes} lines are read at once. Record these, then paste the rest.</p>
      )}
      <div className={s.foot}>
        <span role="status">
          {told} {notes.length > 0 && recording === null && tellReady(ready.length, notes.length)}
        </span>
        {recorded.length > 0 && recording === null && (
          <button type="button" className="button" onClick={() => void takeBack()}>
            Take back {plural(recorded.length, 'line')}
          </button>
        )}
        <button type="button" className="button" onClick={onClose}>
          Close
        </button>
        <button
          type="button"
          className="button primary"
          disabled={ready.length === 0 || recording !== null}
          onClick={() => void record(pasted, notes)}
        >
          Record {plural(ready.length, 'line')} <kbd>Ctrl ↵</kbd>
        </button>
      </div>
    </Dialog>
  );
}

const tellReady = (ready: number, all: number) => `${plural(ready, 'line')} can be recorded, ${all - ready} cannot.`;

const Preview = memo(function Preview({ notes }: { readonly notes: readonly Note[] }) {
  if (notes.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <section className={s.preview} tabIndex={0} aria-label="The lines as they would be recorded">
      <table>
        <thead>
          <tr>
            <th>Line</th>
            <th>When</th>
            <th>Kind</th>
            <th>What</th>
            <th>Who</th>
          </tr>
        </thead>
        <tbody>
          {notes.map((note) => (
            <Row key={note.line} note={note} />
          ))}
        </tbody>
      </table>
    </section>
  );
});

function Row({ note: { line, minute, letter, text, by, taken, problem } }: { readonly note: Note }) {
  return (
    <tr className={problem === null ? undefined : s.out}>
      <td className="num quiet">{line}</td>
      <td className="num nowrap">{minute === null ? '?' : `T+${minute}`}</td>
      <td>
        <span className={`kind ${letter}`}>{letter}</span>
      </td>
      <td className={s.what}>
        <bdi>{text}</bdi>
        {problem !== null && <span className="bad">{problem}</span>}
        {problem === null && taken.length > 0 && <span className="quiet">{taken.join(' ')}</span>}
      </td>
      <td className="nowrap">{by === null ? '' : roleName(by)}</td>
    </tr>
  );
}
