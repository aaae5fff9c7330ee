import { leadingTime, linesOf } from './body-lines.ts';
import { readProse } from './read-body.ts';

const raised = /\b(?:raised|opened|created)\s+(\d{1,2}:\d{2})\b/iu;

/** When a ticket was raised, as it says itself: in words, or with its first line; null where it does not. */
export function findRaised(body: string): string | null {
  const told = raised.exec(body)?.[1];
  if (told !== undefined) return told;
  const times = linesOf(body).flatMap((line) => leadingTime.exec(line.trim())?.[0] ?? []);
  return times[0] ?? null;
}

/** A subject without the ticket's number in front, where the body begins with it. */
export function dropNumber(subject: string | null, body: string): string | null {
  const [first] = readProse(body);
  const number = first?.kind === 'row' ? first.cells[0] : undefined;
  const colon = subject?.indexOf(': ') ?? -1;
  if (subject === null || number === undefined || colon < 0) return subject;
  const isNumber = /\d/.test(number) && subject.slice(0, colon).endsWith(number);
  return isNumber ? subject.slice(colon + 2) : subject;
}
