import type { WindowCommand } from '#core/exercise/commands.ts';
import type { ExerciseState } from '#core/exercise/state.ts';
import { checkText } from '#core/review/wording/check-text.ts';
import { namesOf } from '#core/review/wording/list-wording.ts';
import { writingKindOf } from '#core/review/wording/written-fields.ts';

/** One short line about words that blame, while they are typed; Review asks again, so nothing is held up. */
export function tellWording(
  state: ExerciseState,
  verb: WindowCommand['type'],
  field: string,
  text: string,
): string | null {
  const kind = writingKindOf(verb, field);
  if (kind === null) return null;
  const found = checkText(text, kind, namesOf(state)).find(({ level }) => level !== 'info');
  return found ? `“${found.text}”: ${found.why}` : null;
}
