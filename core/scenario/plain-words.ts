import type { z } from 'zod';

const kinds: Readonly<Record<string, string>> = {
  string: 'Text is expected.',
  number: 'A number is expected.',
  int: 'A whole number is expected.',
  boolean: 'Write true or false.',
  array: 'A list is expected.',
  object: 'Fields such as {name: value} are expected.',
  record: 'Fields such as {name: value} are expected.',
};

/** For every parse of what a person wrote: the advice where a schema gives none of its own. */
export const plainWords: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return kinds[issue.expected] ?? 'Something else is expected.';
    case 'invalid_value':
      return `Write one of ${issue.values.map(String).join(', ')}.`;
    case 'too_small':
      return tellBound(issue.origin, Number(issue.minimum), issue.inclusive === false ? 'more than' : 'at least');
    case 'too_big':
      return tellBound(issue.origin, Number(issue.maximum), issue.inclusive === false ? 'less than' : 'at most');
    case 'invalid_format':
      return issue.format === 'datetime'
        ? 'Write a date and time in UTC, such as 2026-03-17T09:00:00Z.'
        : 'It is not written as it should be.';
    case 'invalid_key':
      return 'A field needs a name.';
    default:
      return 'It may not stand here.';
  }
};

function tellBound(origin: string, bound: number, words: string): string {
  if (origin === 'string') {
    return bound === 1 ? 'Write something here, or leave the field out.' : `Write ${words} ${bound} characters.`;
  }
  return origin === 'array' ? `Give ${words} ${bound}.` : `Write ${words} ${bound}.`;
}
