import type { EventType } from '#core/exercise/events.ts';
import type { Scenario } from '#core/scenario/schema.ts';
import type { Facilitator } from './facilitator.ts';
import type { Year } from './year.ts';

/** The exercise that is being played. */
export type Play = {
  readonly year: Year;
  readonly script: Scenario;
  /** What the feed has shown: from then on it may not be lost. */
  readonly acknowledged: string[];
};

/** What a facilitator does with the keyboard, and every entry that it leaves in the record, and no other. */
export type Act = {
  readonly leaves: readonly EventType[];
  readonly perform: (at: Facilitator, play: Play) => Promise<void>;
};

export const act = (leaves: readonly EventType[], perform: Act['perform']): Act => ({ leaves, perform });

/** A form with one line to write. */
export async function fillIn(at: Facilitator, name: string, words: string): Promise<void> {
  const form = at.dialog(name);
  await form.waitFor();
  await at.type(words);
  await at.send(form);
}
