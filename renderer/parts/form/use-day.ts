import { useState } from 'react';
import { readDay } from '#core/day.ts';

/** From so many letters on a day is typed out, and can be told to be none. */
const typedOut = 10;

/** A field of one line for a day: it is read in any common order, and stands there as 2026-11-29 once it is left. */
export function useDay(day: string, onChange: (day: string) => void) {
  const [typed, setTyped] = useState({ text: day, day });
  const [isTyping, setTyping] = useState(false);
  const text = typed.day === day ? typed.text : day; // it was set from elsewhere
  const read = readDay(text);
  const isTold = text.trim() !== '' && (!isTyping || text.trim().length >= typedOut);

  function type(to: string) {
    const told = readDay(to).day ?? to.trim().toLowerCase(); // a T would stand between day and time
    setTyping(true);
    setTyped({ text: to, day: told });
    onChange(told);
  }
  function leave() {
    setTyping(false);
    if (read.day !== null) setTyped({ text: read.day, day });
  }
  return { text, problem: isTold ? read.problem : null, type, leave };
}
