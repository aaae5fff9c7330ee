import { useId } from 'react';
import type { Field } from './act.ts';
import s from './capture.module.css';

type Props = {
  readonly field: Field;
  readonly isFirst: boolean;
  readonly isAsked: boolean;
  readonly initial: string;
};

/** The line is large, everything else is small and can be left as it is. */
export function CaptureField({ field, isFirst, isAsked, initial }: Props) {
  const id = useId();
  const { name, label, isNeeded = false, choices } = field;
  if (choices) {
    return (
      <div className={s.side} hidden={!isAsked}>
        <label className="label" htmlFor={id}>
          {label}
        </label>
        <select id={id} name={name} className="field" required={isNeeded} defaultValue={initial}>
          {choices.map(({ value, name: words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </div>
    );
  }
  return (
    <div className={isFirst ? s.line : s.side} hidden={!isAsked}>
      <label className={isFirst ? 'sr' : 'label'} htmlFor={id}>
        {label}
      </label>
      {isFirst ? (
        <textarea
          id={id}
          name={name}
          className="field"
          rows={2}
          required={isNeeded}
          placeholder={label}
          defaultValue={initial}
        />
      ) : (
        <input id={id} name={name} className="field" required={isNeeded} autoComplete="off" defaultValue={initial} />
      )}
    </div>
  );
}
