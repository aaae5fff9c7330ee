import { readMarker, type Step, tellApart } from './step.ts';

/** A paragraph of a Word file as its reader sees it. */
export type WordParagraph = {
  readonly text: string;
  readonly isHeading: boolean;
  /** What Word counts in front of it: level from 0, and the number as it is shown (`4.2.`); null where it counts nothing. */
  readonly numbered: { readonly level: number; readonly label: string } | null;
};

type Found = { readonly step: string; readonly section: string | null; readonly lines: string[] };

/** Numbered paragraphs and headings with what stands under each, in order. */
export function readWordSteps(paragraphs: readonly WordParagraph[]): readonly Step[] {
  const found: Found[] = [];
  const levels: string[] = [];
  let head: string | null = null;
  let section: string | null = null;
  let current: Found | null = null;
  for (const paragraph of paragraphs) {
    const { text, isHeading } = paragraph;
    if (text.trim() === '') continue;
    const named = nameOf(paragraph, levels, head);
    if (isHeading) {
      section = named?.text ?? text.trim();
      head = named?.step ?? null;
    }
    if (named !== null) {
      current = { step: named.step, section, lines: [named.text] };
      found.push(current);
    } else if (isHeading) current = null;
    else current?.lines.push(text.trim());
  }
  const steps = found.map(
    ({ step, section: under, lines }): Step => ({ step, section: under, text: lines.join('\n') }),
  );
  return tellApart(steps);
}

/**
 * Typed by hand or counted by Word. A label of one number below the first level belongs to the step above it, and a list under a heading
 * that is a step, `head`, to that step: 4.1, 4.2.
 */
function nameOf({ text, isHeading, numbered }: WordParagraph, levels: string[], head: string | null) {
  const under = isHeading ? null : head;
  const marked = readMarker(text.trim(), isHeading);
  if (marked) {
    const step = marked.isPlain ? within(under, marked.number) : marked.number;
    return { step, text: text.trim().slice(marked.length) || text.trim() };
  }
  const label =
    numbered && /\d{1,3}(?:\.\d{1,3})*[a-z]?|(?<![a-z])[a-z](?![a-z])/i.exec(numbered.label)?.[0].toLowerCase();
  if (!numbered || !label) return null;
  const above = levels[numbered.level - 1];
  const isOwn = numbered.level === 0 || above === undefined || label.includes('.');
  const step = within(under, isOwn ? label : `${above}${/^\d/.test(label) ? '.' : ''}${label}`);
  levels.length = Math.min(levels.length, numbered.level);
  levels[numbered.level] = step;
  return { step, text: text.trim() };
}

/** What is counted on from the heading has its number already. */
function within(head: string | null, step: string): string {
  if (head === null || (step.startsWith(head) && /^[.a-z]/.test(step.slice(head.length)))) return step;
  return `${head}.${step}`;
}
