import { useId } from 'react';
import styles from './fields.module.css';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly words: string }[];
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly isLabelHidden?: boolean;
};

export function SelectField({ label, value, options, onChange, hint, isLabelHidden }: Props) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={isLabelHidden ? 'sr' : 'label'}>
        {label}
      </label>
      <select
        id={id}
        className="field"
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={({ target }) => onChange(target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
      {hint && (
        <p id={`${id}-hint`} className="tiny quiet">
          {hint}
        </p>
      )}
    </div>
  );
}
