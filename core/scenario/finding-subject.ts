import { lookUp } from './finding.ts';

/** The part of a script that a finding is about, as far as a screen has a place for it. */
export type Subject =
  | { readonly part: 'inject' | 'contingency' | 'objective'; readonly id: string }
  | { readonly part: 'story' };

const lists = { injects: 'inject', contingency: 'contingency', objectives: 'objective' } as const;
const story: ReadonlySet<PropertyKey> = new Set([
  'storyline',
  'facilitator_brief',
  'before_you_start',
  'assumptions',
  'artificialities',
  'safety',
  'likely_gaps',
  'modelled_on',
]);

/** null for what concerns the whole script, and for what has no id to be called by. `value`: the file as it was read. */
export function findSubject(value: unknown, path: readonly PropertyKey[]): Subject | null {
  const [list, at] = path;
  if (list === undefined) return null;
  if (story.has(list)) return { part: 'story' };
  if (!isList(list) || at === undefined) return null;
  const id = lookUp(value, [list, at, 'id']);
  return typeof id === 'string' && id !== '' ? { part: lists[list], id } : null;
}

function isList(key: PropertyKey): key is keyof typeof lists {
  return Object.hasOwn(lists, key);
}

/** One text for each part, to look it up by. */
export function keyOf(subject: Subject): string {
  return subject.part === 'story' ? 'story' : `${subject.part} ${subject.id}`;
}
