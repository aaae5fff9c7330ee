import { useId } from 'react';
import styles from './fields.module.css';

type Choice<Value extends string> = { readonly value: Value; readonly title: string; readonly consequence: string };
type Props<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
};

/** One of several, each with what it leads to in words, readable before it is chosen. */
export function ChoiceList<Value extends string>({ label, value, choices, onChange }: Props<Value>) {
  const id = useId();
  return (
    <div role="radiogroup" aria-label={label} className={styles.choices}>
      {choices.map((choice) => (
        <label key={choice.value} className={styles.choice}>
          <input
            type="radio"
            name={id}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
            aria-labelledby={`${id}-${choice.value}`}
            aria-describedby={`${id}-${choice.value}-why`}
          />
          <span>
            <span id={`${id}-${choice.value}`} className="row-title">
              {choice.title}
            </span>
            <br />
            <span id={`${id}-${choice.value}-why`} className="small quiet">
              {choice.consequence}
            </span>
          </span>
        </label>
      ))}
    </div>
  );
}
