import css from './segments.module.css';

type Props<Value extends string> = {
  readonly label: string;
  readonly names: Readonly<Record<Value, string>>;
  readonly values: readonly Value[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
};

/** One of a few, each a word or two, side by side. */
export function Segments<Value extends string>({ label, names, values, chosen, onChoose }: Props<Value>) {
  return (
    <div role="radiogroup" aria-label={label} className={css.segments}>
      {values.map((value) => (
        <label key={value}>
          <input type="radio" className="sr" name={label} checked={value === chosen} onChange={() => onChoose(value)} />
          <span>{names[value]}</span>
        </label>
      ))}
    </div>
  );
}
