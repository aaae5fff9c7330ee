import { listClocks, listClockTriggers } from '../../scenario/find-clock.ts';
import type { CommandOf } from '../commands.ts';
import type { Decided } from '../decided.ts';
import { hasClockBegun } from '../has-clock-begun.ts';
import { refuse } from '../refusals.ts';
import { type ExerciseState, isLeftOut, isReleased } from '../state.ts';
import { allow, withoutUndefined } from './allow.ts';
import { isKnownInject } from './running-order.ts';

export type ClockCommand = CommandOf<'recognise_clock' | 'rule_out_clock' | 'file_clock'>;

export function decideClocks(state: ExerciseState, command: ClockCommand): Decided {
  switch (command.type) {
    case 'recognise_clock':
      return recogniseClock(state, command);
    case 'rule_out_clock': {
      const { clock, by, reason } = command;
      if (!isKnownClock(state, clock)) return refuse('unknown_clock', clock);
      if (by !== 'LEGAL') return refuse('legal_decides', by);
      return allow({ type: 'clock_not_applicable', data: { clock, by, reason } });
    }
    case 'file_clock': {
      const { clock, by, reference } = command;
      if (!isKnownClock(state, clock)) return refuse('unknown_clock', clock);
      return allow({ type: 'clock_filed', data: withoutUndefined({ clock, by, reference }) });
    }
  }
}

/** Recognising a duty before anything in the story started it is refused. Source: definitions.md, "Before its inject's release". */
function recogniseClock(state: ExerciseState, { clock, inject, by }: CommandOf<'recognise_clock'>): Decided {
  if (!isKnownClock(state, clock)) return refuse('unknown_clock', clock);
  if (inject !== undefined) {
    if (!isKnownInject(state, inject)) return refuse('unknown_inject', inject);
    if (isLeftOut(state, inject)) return refuse('left_out', `${clock} of ${inject}`);
    if (!isReleased(state, inject)) return refuse('not_released', `${clock} of ${inject}`);
  }
  if (inject === undefined && !hasClockBegun(state, clock)) {
    const triggers = listClockTriggers(state.scenario, clock);
    return refuse('not_released', `${clock} of ${triggers.map((trigger) => trigger.inject).join(', ')}`);
  }
  return allow({ type: 'clock_recognised', data: withoutUndefined({ clock, inject, by }) });
}

const isKnownClock = (state: ExerciseState, clock: string): boolean => listClocks(state.scenario).includes(clock);
