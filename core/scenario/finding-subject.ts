import { lookUp } from './finding.ts';

/** The part of a script that a finding is about, as far as a screen has a place for it. */
export type Subject =
  | {
      readonly part: 'inject' | 'contingency' | 'objective';
      readonly id: string;
      /** Where an id is used more than once by mistake: 2 for the second. */
      readonly nth?: number;
    }
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
  if (typeof id !== 'string' || id === '') return null;
  const before = lookUp(value, [list]);
  const same = Array.isArray(before) ? before.slice(0, Number(at)).filter((item) => lookUp(item, ['id']) === id) : [];
  return subjectOf(lists[list], id, same.length + 1);
}

function subjectOf(part: (typeof lists)[keyof typeof lists], id: string, nth: number): Subject {
  return nth > 1 ? { part, id, nth } : { part, id };
}

/** The key of each part of a list, in its order. */
export function listKeys(
  part: (typeof lists)[keyof typeof lists],
  items: readonly { readonly id: string }[],
): readonly string[] {
  const seen = new Map<string, number>();
  return items.map(({ id }) => {
    const nth = (seen.get(id) ?? 0) + 1;
    seen.set(id, nth);
    return keyOf(subjectOf(part, id, nth));
  });
}

function isList(key: PropertyKey): key is keyof typeof lists {
  return Object.hasOwn(lists, key);
}

/** One text for each part, to look it up by. */
export function keyOf(subject: Subject): string {
  if (subject.part === 'story') return 'story';
  return `${subject.part} ${subject.id}${subject.nth === undefined ? '' : ` ${subject.nth}`}`;
}
