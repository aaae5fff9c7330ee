import type { ExerciseLine, Programme } from '#contract/programme.ts';
import { longDate } from '#core/local-time.ts';
import { goesOn, isHeld, sortNewestFirst } from '#core/plan/programme-cards.ts';
import type { Item } from './item.ts';

type Known = Pick<Programme, 'scripts' | 'exercises'>;

/** Every screen there is to go to: what goes on first, then the year, then what was held. */
export function listPlaces({ scripts, exercises }: Known, go: (address: string) => void): readonly Item[] {
  const to = (address: string, name: string, hint: string, words?: string): Item => ({
    ...{ id: address, name, hint, words },
    run: () => go(address),
  });
  const going = exercises
    .filter(goesOn)
    .map((line) => to(`/live/${line.exercise}`, `Console: ${line.title}`, 'Goes on'));
  const playable = scripts.filter(({ trouble }) => trouble === null);
  const held = sortNewestFirst(exercises.filter(isHeld));
  return [
    ...going,
    to('/', 'Programme', 'Home', 'home start year quarters exercises open actions gaps sample tour'),
    to('/actions', 'Actions', 'Register', 'owner due overdue closure verify export jira azure gitlab github csv'),
    to('/scorecard', 'Scorecard', 'Register', 'month figures import publish controls incidents drift patching asks'),
    to(
      '/exceptions',
      'Exceptions',
      'Register',
      'renew fix retire escalate expiry expired flags reminders calendar ics',
    ),
    to('/trend', 'Trend', 'Scorecard', 'twelve months lines history mean csv'),
    to('/runbooks', 'Runbooks', 'Register', 'steps versions changes publish approve take in'),
    ...playable.map(({ script, title, quarter }) =>
      to(`/plan/${script}`, `Plan: ${title}`, quarter, 'start people length room test card'),
    ),
    ...scripts.map(({ script, title, quarter }) => to(`/script/${script}`, `Script: ${title}`, quarter, 'read check')),
    ...held.flatMap((line) => [
      to(`/review/${line.exercise}`, `Review: ${line.title}`, whenOf(line)),
      to(`/report/${line.exercise}`, `Report: ${line.title}`, whenOf(line), 'documents word'),
    ]),
    ...playable.map(({ script, title, quarter }) =>
      to(`/pack/${script}`, `Printed pack: ${title}`, quarter, 'paper print handouts'),
    ),
  ];
}

function whenOf({ heldOn, isSample }: ExerciseLine): string {
  return `${heldOn === null ? '' : longDate(heldOn)}${isSample ? ', sample' : ''}`;
}
