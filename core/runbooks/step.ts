/** A step of a runbook as people name it. */
export type Step = {
  /** `4`, `4.2`, `5a`; with its heading before it where a number comes twice: `Recovery 1`. Unique in its runbook. */
  readonly step: string;
  readonly text: string;
  /** The heading it stands under; null before the first. */
  readonly section: string | null;
};

const number = String.raw`\d{1,3}(?:\.\d{1,3}){0,5}[a-z]?`;
const whole = new RegExp(`^(?:step|no\\.?|§)?\\s*(${number})\\s*[.):]?$`, 'i');

/** `Step 4`, `4.`, `(4)` and `4` are one step, `4`; what holds no number stays as it is written. */
export function tellStep(words: string): string {
  const plain = words.trim().replace(/\s+/g, ' ');
  const [, found] = whole.exec(plain.replace(/^\((.*)\)$/, '$1')) ?? [];
  return found?.toLowerCase() ?? plain;
}

/** The same to compare by. */
export function bareStep(words: string): string {
  return tellStep(words).toLowerCase();
}

export function findStep<Found extends Step>(steps: readonly Found[], words: string): Found | undefined {
  const wanted = bareStep(words);
  return steps.find(({ step }) => bareStep(step) === wanted);
}

/** The same words, whatever white space stands between them. */
export function isSameText(one: string, other: string): boolean {
  const plain = (text: string) => text.trim().replace(/\s+/g, ' ');
  return plain(one) === plain(other);
}

const marker = new RegExp(
  String.raw`^(?<bold>\*\*|__)?(?:(?<word>step)\s+)?(?<number>${number})(?<end>[.):]|\s+[–—-](?=\s))?\k<bold>(?<after>[.):])?(?:\s+|$)`,
  'i',
);

export type Marked = {
  readonly number: string;
  /** How many characters stand before the text. */
  readonly length: number;
  /** `4.` or `4)`, as in a list. */
  readonly isPlain: boolean;
};

/**
 * The number at the start of a line. A heading may have it bare (`4 Contain`); elsewhere it needs a sign behind it, the word Step with
 * one, or a point within it (`4.2 Contain`): a sentence may begin with a number.
 */
export function readMarker(line: string, isHeading: boolean): Marked | null {
  const { groups, 0: found } = marker.exec(line) ?? {};
  if (!groups?.number || found === undefined) return null;
  const hasSign = groups.end !== undefined || groups.after !== undefined;
  if (!isHeading && !hasSign && !(groups.number.includes('.') && groups.word === undefined)) return null;
  const isPlain = groups.bold === undefined && groups.word === undefined && /^\d+$/.test(groups.number) && hasSign;
  return { number: groups.number.toLowerCase(), length: found.length, isPlain };
}

/** Numbers that come twice get their heading before them, and a count where that does not help. */
export function tellApart<Found extends Step>(steps: readonly Found[]): readonly Found[] {
  const counts = countOf(steps);
  const named = steps.map((found) => {
    const isUnique = counts.get(found.step) === 1 || found.section === null;
    return isUnique ? found : { ...found, step: `${found.section} ${found.step}` };
  });
  const seen = new Set<string>();
  return named.map((found) => {
    let step = found.step;
    for (let count = 2; seen.has(bareStep(step)); count += 1) step = `${found.step} (${count})`;
    seen.add(bareStep(step));
    return { ...found, step };
  });
}

function countOf(steps: readonly Step[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { step } of steps) counts.set(step, (counts.get(step) ?? 0) + 1);
  return counts;
}
