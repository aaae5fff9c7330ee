import { type KeyboardEvent, useMemo, useState } from 'react';
import { mostNotes, type Note, readNotes } from '#core/captures/read-notes.ts';
import type { WindowCommand } from '#core/exercise/commands.ts';
import type { ExerciseState } from '#core/exercise/state.ts';
import { plural } from '#core/report/term-words.ts';
import s from './paste-notes.module.css';
import { Dialog } from './screens/live/dialog.tsx';
import { roleName } from './screens/live/words.ts';

/** Under this name what was pasted is kept until it is recorded. */
export const notesDraft = 'notes';

type Props = {
  readonly state: ExerciseState;
  readonly nowM: () => number;
  /** True once it is on the disk. */
  readonly give: (command: WindowCommand, pressedM: number) => Promise<boolean>;
  readonly kept: string;
  readonly keep: (text: string) => void;
  readonly onClose: () => void;
};

/** A scribe's notes on paper, typed or pasted: looked through line by line, and only then recorded. */
export function PasteNotes({ state, nowM, give, kept, keep, onClose }: Props) {
  const [pasted, setPasted] = useState(kept);
  const notes = useMemo(() => readNotes(state, pasted, nowM()), [state, pasted, nowM]);
  const ready = notes.filter(({ problem }) => problem === null);
  const { record, progress } = useRecorder(give, change);

  function change(text: string) {
    setPasted(text);
    keep(text);
  }
  function press(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void record(pasted, ready);
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
          {progress ?? `${plural(ready.length, 'line')} can be recorded, ${notes.length - ready.length} cannot.`}
        </span>
        <button type="button" className="button" onClick={onClose}>
          Close
        </button>
        <button
          type="button"
          className="button primary"
          disabled={ready.length === 0 || progress !== null}
          onClick={() => void record(pasted, ready)}
        >
          Record {plural(ready.length, 'line')} <kbd>Ctrl ↵</kbd>
        </button>
      </div>
    </Dialog>
  );
}

/** One after the other; what is not recorded stays in the field. */
function useRecorder(give: Props['give'], change: (text: string) => void) {
  const [progress, setProgress] = useState<string | null>(null);
  async function record(pasted: string, ready: readonly Note[]) {
    if (progress !== null || ready.length === 0) return;
    const done = new Set<number>();
    for (const { line, command, m } of ready) {
      setProgress(`Recording ${done.size + 1} of ${ready.length}…`);
      if (command && m !== null && (await give(command, m))) done.add(line);
    }
    const lines = pasted.split(/\r?\n/);
    change(
      lines
        .filter((_, at) => !done.has(at + 1))
        .join('\n')
        .trim(),
    );
    setProgress(null);
  }
  return { record, progress };
}

function Preview({ notes }: { readonly notes: readonly Note[] }) {
  if (notes.length === 0) return null;
  return (
    <div className={s.preview}>
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
    </div>
  );
}

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
