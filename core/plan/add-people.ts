import type { Participant } from '../exercise/setup.ts';
import { plural, roleNames } from '../report/term-words.ts';
import type { Role } from '../scenario/vocabulary.ts';
import { nameKey, type ReadPerson, readPeople } from './read-people.ts';

/** A list fills a plan up to so many: more than any room holds. */
export const mostPeople = 200;

export type AddedPeople = {
  readonly participants: readonly Participant[];
  /** Places of who came in, and of those among them whose function the list did not say. */
  readonly added: readonly number[];
  readonly unsaid: readonly number[];
  /** The function that those stand under. */
  readonly under: Role;
  /** Lines passed over: of people who were there already, and without a name. */
  readonly known: number;
  readonly unnamed: number;
  /** People beyond the most a list may fill a plan up to. */
  readonly leftOut: number;
};

/** A pasted list into the row of a person: an empty row is used, a filled one kept; the others follow at the end. */
export function addPeople(participants: readonly Participant[], at: number, pasted: string): AddedPeople {
  const row = participants[at];
  const under = row?.role ?? 'IC';
  const read = readPeople(pasted);
  const named = read.filter(({ name }) => name !== '');
  const fresh = withoutKnown(named, participants);
  const coming = fresh.slice(0, Math.max(0, mostPeople - participants.filter(isNamed).length));
  const rest = row && !isNamed(row) ? coming.slice(1) : coming;
  const [first] = rest === coming ? [] : coming;
  const places = rest.map((_, place) => participants.length + place);
  const added = first ? [at, ...places] : places;
  return {
    participants: [
      ...participants.map((person, place) =>
        first && place === at ? { ...person, ...personOf(first, under) } : person,
      ),
      ...rest.map((person) => personOf(person, under)),
    ],
    added,
    unsaid: added.filter((_, place) => coming[place]?.role === null),
    under,
    known: named.length - fresh.length,
    unnamed: read.length - named.length,
    leftOut: fresh.length - coming.length,
  };
}

/** What became of a pasted list, in one sentence. */
export function tellAdded({ added, known, unnamed, leftOut, unsaid, under }: AddedPeople): string {
  const parts = [
    added.length === 0 ? 'Nobody added' : `${plural(added.length, 'person', 'people')} added`,
    known > 0 && `${known} passed over: already there`,
    unnamed > 0 && `${plural(unnamed, 'line')} passed over: no name`,
    leftOut > 0 && `${leftOut} left out: a list fills a plan up to ${mostPeople} people`,
    unsaid.length > 0 &&
      `${unsaid.length} without a function ${unsaid.length === 1 ? 'stands' : 'stand'} under ${roleNames[under]} until you choose another`,
  ];
  return `${parts.filter((part) => part !== false).join(', ')}.`;
}

function withoutKnown(read: readonly ReadPerson[], participants: readonly Participant[]): readonly ReadPerson[] {
  const known = new Set(participants.map(({ name }) => nameKey(name)));
  return read.filter(({ name }) => {
    const key = nameKey(name);
    const isKnown = known.has(key);
    known.add(key);
    return !isKnown;
  });
}

function personOf({ name, role, does }: ReadPerson, under: Role): Participant {
  return { name, role: role ?? under, ...(does === '' ? {} : { function: does }) };
}

function isNamed({ name }: Participant): boolean {
  return name.trim() !== '';
}
