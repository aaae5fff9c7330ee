import { type KeyboardEvent, useId, useRef } from 'react';
import { feedbackStatements } from '#core/review/forms/field.ts';
import css from './form.module.css';

type Props = {
  readonly label: string;
  readonly scores: readonly string[];
  readonly onChange: (scores: readonly string[]) => void;
};

const isScore = (text: string) => /^[1-5]$/.test(text);

/** Twelve digits copied from paper: each one typed goes on to the next line. */
export function ScoreSheet({ label, scores, onChange }: Props) {
  const id = useId();
  const lines = useRef<HTMLOListElement>(null);
  function put(digit: string, index: number) {
    onChange(feedbackStatements.map((_, at) => (at === index ? digit : (scores[at] ?? ''))));
    if (isScore(digit)) lines.current?.querySelectorAll('input')[index + 1]?.focus();
  }
  /** Also where the same digit stands there already: a form retyped over itself does not slip. */
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>, index: number) {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (key.length > 1 || ctrlKey || metaKey || altKey) return;
    event.preventDefault();
    if (isScore(key)) put(key, index);
  }
  return (
    <fieldset className={css.wide}>
      <legend className="label">{label}</legend>
      <p className={css.hint}>Type the digit of each line, 1 to 5; the next line follows by itself.</p>
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
              onKeyDown={(event) => onKeyDown(event, index)}
              onChange={(event) => put(event.currentTarget.value.trim().slice(-1), index)}
            />
          </li>
        ))}
      </ol>
    </fieldset>
  );
}
