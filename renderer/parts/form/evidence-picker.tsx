import { type KeyboardEvent, useId, useState } from 'react';
import { type EvidenceRow, feedKinds } from '#core/review/list-feed.ts';
import css from './form.module.css';

type Props = {
  readonly label: string;
  readonly rows: readonly EvidenceRow[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
};

/** What is cited stands first; the rest is found by typing. */
export function EvidencePicker({ label, rows, chosen, onChange }: Props) {
  const id = useId();
  const [search, setSearch] = useState('');
  const [listed, setListed] = useState(chosen);
  const [entry, setEntry] = useState<string | null>(null);
  const words = search.trim().toLowerCase();
  const found = rows.filter(({ reference, text }) => `${reference} ${text}`.toLowerCase().includes(words));
  const first = rows.filter(({ reference }) => listed.includes(reference) || chosen.includes(reference));
  const shown = words === '' ? [...first, ...found.filter((row) => !first.includes(row))] : found;
  /** Tab stops at one box; hundreds of them would lie before the next field. */
  const stop = shown.some(({ reference }) => reference === entry) ? entry : shown[0]?.reference;
  function toggle(reference: string, isOn: boolean) {
    setListed([...listed, reference]); // a box that was just ticked or cleared stays where it is
    onChange(isOn ? [...chosen, reference] : chosen.filter((other) => other !== reference));
  }
  return (
    <fieldset className={css.wide}>
      <legend className="row-title">
        {label} <span className={css.aside}>{chosen.length === 0 ? 'at least one' : `${chosen.length} linked`}</span>
      </legend>
      <label className="label" htmlFor={id}>
        Find in the timeline <span className={css.aside}>then Tab, and the arrow keys from one to the next</span>
      </label>
      <input
        id={id}
        className="field"
        type="search"
        autoComplete="off"
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows go between the boxes in it, which are reached by Tab */}
      <div className={css.evidence} onKeyDown={moveBetweenBoxes}>
        {shown.map((row) => (
          <Row
            key={row.reference}
            row={row}
            isOn={chosen.includes(row.reference)}
            isStop={row.reference === stop}
            onEnter={setEntry}
            onToggle={toggle}
          />
        ))}
        {shown.length === 0 ? <p className={css.hint}>Nothing in the timeline says that. Try another word.</p> : null}
      </div>
    </fieldset>
  );
}

type RowProps = {
  readonly row: EvidenceRow;
  readonly isOn: boolean;
  readonly isStop: boolean;
  readonly onEnter: (reference: string) => void;
  readonly onToggle: (reference: string, isOn: boolean) => void;
};

function Row({ row: { reference, mark, kind, text }, isOn, isStop, onEnter, onToggle }: RowProps) {
  const { letter, name } = feedKinds[kind];
  return (
    <label className={css.evidenceRow}>
      <input
        type="checkbox"
        checked={isOn}
        tabIndex={isStop ? 0 : -1}
        onFocus={() => onEnter(reference)}
        onChange={(event) => onToggle(reference, event.currentTarget.checked)}
      />
      {letter === null ? (
        <span className={css.dot} />
      ) : (
        <span className={`kind ${letter}`}>
          <span aria-hidden="true">{letter}</span>
          <span className="sr">{name}</span>
        </span>
      )}
      <span className="tiny faint num">{mark}</span>
      <bdi>{text}</bdi>
    </label>
  );
}

function moveBetweenBoxes(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const boxes = [...event.currentTarget.querySelectorAll('input')];
  event.preventDefault();
  boxes[boxes.indexOf(document.activeElement as HTMLInputElement) + step]?.focus(); // -1 where it is something else
}
