import { type KeyboardEvent, memo, useMemo, useState } from 'react';
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
  const { record, recording, told } = useRecorder(give, change);
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

/** One after the other, also once the dialog is closed; what is not recorded stays in the field. */
function useRecorder(give: Props['give'], change: (text: string) => void) {
  const [recording, setRecording] = useState<readonly Note[] | null>(null);
  const [told, setTold] = useState('');
  async function record(pasted: string, notes: readonly Note[]) {
    const ready = notes.filter(({ problem }) => problem === null);
    if (recording !== null || ready.length === 0) return;
    setRecording(notes);
    const done = new Set<number>();
    for (const { line, command, m } of ready) {
      setTold(`Recording ${done.size + 1} of ${ready.length}… It goes on when you close this.`);
      if (command && m !== null && (await give(command, m))) done.add(line);
    }
    change(keepOthers(pasted, notes, done));
    setTold(`${plural(done.size, 'line')} recorded.`);
    setRecording(null);
  }
  return { record, recording, told };
}

/** Each with its own time, also where that stood in a line that is recorded now. */
function keepOthers(pasted: string, notes: readonly Note[], done: ReadonlySet<number>): string {
  const inherited = new Map(
    notes.flatMap(({ line, isInherited, minute }) => (isInherited ? [[line, minute] as const] : [])),
  );
  return pasted
    .split(/\r?\n/)
    .flatMap((words, at) => {
      if (done.has(at + 1)) return [];
      const minute = inherited.get(at + 1);
      return [typeof minute === 'number' ? `T+${minute} ${words.trim()}` : words];
    })
    .join('\n')
    .trim();
}

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
