import { exerciseMinutesAt } from '../exercise/clock.ts';
import type { SavedEvent } from '../exercise/events.ts';
import type { ExerciseState } from '../exercise/state.ts';
import { idOf } from '../exercise/topics.ts';
import { describeEvent } from './describe-event.ts';
import { quoted } from './term-words.ts';

const mostLetters = 60;

/** `G1, “No list of owners”, at T+12`: how a person knows an entry, who never saw its number. */
export function nameEntry(state: ExerciseState, event: SavedEvent): string {
  const { ref, text } = describeEvent(event, state.scenario);
  const id = idOf(event) ?? ('of' in event.data ? '' : ref);
  return [id, quoted(cutShort(text)), `at T+${Math.floor(exerciseMinutesAt(state, event.m))}`]
    .filter(Boolean)
    .join(', ');
}

const cutShort = (text: string) =>
  text.length > mostLetters ? `${text.slice(0, mostLetters).replace(/\s+\S*$/, '')} …` : text;
