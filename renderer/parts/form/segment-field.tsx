import { useId } from 'react';
import type { Field } from '#core/review/forms/field.ts';
import css from './form.module.css';

type Props = { readonly field: Field; readonly value: string; readonly onChange: (value: string) => void };

/** A few short choices side by side; arrow keys move between them. */
export function SegmentField({ field, value, onChange }: Props) {
  const group = useId();
  return (
    <fieldset className={css.cell}>
      <legend className="label">{field.label}</legend>
      <div className={css.segments}>
        {field.choices.map((choice) => (
          <label key={choice.value}>
            <input
              type="radio"
              className="sr"
              name={group}
              value={choice.value}
              checked={value === choice.value}
              onChange={() => onChange(choice.value)}
            />
            <span>{choice.words}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
