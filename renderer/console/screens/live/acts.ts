import type { Act, Subject } from './act.ts';
import { captureActs } from './acts-capture.ts';
import { courseActs } from './acts-course.ts';
import { decisionActs } from './acts-decisions.ts';
import { entryActs } from './acts-entries.ts';
import { orderActs } from './acts-order.ts';
import { peopleActs } from './acts-people.ts';
import { playActs } from './acts-play.ts';
import { roomActs } from './acts-room.ts';

/** Everything that can be done in the phase the exercise is in. What cannot be filled in yet is left out. */
export function listActs(subject: Subject): readonly Act[] {
  const { phase } = subject.state;
  const isLive = phase === 'running' || phase === 'paused';
  const live = isLive
    ? [
        ...roomActs(subject),
        ...peopleActs(subject),
        ...playActs(subject),
        ...orderActs(subject),
        ...decisionActs(subject),
      ]
    : [];
  const acts = [...captureActs(subject), ...live, ...entryActs(subject), ...courseActs(subject)];
  return acts.filter((act) => isPossible(act) && (phase === 'running' || !needsRunning.has(act.verb)));
}

export function findAct(subject: Subject, id: string): Act | undefined {
  return listActs(subject).find((act) => act.id === id);
}

const needsRunning: ReadonlySet<Act['verb']> = new Set<Act['verb']>([
  'release_inject',
  'improvise_inject',
  'open_decision',
  'show_decision_options',
]);

/** A needed choice without anything to choose from cannot be made. */
const isPossible = ({ fields }: Act): boolean =>
  fields.every(({ isNeeded, choices }) => !isNeeded || !choices || choices.length > 0);
