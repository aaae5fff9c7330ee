import type { Choice } from '#core/review/forms/field.ts';

type Props = {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
  readonly 'aria-describedby': string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-required': boolean;
};

/** The system's own list: long ones can be searched by typing. */
export function ChoiceControl({ choices, value, onChange, ...rest }: Props) {
  const isKnown = value === '' || choices.some((choice) => choice.value === value);
  return (
    <select {...rest} className="field" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      <option value="">Choose</option>
      {isKnown ? null : <option value={value}>{value}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.words}
        </option>
      ))}
    </select>
  );
}
