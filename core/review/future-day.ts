import type { WindowCommand } from '../exercise/commands.ts';
import { type ExerciseState, listStanding } from '../exercise/state.ts';
import { longDate } from '../local-time.ts';
import { fail, type Outcome } from '../outcome.ts';

/** Nobody signs or approves on a day that has not come. Who gives the command knows which day it is; a journal does not. */
export function refuseFutureDay(
  state: ExerciseState,
  command: WindowCommand,
  tellToday: () => string,
): Outcome<never> | null {
  const day = dayGiven(state, command);
  if (day === null) return null; // as nearly every command: nobody has to know the day
  const today = tellToday();
  if (day <= today) return null;
  return fail({
    code: 'date_in_future',
    message: `${longDate(day)} has not come yet; today is ${longDate(today)}.`,
    hint: 'Give the day on which it was signed or approved.',
  });
}

function dayGiven(state: ExerciseState, command: WindowCommand): string | null {
  if (command.type === 'sign_report' || command.type === 'approve_summary') return command.on;
  if (command.type !== 'amend_entry') return null;
  const type = listStanding(state).find(({ seq }) => seq === command.of)?.type;
  const { on } = command.with;
  return (type === 'report_signed' || type === 'summary_approved') && typeof on === 'string' ? on : null;
}
