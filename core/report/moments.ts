import type { EventType, SavedEvent } from '../exercise/events.ts';
import { findFirst, listStanding } from '../exercise/state.ts';
import { walkStoryline } from '../exercise/storyline.ts';
import { clockMark, type Facts } from './facts.ts';
import { channelNames, roleNames, sentence } from './term-words.ts';

/** What was known when: an inject and what the room did before the next one. */
export type Moment = {
  readonly exercise: string;
  readonly storyline: string;
  readonly inject: string;
  readonly text: string;
};

const most = 10;
const followUps = 2;

/** What a reader wants to hear of first. */
const weights: Partial<Record<EventType, number>> = {
  real_world_stop: 9,
  incident_declared: 8,
  exercise_suspended: 7,
  containment_declared: 6,
  recovery_declared: 6,
  eradication_declared: 6,
  decision_made: 5,
  decision_revised: 4,
  statement_approved: 4,
  exec_notified: 3,
  exercise_paused: 1,
  clock_recognised: 2,
  attendance_changed: 2,
  severity_changed: 2,
  detected: 1,
};

/** At most ten lines in forward time: the first and the last inject, and those most followed from. */
export function listMoments(facts: Facts): readonly Moment[] {
  const storyline = new Map(Array.from(walkStoryline(facts.state), (moment) => [moment.event.seq, moment]));
  const chapters = listChapters(facts);
  const scores = chapters.map(({ after }) => after.reduce((sum, { type }) => sum + (weights[type] ?? 0), 0));
  const ranked = chapters.map((_, at) => at).toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const always = [0, chapters.length - 1];
  const kept = new Set([...always, ...ranked.filter((at) => !always.includes(at))].slice(0, most));
  return chapters
    .filter((_, at) => kept.has(at))
    .map(({ opening, title, after }) => ({
      exercise: clockMark(facts, opening.m),
      storyline: storyline.get(opening.seq)?.storylineTime ?? '',
      inject: 'inject' in opening.data ? String(opening.data.inject) : '',
      text: [sentence(title), ...pickFollowUps(facts, after)].join(' '),
    }));
}

type Chapter = { readonly opening: SavedEvent; readonly title: string; readonly after: SavedEvent[] };

/** By the time a thing happened, not by when it was written down: pasted notes come in late. */
function listChapters({ state }: Facts): readonly Chapter[] {
  const chapters: Chapter[] = [];
  for (const event of listStanding(state).toSorted(byTime)) {
    const title = openingTitle(state, event);
    if (title !== null) chapters.push({ opening: event, title, after: [] });
    else if (weights[event.type] !== undefined) chapters.at(-1)?.after.push(event);
  }
  return chapters;
}

const byTime = (one: SavedEvent, other: SavedEvent) => one.m - other.m || one.seq - other.seq;

/** Kind and title. Null for all but the first showing of an inject. */
function openingTitle(state: Facts['state'], { type, data }: SavedEvent): string | null {
  if (type !== 'inject_released' || data.showing > 1) return null;
  const { scenario } = state;
  const improvised = findFirst(state, `improvised:${data.inject}`);
  const scripted = [...scenario.injects, ...scenario.contingency].find(({ id }) => id === data.inject);
  const inject = improvised?.type === 'inject_improvised' ? improvised.data : scripted;
  return inject ? `${channelNames[inject.channel]}: ${inject.title}` : data.inject;
}

/** The weightiest few, told in the order in which they happened. */
function pickFollowUps(facts: Facts, after: readonly SavedEvent[]): readonly string[] {
  return after
    .toSorted((a, b) => (weights[b.type] ?? 0) - (weights[a.type] ?? 0) || byTime(a, b))
    .slice(0, followUps)
    .toSorted(byTime)
    .flatMap((event) => {
      const told = tellFollowUp(event);
      return told === null ? [] : [`${told} (${clockMark(facts, event.m)}).`];
    });
}

function tellFollowUp({ type, data }: SavedEvent): string | null {
  switch (type) {
    case 'decision_made':
      return data.question === undefined ? `${data.decision}: ${data.choice}` : `Decided: ${data.choice}`;
    case 'decision_revised':
      return `${data.decision} revised: ${data.choice}`;
    case 'incident_declared':
      return 'Incident declared';
    case 'exec_notified':
      return 'Executive sponsor told';
    case 'containment_declared':
      return 'Containment declared';
    case 'eradication_declared':
      return 'Eradication declared';
    case 'recovery_declared':
      return 'Recovery declared';
    case 'statement_approved':
      return 'Statement approved';
    case 'clock_recognised':
      return `Duty ${data.clock} recognised`;
    case 'severity_changed':
      return `Severity ${data.severity}`;
    case 'attendance_changed':
      return `${data.stands_in_for === undefined ? '' : 'Stand-in for '}${roleNames[data.role]} ${data.change}`;
    case 'real_world_stop':
      return 'REAL WORLD stop';
    case 'exercise_paused':
      return 'Paused';
    case 'exercise_suspended':
      return 'Sitting ended';
    case 'detected':
      return 'Noticed';
    default:
      return null;
  }
}
