import { type ClipboardEvent, type FocusEvent, type KeyboardEvent, useId } from 'react';
import styles from './fields.module.css';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly onPaste?: (event: ClipboardEvent) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Taken all the same; stands in place of the hint. */
  readonly warning?: string | null;
  /** What stands in place while nothing is typed. */
  readonly inPlace?: string | undefined;
  /** The label is read out and not drawn, such as in a table whose column head says it. */
  readonly isLabelHidden?: boolean;
  readonly rows?: number;
  readonly suggestions?: readonly string[];
  /** Where a dialog begins; what is filled in is a suggestion, and typing takes its place. */
  readonly isFirst?: true | undefined;
};

const beginAt = (isFirst: true | undefined) =>
  isFirst && {
    'data-focus': true,
    onFocus: (event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => event.currentTarget.select(),
  };

/** A label, one line or several to write in, and below it the hint or what is wrong. */
export function TextField(props: Props) {
  const { label, value, onChange, onBlur, warning, inPlace, isLabelHidden, rows, error } = props;
  const hint = warning ?? props.hint;
  const id = useId();
  const about = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const common = {
    ...{ id, value, onBlur, placeholder: inPlace, dir: 'auto' as const },
    ...{ onKeyDown: props.onKeyDown, onPaste: props.onPaste, ...beginAt(props.isFirst) },
    ...{ 'aria-describedby': about || undefined, 'aria-invalid': error ? true : undefined },
  };
  const looks = `field ${error ? styles.wrong : ''}`;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={isLabelHidden ? 'sr' : 'label'}>
        {label}
      </label>
      {rows ? (
        <textarea
          {...common}
          rows={rows}
          className={`${looks} ${styles.area}`}
          onChange={({ target }) => onChange(target.value)}
        />
      ) : (
        <input
          {...common}
          type="text"
          className={looks}
          list={props.suggestions ? `${id}-list` : undefined}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
      {props.suggestions && <Suggestions id={`${id}-list`} words={props.suggestions} />}
      {hint && (
        <p id={`${id}-hint`} className={warning ? 'tiny warn' : 'tiny quiet'}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}

function Suggestions({ id, words }: { readonly id: string; readonly words: readonly string[] }) {
  return (
    <datalist id={id}>
      {words.map((word) => (
        <option key={word} value={word} />
      ))}
    </datalist>
  );
}
