import { useId, useState } from 'react';
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
  const words = search.trim().toLowerCase();
  const found = rows.filter(({ reference, text }) => `${reference} ${text}`.toLowerCase().includes(words));
  const first = rows.filter(({ reference }) => listed.includes(reference) || chosen.includes(reference));
  const shown = words === '' ? [...first, ...found.filter((row) => !first.includes(row))] : found;
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
        Find in the timeline
      </label>
      <input
        id={id}
        className="field"
        type="search"
        autoComplete="off"
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <div className={css.evidence}>
        {shown.map((row) => (
          <Row key={row.reference} row={row} isOn={chosen.includes(row.reference)} onToggle={toggle} />
        ))}
        {shown.length === 0 ? <p className={css.hint}>Nothing in the timeline says that. Try another word.</p> : null}
      </div>
    </fieldset>
  );
}

type RowProps = {
  readonly row: EvidenceRow;
  readonly isOn: boolean;
  readonly onToggle: (reference: string, isOn: boolean) => void;
};

function Row({ row: { reference, mark, kind, text }, isOn, onToggle }: RowProps) {
  const { letter, name } = feedKinds[kind];
  return (
    <label className={css.evidenceRow}>
      <input type="checkbox" checked={isOn} onChange={(event) => onToggle(reference, event.currentTarget.checked)} />
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
