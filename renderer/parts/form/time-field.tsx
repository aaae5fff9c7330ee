import { useState } from 'react';
import { readTimeOfDay } from '#core/time-of-day.ts';
import { TextField } from '../text-field.tsx';

type Props = {
  readonly label: string;
  /** `09:05`; what is no time of day yet stays as it is typed. */
  readonly time: string;
  readonly onChange: (time: string) => void;
  readonly onBlur?: () => void;
  readonly hint?: string | undefined;
  /** Of more than the time itself, such as that it has passed. */
  readonly problem?: string | undefined;
  readonly isNeeded?: boolean;
  readonly isFirst?: true;
};

/** From so many letters on a time is typed out, and can be told to be none. */
const typedOut = 4;

/** A time of day on a clock of 24 hours, whatever the browser's language; 9:05, 0905 and 9.05 are the same. */
export function TimeField({ label, time, onChange, onBlur, hint, problem, isNeeded = false, isFirst }: Props) {
  const [typed, setTyped] = useState({ text: time, time });
  const [isTyping, setTyping] = useState(false);
  const text = typed.time === time ? typed.text : time; // it was set from elsewhere
  const read = readTimeOfDay(text);
  const isTold = text === '' ? isNeeded : !isTyping || text.trim().length >= typedOut;
  function type(to: string) {
    const told = readTimeOfDay(to).time ?? to.trim();
    setTyping(true);
    setTyped({ text: to, time: told });
    onChange(told);
  }
  return (
    <TextField
      label={label}
      value={text}
      inPlace="09:30"
      hint={hint}
      error={problem ?? (isTold ? (read.problem ?? undefined) : undefined)}
      isFirst={isFirst}
      onChange={type}
      onBlur={() => {
        setTyping(false);
        if (read.time !== null) setTyped({ text: read.time, time });
        onBlur?.();
      }}
    />
  );
}
