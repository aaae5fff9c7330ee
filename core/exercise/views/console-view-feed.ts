import { describeEvent } from '../../report/describe-event.ts';
import { roleNames } from '../../report/term-words.ts';
import { exerciseMinutesAt } from '../clock.ts';
import type { EventType, SavedEvent, SavedEventOf } from '../events.ts';
import { type ExerciseState, findFirst, listStanding } from '../state.ts';
import { isCapture } from '../topics.ts';

export type FeedKind = 'D' | 'G' | 'S' | 'O' | 'A' | 'P' | null;

/** The field that holds a function, and the one that stands in it; '' for nobody in particular. A decision always is somebody's. */
export type Who = { readonly field: 'by' | 'owner_role'; readonly role: string; readonly isNeeded: boolean };

export type FeedEntry = {
  readonly seq: number;
  readonly kind: FeedKind;
  readonly text: string;
  readonly by: string;
  readonly minute: number;
  /** The one field that can be written anew here, with what stands in it; null where there is none. */
  readonly amendable: { readonly field: string; readonly text: string; readonly who: Who | null } | null;
  readonly canBeWithdrawn: boolean;
};

const kinds: Readonly<Partial<Record<EventType, FeedKind>>> = {
  decision_made: 'D',
  decision_revised: 'D',
  gap_recorded: 'G',
  strength_recorded: 'S',
  observation_recorded: 'O',
  action_agreed: 'A',
  item_parked: 'P',
};

const mainFields: Readonly<Partial<Record<EventType, string>>> = {
  decision_made: 'choice',
  decision_revised: 'choice',
  gap_recorded: 'title',
  strength_recorded: 'what',
  observation_recorded: 'text',
  action_agreed: 'title',
  item_parked: 'text',
  question_asked: 'answer',
};

const listed = new WeakMap<ExerciseState, readonly FeedEntry[]>();
type Described = Pick<ExerciseState, 'scenario' | 'play'> & { readonly entry: FeedEntry };
const described = new WeakMap<SavedEvent, Described>();

/**
 * Everything that stands, the latest of the exercise first, whenever it was written down; of ten thousand entries only the new one
 * is described. An improvised inject is one line, that of its release.
 */
export function listFeed(state: ExerciseState): readonly FeedEntry[] {
  const known = listed.get(state) ?? gatherFeed(state);
  listed.set(state, known);
  return known;
}

function gatherFeed(state: ExerciseState): readonly FeedEntry[] {
  return listStanding(state)
    .filter(({ type }) => type !== 'entry_amended' && type !== 'inject_improvised')
    .sort((one, other) => other.m - one.m || other.seq - one.seq)
    .map((event) => entryOf(state, event));
}

/** What an entry says depends on the script as played, and its minute on the stretches played. */
function entryOf(state: ExerciseState, event: SavedEvent): FeedEntry {
  const { scenario, play } = state;
  const known = described.get(event);
  if (known && known.scenario === scenario && known.play === play) return known.entry;
  const entry = describeEntry(state, event);
  described.set(event, { scenario, play, entry });
  return entry;
}

function describeEntry(state: ExerciseState, event: SavedEvent): FeedEntry {
  const { text, role } = describeEvent(event, state.scenario);
  return {
    seq: event.seq,
    kind: kinds[event.type] ?? null,
    text: tellHere(state, event) ?? text,
    by: role,
    minute: Math.floor(exerciseMinutesAt(state, event.m)),
    amendable: amendableOf(event),
    canBeWithdrawn: isCapture(event.type),
  };
}

/** What this list says in other words than a report, which has the whole exercise around it. */
function tellHere(state: ExerciseState, event: SavedEvent): string | null {
  if (event.type === 'attendance_changed') return tellAttendance(event.data);
  if (event.type !== 'inject_released') return null;
  const improvised = findFirst(state, `improvised:${event.data.inject}`);
  return improvised?.type === 'inject_improvised' ? `Improvised: ${improvised.data.title}` : null;
}

/** By name, where there is one: the function stands beside it. */
function tellAttendance({ name, role, change, stands_in_for }: SavedEventOf<'attendance_changed'>['data']): string {
  return `${name ?? roleNames[role]} ${change}${stands_in_for ? `, standing in for ${stands_in_for}` : ''}`;
}

function amendableOf(event: SavedEvent): FeedEntry['amendable'] {
  const field = mainFields[event.type];
  if (field === undefined) return null;
  const value = (event.data as Readonly<Record<string, unknown>>)[field];
  return typeof value === 'string' ? { field, text: value, who: whoOf(event) } : null;
}

function whoOf({ type, data }: SavedEvent): Who | null {
  if (type === 'question_asked') return null;
  const field = type === 'action_agreed' ? 'owner_role' : 'by';
  const role = (data as Readonly<Record<string, unknown>>)[field];
  const isNeeded = type === 'decision_made' || type === 'decision_revised';
  return { field, role: typeof role === 'string' ? role : '', isNeeded };
}

export type FeedCounts = { readonly captured: number; readonly parked: number };

export function countFeed(feed: readonly FeedEntry[]): FeedCounts {
  return {
    captured: feed.filter(({ kind }) => kind !== null && kind !== 'P').length,
    parked: feed.filter(({ kind }) => kind === 'P').length,
  };
}
