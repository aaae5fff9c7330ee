/** `time`: `09:05`, also where it was typed as 9:05, 0905, 9.05, 9h05 or 9. */
export type TimeOfDay =
  | { readonly time: string; readonly problem: null }
  | { readonly time: null; readonly problem: string };

const shape = /^(\d{1,2})(?:\s*[:.h]\s*(\d{2})|(\d{2}))?$/i;

const mostQuoted = 16;

/** What somebody typed as a time of day, on a clock of 24 hours. */
export function readTimeOfDay(text: string): TimeOfDay {
  const typed = text.trim();
  if (typed === '') return { time: null, problem: 'Write a time of day, such as 9:30.' };
  const [whole, hours, minutes, glued] = shape.exec(typed) ?? [];
  if (whole === undefined || Number(hours) > 23 || Number(minutes ?? glued ?? 0) > 59) {
    const what = typed.length > mostQuoted ? 'This' : typed;
    return { time: null, problem: `${what} is no time of day. Write it with 24 hours, such as 09:05 or 21:30.` };
  }
  return { time: `${pad(hours)}:${pad(minutes ?? glued)}`, problem: null };
}

const pad = (digits = '0') => digits.padStart(2, '0');
