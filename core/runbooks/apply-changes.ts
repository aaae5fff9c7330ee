import type { RunbookChange } from '../report/facts.ts';
import { type PlacedStep, readMarkdownSteps } from './read-markdown-steps.ts';
import { bareStep, findStep, isSameText, tellStep } from './step.ts';

export type Applied = {
  readonly text: string;
  /** Left out, and why: the end of a sentence about the change. */
  readonly refused: readonly { readonly change: string; readonly why: string }[];
};

const tested = 'the version that was tested';

type Edit = { readonly from: number; readonly to: number; readonly text: string };

/** Changes to a Markdown text, which is `what`; what they do not touch stays to the byte. Each is read against the text as it was. */
export function applyChanges(text: string, changes: readonly RunbookChange[], what = tested): Applied {
  const steps = readMarkdownSteps(text);
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const edits: Edit[] = [];
  const refused: { change: string; why: string }[] = [];
  for (const change of changes) {
    const edit = editFor(change, { text, steps, lineEnd, what });
    if (typeof edit === 'string') refused.push({ change: change.change, why: edit });
    else if (edits.some((other) => edit.from < other.to && other.from < edit.to))
      refused.push({ change: change.change, why: `another change edits step ${change.step} too` });
    else edits.push(edit);
  }
  let changed = text;
  for (const { from, to, text: put } of edits.toSorted((a, b) => b.from - a.from || b.to - a.to))
    changed = changed.slice(0, from) + put + changed.slice(to);
  return { text: changed, refused };
}

type Original = {
  readonly text: string;
  readonly steps: readonly PlacedStep[];
  readonly lineEnd: string;
  readonly what: string;
};

function editFor(change: RunbookChange, original: Original): Edit | string {
  const { type, new: proposed } = change;
  if (type === 'remove') return editStep(change, original, removeStep);
  if (proposed === undefined) return 'its new text is still to be written';
  const { text, lineEnd } = original;
  if (type === 'create') return { from: 0, to: text.length, text: closeLine(proposed, lineEnd) };
  if (type === 'add') return addStep(change, proposed, original);
  return editStep(change, original, ({ from, to, hang }) => ({ from, to, text: indent(proposed, hang, lineEnd) }));
}

type EditStep = (step: PlacedStep, original: Original) => Edit;

/** Only where the step still reads as the change found it. */
function editStep({ step: named, old }: RunbookChange, original: Original, edit: EditStep): Edit | string {
  if (named === undefined) return 'it names no step';
  const step = findStep(original.steps, named);
  if (!step) return `${original.what} has no step ${tellStep(named)}`;
  if (old === undefined || isSameText(old, step.text)) return edit(step, original);
  return `step ${tellStep(named)} of ${original.what} reads otherwise than its old text`;
}

/** With its line; the numbers of the others stay, because people quote them. */
function removeStep({ at, to }: PlacedStep, { text }: Original): Edit {
  const end = /^[ \t]*(\r?\n|$)/.exec(text.slice(to))?.[0] ?? '';
  return { from: at, to: to + end.length, text: '' };
}

/** Written as its neighbour is, before the first step whose number is higher, else behind the last; no number is given twice. */
function addStep({ step }: RunbookChange, proposed: string, { text, steps, lineEnd }: Original): Edit | string {
  const number = step === undefined ? nextNumber(steps) : bareStep(step);
  if (findStep(steps, number))
    return `step ${number} is there already; give the new one a number of its own, such as ${number}a`;
  const next = steps.find((found) => compareNumbers(bareStep(found.step), number) > 0);
  const last = steps.at(-1);
  const { lead, hang, isItem } = leadFor(number, findNeighbour(steps, number) ?? next ?? last, text);
  const gap = isItem ? lineEnd : lineEnd + lineEnd;
  const written = lead + indent(proposed, hang, lineEnd);
  if (next) {
    const isApart = isItem || next.at === 0 || /\n[ \t]*\r?\n$/.test(text.slice(0, next.at));
    return { from: next.at, to: next.at, text: (isApart ? '' : lineEnd) + written + gap };
  }
  const end = last ? last.to : text.trimEnd().length;
  return { from: end, to: end, text: (end === 0 ? '' : gap) + written + (end === text.length ? lineEnd : '') };
}

/** The last step before it at the same depth. */
function findNeighbour(steps: readonly PlacedStep[], number: string): PlacedStep | undefined {
  const depth = number.split('.').length;
  return steps.findLast(({ step }) => {
    const other = bareStep(step);
    return other.split('.').length === depth && compareNumbers(other, number) < 0;
  });
}

/** `## Step 4: ` of a neighbour becomes `## Step 4a: `. A number with a letter is no list item to Markdown: it stands alone. */
function leadFor(number: string, like: PlacedStep | undefined, text: string) {
  if (!like) return { lead: `${number}. `, hang: number.length + 2, isItem: /^\d+$/.test(number) };
  const own = like.isItem ? (number.split('.').at(-1) ?? number) : number;
  const lead = text.slice(like.at, like.from).replace(new RegExp(like.written.replaceAll('.', '\\.'), 'i'), own);
  return { lead, hang: like.hang + own.length - like.written.length, isItem: like.isItem && /^\d+$/.test(own) };
}

function nextNumber(steps: readonly PlacedStep[]): string {
  const highest = Math.max(0, ...steps.map(({ step }) => Number.parseInt(step, 10)).filter((number) => number >= 0));
  return String(highest + 1);
}

/** `4` < `4.2` < `4.10` < `5` < `5a`; what is no number compares as equal. */
function compareNumbers(one: string, other: string): number {
  const parts = (words: string) => words.split('.').map((part) => /^(\d+)([a-z]?)$/.exec(part));
  const [a, b] = [parts(one), parts(other)];
  if ([...a, ...b].some((part) => part === null)) return 0;
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const [x, y] = [a[at], b[at]];
    const difference = Number(x?.[1] ?? -1) - Number(y?.[1] ?? -1);
    if (difference !== 0) return difference;
    const letters = (x?.[2] ?? '').localeCompare(y?.[2] ?? '');
    if (letters !== 0) return letters;
  }
  return 0;
}

function indent(text: string, hang: number, lineEnd: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  return lines.map((line, at) => (at === 0 || line.trim() === '' ? line : ' '.repeat(hang) + line)).join(lineEnd);
}

function closeLine(text: string, lineEnd: string): string {
  return `${text.replace(/\r\n?/g, '\n').replaceAll('\n', lineEnd).trimEnd()}${lineEnd}`;
}
