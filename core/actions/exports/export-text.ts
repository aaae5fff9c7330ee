import { ownerWords } from '../../report/facts.ts';
import { isDay } from '../../scenario/calendar.ts';
import { roles } from '../../scenario/vocabulary.ts';
import type { RegisteredAction } from '../registered-action.ts';

/** What is cut has its whole text in the register itself. */
const cutMark = ' … (cut here; the action register has the whole text)';

/** One line: no break, no control character, nothing that turns the order of what follows. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}

/** Several lines, with the same left out: what a reviewer reads is what is there. */
export function cleanText(text: string): string {
  const lines = text.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n').toWellFormed();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  return lines.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/g, '').trim();
}

export function cutTo(text: string, most: number, mark = '…'): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - mark.length).replace(/[\uD800-\uDBFF]$/, '')}${mark}`;
}

export type Section = readonly [name: string, text: string];

/** Problem, change, done-test. Source: spec.md C.7. */
export function describeAction(action: RegisteredAction): readonly Section[] {
  const { problem, description, done_test: doneTest } = action;
  const sections: readonly (readonly [string, string | undefined])[] = [
    ['Problem', problem],
    ['Change', description],
    ['Done when', doneTest],
  ];
  return sections.flatMap(([name, text]) => (text === undefined || text === '' ? [] : [[name, text] as const]));
}

/** The same for a tracker, which knows nothing of exercises: what has no field of its own, and where it comes from. */
export function describeForTracker(
  action: RegisteredAction,
  { titleMost, most, hasDue, hasOwner, callsNames = false }: TrackerLimits,
): readonly Section[] {
  const isCut = cleanLine(action.title).length > titleMost;
  const whole: readonly Section[] = [
    ...(isCut ? [['Title', action.title] as const] : []),
    ...describeAction(action),
    ...(hasOwner ? [] : [['Owner', tellOwner(action)] as const]),
    ...(action.sponsor === undefined ? [] : [['Sponsor', action.sponsor] as const]),
    ...(hasDue || dueOf(action) === '' ? [] : [['Due', dueOf(action)] as const]),
    ['Source', tellSource(action)],
  ];
  const cleaned = whole.map(
    ([name, text]) => [name, callsNames ? muteNames(cleanText(text)) : cleanText(text)] as const,
  );
  const each = shareOut(
    cleaned.map(([, text]) => text.length),
    most,
  );
  return cleaned.map(([name, text]) => [name, cutTo(text, each, cutMark)]);
}

/** How long a part may be so that all fit: short ones leave their room to the long. */
function shareOut(lengths: readonly number[], most: number): number {
  const sorted = lengths.toSorted((a, b) => a - b);
  let left = most;
  for (const [at, length] of sorted.entries()) {
    const each = Math.floor(left / (sorted.length - at));
    if (length > each) return each;
    left -= length;
  }
  return most;
}

export type TrackerLimits = {
  readonly titleMost: number;
  readonly most: number;
  /** The target has a column for it, and this action fills it. */
  readonly hasDue: boolean;
  readonly hasOwner: boolean;
  /** It tells whoever is called `@name` in its text, a stranger of that name too. */
  readonly callsNames?: boolean;
};

const call = /(?<![\w.])@(?=\w)/g;

/** `@name` reads the same in Markdown, whoever reads the source sees what was done, and nobody is told. An address stays. */
const muteNames = (text: string): string => text.replace(call, '@&#8203;');

/** The same where nothing is Markdown. */
export const muteNamesInLine = (line: string): string => line.replace(call, '@ ');

function tellOwner({ owner_name, owner_role, owner_email }: RegisteredAction): string {
  const owner = ownerWords({ owner_name, owner_role: roles.find((role) => role === owner_role) });
  return owner_email === undefined ? owner : `${owner}, ${owner_email}`;
}

function tellSource({ register_id, gap, exercise, source_inject }: RegisteredAction): string {
  const where = source_inject === undefined ? exercise : `${exercise}, inject ${source_inject}`;
  return gap === undefined ? `${register_id}, ${where}` : `${register_id}, gap ${gap}, ${where}`;
}

/** `yyyy-MM-dd`; empty where none is set, or somebody wrote what is no day. */
export function dueOf({ due_on }: RegisteredAction): string {
  return due_on !== undefined && isDay(due_on) ? due_on : '';
}

/** At most three, without spaces: `exercise`, the capability and the kind of action; a sample says so. */
export function labelsOf({ capability, type }: RegisteredAction, isSample: boolean): readonly string[] {
  const own = [...(isSample ? ['sample'] : []), capability, type].flatMap((label) => (label ? [slug(label)] : []));
  return ['exercise', ...own.filter((label) => label !== '')].slice(0, 3);
}

const slug = (label: string) => label.replace(/[^\p{L}\p{N}_-]+/gu, '-');
