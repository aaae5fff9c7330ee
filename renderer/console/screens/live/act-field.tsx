import { useId } from 'react';
import { type Field, numberMost } from './act.ts';
import s from './dialog.module.css';

type Props = { readonly field: Field; readonly initial: string | readonly string[]; readonly isFirst: boolean };

/** One field of a form, as a native control: the form's own values are what is sent. */
export function ActField({ field, initial, isFirst }: Props) {
  const { kind, label, name, isNeeded } = field;
  const id = useId();
  if (kind === 'yes') {
    return (
      <label className={s.yes}>
        <input type="checkbox" name={name} value="yes" defaultChecked={initial === 'yes'} /> {label}
      </label>
    );
  }
  if (kind === 'many') return <Many field={field} initial={initial} isFirst={isFirst} />;
  return (
    <div className={s.one}>
      <label className="label" htmlFor={id}>
        {label}
        {isNeeded ? '' : ', if you like'}
      </label>
      <Control id={id} field={field} initial={typeof initial === 'string' ? initial : ''} isFirst={isFirst} />
    </div>
  );
}

function Control({ id, field, initial, isFirst }: Props & { readonly initial: string; readonly id: string }) {
  const { name, kind, choices = [], isNeeded = false } = field;
  const common = { id, name, className: 'field', required: isNeeded, 'data-focus': isFirst || undefined };
  switch (kind) {
    case 'choice':
      return (
        <select {...common} defaultValue={choices.some(({ value }) => value === initial) ? initial : choices[0]?.value}>
          {choices.map(({ value, name: words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      );
    case 'text':
      return <textarea {...common} defaultValue={initial} />;
    case 'number':
      return <input {...common} type="number" min={0} max={numberMost} step="any" defaultValue={initial} />;
    default:
      // What is filled in is a suggestion: typing takes its place.
      return (
        <input
          {...common}
          type="text"
          autoComplete="off"
          defaultValue={initial}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      );
  }
}

function Many({ field, initial, isFirst }: Props) {
  const ticked = typeof initial === 'string' ? initial.split('\n') : initial;
  return (
    <fieldset>
      <legend className="label">{field.label}</legend>
      <div className={s.many}>
        {(field.choices ?? []).map(({ value, name }, at) => (
          <label key={value} className={s.yes}>
            <input
              type="checkbox"
              name={field.name}
              value={value}
              defaultChecked={ticked.includes(value)}
              data-focus={(isFirst && at === 0) || undefined}
            />{' '}
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
