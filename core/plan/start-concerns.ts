import { longDay } from '../local-time.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { Plan } from './plan.ts';
import { summariseSession } from './session-summary.ts';
import { isMoment } from './start-moment.ts';

type Around = {
  /** The date on this computer; null while it is not known. */
  readonly today: string | null;
  /** A window shows the room, or there is no screen for one. */
  readonly hasRoom: boolean;
};

/** What somebody who presses Start should hear once, because a start cannot be taken back. A sample is practised alone. */
export function listStartConcerns(scenario: Scenario, plan: Plan, { today, hasRoom }: Around): readonly string[] {
  const { tooShort } = summariseSession(scenario, plan);
  const isAlone = plan.participants.every(({ name }) => name.trim() === '');
  return [
    isAlone && 'Nobody is invited: you will have to play every function.',
    !hasRoom && !plan.sample && 'No room window is open: nobody but you sees what you release.',
    tooShort && `The musts need ${tooShort.minimum} min, and the plan has ${plan.plan.length_min}.`,
    today && tellOtherDay(plan.starts_at, today),
  ].filter((words) => typeof words === 'string');
}

function tellOtherDay(starts: string | null, today: string): string | null {
  if (starts === null || !isMoment(starts) || starts.slice(0, 10) === today) return null;
  return `The plan is for ${longDay(starts.slice(0, 10))}, and today is ${longDay(today)}.`;
}
