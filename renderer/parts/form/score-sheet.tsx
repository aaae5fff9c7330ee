import { type ChangeEvent, useId, useRef } from 'react';
import { feedbackStatements } from '#core/review/forms/field.ts';
import css from './form.module.css';

type Props = {
  readonly label: string;
  readonly scores: readonly string[];
  readonly onChange: (scores: readonly string[]) => void;
};

/** Twelve digits copied from paper: each one typed goes on to the next line. */
export function ScoreSheet({ label, scores, onChange }: Props) {
  const id = useId();
  const lines = useRef<HTMLOListElement>(null);
  function take(event: ChangeEvent<HTMLInputElement>, index: number) {
    const digit = event.currentTarget.value.trim().slice(-1);
    onChange(feedbackStatements.map((_, at) => (at === index ? digit : (scores[at] ?? ''))));
    if (/^[1-5]$/.test(digit)) lines.current?.querySelectorAll('input')[index + 1]?.focus();
  }
  return (
    <fieldset className={css.wide}>
      <legend className="label">{label}</legend>
      <p className={css.hint}>Type the digit of each line; the next line follows by itself.</p>
      <ol ref={lines} className={css.scores}>
        {feedbackStatements.map((statement, index) => (
          <li key={statement}>
            <label htmlFor={`${id}-${index}`}>
              <span className="quiet num">{index + 1}</span> {statement}
            </label>
            <input
              id={`${id}-${index}`}
              className="field"
              inputMode="numeric"
              autoComplete="off"
              value={scores[index] ?? ''}
              onFocus={(event) => event.currentTarget.select()}
              onChange={(event) => take(event, index)}
            />
          </li>
        ))}
      </ol>
    </fieldset>
  );
}
