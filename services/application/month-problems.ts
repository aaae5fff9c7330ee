import type { Problem } from '#core/outcome.ts';
import { monthWords } from '#core/scorecard/page/month-words.ts';

export function isPublished(month: string): Problem {
  return {
    code: 'is_published',
    message: `${monthWords(month)} is published, and what was published stays as it is.`,
    hint: 'Nothing was changed. Correct it: that begins the next revision.',
  };
}

export function isDrafted(month: string): Problem {
  return {
    code: 'is_drafted',
    message: `A correction of ${monthWords(month)} is being prepared already.`,
    hint: 'Nothing was changed. Open its draft, or discard it first.',
  };
}

export function notReady(lack: string): Problem {
  return {
    code: 'not_ready',
    message: `Not published. ${lack}`,
    hint: 'The draft is kept as it is. Mend this, then publish.',
  };
}

export function wrongDay(why: string): Problem {
  return { code: 'wrong_day', message: why, hint: 'Nothing was changed. Name a day of the month, or a later one.' };
}
