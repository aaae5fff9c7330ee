import type { WindowCommand } from '../exercise/commands.ts';
import type { SavedEvent } from '../exercise/events.ts';
import type { Phase } from '../exercise/state.ts';
import { unasked } from '../report/script-words.ts';
import type { Role } from '../scenario/vocabulary.ts';

/** Decision, gap, strength, observation, action, parked. */
export type Letter = 'D' | 'G' | 'S' | 'O' | 'A' | 'P';

/** `decision`: of the script, or `new`. */
type Read = {
  readonly letter: Letter;
  readonly decision: string;
  readonly text: string;
  readonly by: Role | null;
};

/** The capture a note stands for. After the end nothing is decided any more: a decision is kept as an observation. */
export function noteCommand(phase: Phase, { letter, decision, text, by: role }: Read) {
  const by = role === null ? {} : { by: role };
  if (letter === 'D' && phase === 'ended') {
    const words = `Decision: ${text}`;
    const command: WindowCommand = { type: 'record_observation', kind: 'fact', text: words, ...by };
    const taken = ['The exercise has ended: the decision is kept as an observation.'];
    return { command, letter: 'O' as const, words, taken };
  }
  return { command: commandOf({ letter, decision, text, by: role }), letter, words: text, taken: [] };
}

function commandOf({ letter, decision, text, by: role }: Read): WindowCommand {
  const by = role === null ? {} : { by: role };
  switch (letter) {
    case 'D': {
      const asked = decision === 'new' ? { question: unasked } : {};
      return { type: 'record_decision', decision, ...asked, choice: text, by: role ?? 'IC' };
    }
    case 'G':
      return { type: 'record_gap', title: text, evidence: [], ...by };
    case 'S':
      return { type: 'record_strength', what: text, evidence: [], ...by };
    case 'O':
      return { type: 'record_observation', kind: 'fact', text, ...by };
    case 'A':
      return { type: 'agree_action', item: { title: text, ...(role === null ? {} : { owner_role: role }) } };
    case 'P':
      return { type: 'park_item', text, ...by };
  }
}

/** A capture that stands, under its letter and words: the same notes may be pasted twice. */
export function wordsOf(event: SavedEvent): readonly [words: string, event: SavedEvent] | null {
  switch (event.type) {
    case 'decision_made':
      return [`D ${event.data.choice}`, event];
    case 'gap_recorded':
      return [`G ${event.data.title}`, event];
    case 'strength_recorded':
      return [`S ${event.data.what}`, event];
    case 'observation_recorded':
      return [`O ${event.data.text}`, event];
    case 'action_agreed':
      return [`A ${event.data.title}`, event];
    case 'item_parked':
      return [`P ${event.data.text}`, event];
    default:
      return null;
  }
}
