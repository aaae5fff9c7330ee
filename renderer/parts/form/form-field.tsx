import { useId } from 'react';
import type { Field, FormValue } from '#core/review/forms/field.ts';
import type { EvidenceRow } from '#core/review/list-feed.ts';
import { ChoiceControl } from './choice-control.tsx';
import { EvidencePicker } from './evidence-picker.tsx';
import css from './form.module.css';
import { ScoreSheet } from './score-sheet.tsx';
import { useDay } from './use-day.ts';
import { Worded, type Wording } from './worded.tsx';

export type FormFieldProps = {
  readonly field: Field;
  readonly value: FormValue;
  readonly onChange: (value: FormValue) => void;
  /** What can be cited, where the field is evidence. */
  readonly evidence?: readonly EvidenceRow[];
  /** Said beside the field; the field is then marked as wrong. */
  readonly problem?: string | null;
  /** Where people write what others will read. */
  readonly wording?: Wording | null;
};

/** One field of a form with its label, its hint and what is wrong with it. */
export function FormField(props: FormFieldProps) {
  const { field, value, onChange, evidence = [] } = props;
  if (field.shape === 'evidence') {
    return <EvidencePicker label={field.label} rows={evidence} chosen={listOf(value)} onChange={onChange} />;
  }
  if (field.shape === 'scores') return <ScoreSheet label={field.label} scores={listOf(value)} onChange={onChange} />;
  if (field.shape === 'yes') return <YesField field={field} isOn={value === true} onChange={onChange} />;
  return field.shape === 'date' ? <DateField {...props} /> : <LabelledField {...props} />;
}

function DateField(props: FormFieldProps) {
  const { text, problem, type, leave } = useDay(String(props.value), props.onChange);
  return (
    <LabelledField
      {...props}
      value={text}
      problem={problem ?? props.problem ?? null}
      onChange={(typed) => type(String(typed))}
      onLeave={leave}
    />
  );
}

function LabelledField({
  field,
  value,
  onChange,
  onLeave,
  problem = null,
  wording = null,
}: FormFieldProps & { readonly onLeave?: () => void }) {
  const id = useId();
  const told = `${id}-told`;
  const isLong = field.shape === 'text' || field.shape === 'list';
  const control = (
    <Control
      id={id}
      told={told}
      field={field}
      text={String(value)}
      onChange={onChange}
      onLeave={onLeave}
      hasProblem={problem !== null}
    />
  );
  return (
    <div className={isLong || field.name === 'title' ? css.wide : css.cell}>
      <label className="label" htmlFor={id}>
        {field.label}
        {field.isRequired ? <span className={css.needed}> needed</span> : null}
      </label>
      {wording ? (
        <Worded wording={wording} text={String(value)}>
          {control}
        </Worded>
      ) : (
        control
      )}
      <p id={told} className={problem === null ? css.hint : css.problem}>
        {problem ?? field.hint}
      </p>
    </div>
  );
}

type ControlProps = {
  readonly id: string;
  readonly told: string;
  readonly field: Field;
  readonly text: string;
  readonly onChange: (value: string) => void;
  readonly onLeave: (() => void) | undefined;
  readonly hasProblem: boolean;
};

function Control({ id, told, field, text, onChange, onLeave, hasProblem }: ControlProps) {
  const common = {
    id,
    name: field.name,
    value: text,
    'aria-describedby': told,
    'aria-invalid': hasProblem,
    'aria-required': field.isRequired,
    dir: 'auto',
  };
  switch (field.shape) {
    case 'choice':
      return <ChoiceControl {...common} choices={field.choices} onChange={onChange} />;
    case 'text':
    case 'list':
      return (
        <textarea
          {...common}
          className={`field ${css.long}`}
          rows={2}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    default:
      return (
        <input
          {...common}
          className="field"
          type="text"
          placeholder={field.shape === 'date' ? 'YYYY-MM-DD' : undefined}
          inputMode={field.shape === 'number' ? 'decimal' : undefined}
          autoComplete="off"
          onChange={(event) => onChange(event.currentTarget.value)}
          onBlur={onLeave}
        />
      );
  }
}

type YesProps = { readonly field: Field; readonly isOn: boolean; readonly onChange: (value: boolean) => void };

function YesField({ field, isOn, onChange }: YesProps) {
  return (
    <label className={`${css.cell} ${css.yes}`}>
      <input
        type="checkbox"
        name={field.name}
        checked={isOn}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {field.label}
    </label>
  );
}

function listOf(value: FormValue): readonly string[] {
  return Array.isArray(value) ? value : [];
}
