import { useId } from 'react';
import type { Field } from '#core/review/forms/field.ts';
import css from './form.module.css';

type Props = { readonly field: Field; readonly value: string; readonly onChange: (value: string) => void };

const short: Readonly<Record<string, string>> = {
  P: 'Performed',
  S: 'Some challenges',
  M: 'Major challenges',
  U: 'Unable',
  N: 'Not exercised',
};

/** The five letters, each with its shape and its word. */
export function RatingField({ field, value, onChange }: Props) {
  const group = useId();
  return (
    <fieldset>
      <legend className="sr">{field.label}</legend>
      <div className={css.ratings}>
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
            <span className={css.ratingChoice}>
              <span className={`rating ${choice.value}`} aria-hidden="true">
                {choice.value}
              </span>
              <span className="sr">{choice.value}, </span>
              {short[choice.value] ?? choice.words}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
