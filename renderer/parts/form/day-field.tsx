import { TextField } from '../text-field.tsx';
import { useDay } from './use-day.ts';

type Props = {
  readonly label: string;
  /** `2026-11-29`; what is no day yet stays as it is typed. */
  readonly day: string;
  readonly onChange: (day: string) => void;
  readonly onBlur?: () => void;
  readonly hint?: string | undefined;
  readonly warning?: string | null;
  /** Of more than the day itself, such as that it is missing. */
  readonly problem?: string | undefined;
};

/** A day, whatever the browser's language; 2026-11-29, 29.11.2026, 29 Nov 2026 and 29/11/2026 are the same. */
export function DayField({ label, day, onChange, onBlur, hint, warning = null, problem }: Props) {
  const { text, problem: unread, type, leave } = useDay(day, onChange);
  return (
    <TextField
      label={label}
      value={text}
      inPlace="YYYY-MM-DD"
      hint={hint}
      warning={warning}
      error={problem ?? unread ?? undefined}
      onChange={type}
      onBlur={() => {
        leave();
        onBlur?.();
      }}
    />
  );
}
