import { exerciseMinutesAt } from '../../exercise/clock.ts';
import type { SavedEvent, SavedEventOf } from '../../exercise/events.ts';
import { type ExerciseState, listStanding, listStandingOf } from '../../exercise/state.ts';
import { roleNames } from '../../report/term-words.ts';
import type { Role } from '../../scenario/vocabulary.ts';
import { checkText, type WordingFinding } from './check-text.ts';
import { type KnownName, matchNames, type NamePattern } from './match-names.ts';
import { listWrittenIn } from './written-fields.ts';

/** One thing that could be said differently, where it stands in the record. */
export type FoundWording = {
  readonly seq: number;
  /** `G1`, `O2`, `If real written`. */
  readonly where: string;
  readonly field: string;
  /** The whole text of the field. */
  readonly written: string;
  /** `T+41`: when it was written down. */
  readonly mark: string;
  readonly finding: WordingFinding;
  /** Why it stays as it is, once somebody said so. */
  readonly kept: string | null;
  /** Of the entry that said so. */
  readonly keptSeq: number | null;
};

/** Everything that people wrote and that still counts, held against the rules. */
export function listWording(state: ExerciseState): readonly FoundWording[] {
  const known = listed.get(state) ?? gatherWording(state);
  listed.set(state, known);
  return known;
}

const listed = new WeakMap<ExerciseState, readonly FoundWording[]>();

function gatherWording(state: ExerciseState): readonly FoundWording[] {
  const names = namesOf(state);
  const kept = listStandingOf(state, 'wording_acknowledged');
  return listCounting(state).flatMap((event) =>
    findIn(event, names).map((found): FoundWording => {
      const { seq } = event;
      const said = kept.findLast(({ data }) => isSame(data, seq, found));
      const mark = `T+${Math.floor(exerciseMinutesAt(state, event.m))}`;
      return { ...found, seq, mark, kept: said?.data.reason ?? null, keptSeq: said?.seq ?? null };
    }),
  );
}

type Acknowledged = SavedEventOf<'wording_acknowledged'>['data'];

/** Said of these very words in this field: other words are looked at anew. */
function isSame(one: Acknowledged, seq: number, { field, finding }: Pick<FoundWording, 'field' | 'finding'>): boolean {
  return one.of === seq && one.field === field && one.rule === finding.rule && one.text === finding.text;
}

type Found = Pick<FoundWording, 'where' | 'field' | 'written' | 'finding'>;
const foundIn = new WeakMap<SavedEvent, { readonly names: readonly NamePattern[]; readonly found: readonly Found[] }>();

/** An entry is looked at once, however often the record is: an amendment makes another of it. */
function findIn(event: SavedEvent, names: readonly NamePattern[]): readonly Found[] {
  const known = foundIn.get(event);
  if (known && known.names === names) return known.found;
  const found = listWrittenIn(event).flatMap(({ where, field, text, kind }) =>
    checkText(text, kind, names).map((finding) => ({ where, field, written: text, finding })),
  );
  foundIn.set(event, { names, found });
  return found;
}

const patterns = new Map<string, readonly NamePattern[]>();
const mostKnown = 20;

/** The names of all who were invited or came, each with what a report calls the one who bears it. */
export function namesOf(state: ExerciseState): readonly NamePattern[] {
  const invited = state.setup?.participants.map(({ name, role }) => known(name, role)) ?? [];
  const came = listStandingOf(state, 'attendance_changed').flatMap(({ data: { name, role } }) =>
    name === undefined ? [] : [known(name, role)],
  );
  const names = [...invited, ...came];
  const key = JSON.stringify(names);
  const made = patterns.get(key) ?? matchNames(names);
  if (patterns.size >= mostKnown) patterns.clear();
  patterns.set(key, made);
  return made;
}

const known = (name: string, role: Role): KnownName => ({ name, called: calledBy[role] ?? roleNames[role] });

/** A function is spoken of by its name alone; one person in it, so. */
const calledBy: Partial<Record<Role, string>> = {
  IC: 'the Incident Commander',
  SEC: 'a Security responder',
  DEVOPS: 'a DevOps responder',
  SUPPORT: 'a Support responder',
  EXEC: 'the executive sponsor',
  SCRIBE: 'the scribe',
  FAC: 'the facilitator',
  EVAL: 'the evaluator',
};

/** What stands, less what a later entry of its kind has replaced. */
function listCounting(state: ExerciseState): readonly SavedEvent[] {
  const standing = listStanding(state);
  const last = new Map<string, number>();
  for (const event of standing) {
    const subject = subjectOf(event);
    if (subject !== null) last.set(subject, event.seq);
  }
  return standing.filter((event) => {
    const subject = subjectOf(event);
    return subject === null || last.get(subject) === event.seq;
  });
}

/** Of these the last one counts. */
function subjectOf({ type, data }: SavedEvent): string | null {
  switch (type) {
    case 'objective_rated':
      return `${type} ${data.objective}`;
    case 'action_retested':
    case 'action_status_changed':
      return `${type} ${data.action}`;
    case 'management_response_recorded':
      return `${type} ${data.gap}`;
    case 'if_real_written':
      return type;
    default:
      return null;
  }
}
