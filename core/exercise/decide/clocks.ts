import { factWords } from '../../clocks/clock-words.ts';
import { findLegalClock } from '../../clocks/legal-clocks.ts';
import { listClocks } from '../../scenario/find-clock.ts';
import { incidentFacts } from '../../scenario/vocabulary.ts';
import { hasClockBegun, tellTriggers } from '../clock-starts.ts';
import type { CommandOf } from '../commands.ts';
import type { Decided } from '../decided.ts';
import { refuse } from '../refusals.ts';
import { type ExerciseState, isLeftOut, isReleased } from '../state.ts';
import { allow, withoutUndefined } from './allow.ts';
import { isKnownInject } from './running-order.ts';

export type ClockCommand = CommandOf<'recognise_clock' | 'rule_out_clock' | 'file_clock'>;

export function decideClocks(state: ExerciseState, command: ClockCommand): Decided {
  if (!listClocks(state.scenario).includes(command.clock)) return refuse('unknown_clock', command.clock);
  switch (command.type) {
    case 'recognise_clock':
      return recogniseClock(state, command);
    case 'rule_out_clock': {
      const { clock, by, reason } = command;
      if (by !== 'LEGAL') return refuse('legal_decides', `${clock}, by ${by}`);
      return allow({ type: 'clock_not_applicable', data: { clock, by, reason } });
    }
    case 'file_clock': {
      const { clock, by, reference } = command;
      return allow({ type: 'clock_filed', data: withoutUndefined({ clock, by, reference }) });
    }
  }
}

/** Recognising a duty before anything in the story started it is refused. Source: definitions.md, "Before its inject's release". */
function recogniseClock(state: ExerciseState, { clock, inject, by, facts }: CommandOf<'recognise_clock'>): Decided {
  if (inject !== undefined) {
    if (!isKnownInject(state, inject)) return refuse('unknown_inject', inject);
    if (isLeftOut(state, inject)) return refuse('left_out', `${clock} of ${inject}`);
    if (!isReleased(state, inject)) return refuse('not_released', `${clock} of ${inject}`);
  } else if (!hasClockBegun(state, clock)) {
    return refuse('clock_not_begun', `${clock}; first ${tellTriggers(state, clock)}`);
  }
  const missing = facts && incidentFacts.find((fact) => dependsOn(clock, fact) && !facts.includes(fact));
  if (missing) return refuse('fact_needed', `${clock}, “${factWords[missing]}”`);
  return allow({ type: 'clock_recognised', data: withoutUndefined({ clock, inject, facts, by }) });
}

const dependsOn = (clock: string, fact: (typeof incidentFacts)[number]) =>
  findLegalClock(clock)?.applies_when.includes(fact) === true;
