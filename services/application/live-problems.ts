import { isCapture } from '#core/exercise/topics.ts';
import { canContinue } from '../saving/continue-journal.ts';
import type { OpenedJournal } from '../saving/journal.ts';

/** null for one that is whole, or that cannot go on. */
export function countSalvaged(opened: OpenedJournal): number | null {
  return canContinue(opened, opened.damage) ? opened.salvaged.filter(({ type }) => isCapture(type)).length : null;
}

/** What an open exercise answers when it does not do what was asked. */
export function onlyRead(message: string) {
  return { code: 'read_only', message, hint: 'Nothing was recorded, and nothing on the disk was changed.' };
}

export const keptHint = 'It is kept here with its time, and tried again with the next entry.';

export const setBack = 'The clock of this computer was set back. The exercise clock goes on as before.';

export const nothingToAsk = {
  code: 'nothing_to_reanchor',
  message: 'The exercise clock has gone on without a break, or the break was counted already.',
  hint: 'Carry on; nothing was changed.',
};

export const openedAnew = {
  code: 'not_saved',
  message: 'Not saved. The exercise is being opened anew.',
  hint: 'What you typed is still in the form. Save it again.',
};
