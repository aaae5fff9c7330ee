import { blankPattern, type WordingFinding } from './check-text.ts';
import { factsBeside, joinFacts } from './facts-beside.ts';

export type Rewritten = {
  readonly text: string;
  /** What changed: put `words` in the place of what stands between `from` and `to`. */
  readonly from: number;
  readonly to: number;
  readonly words: string;
  /** Where to go on writing: the first blank, or the end of what was put in. */
  readonly select: readonly [from: number, to: number];
};

type About = { readonly found: string; readonly mark: string; readonly called: string };
/** In the place of the found words, or of the whole sentence in which they stand. */
type Rewrite = {
  readonly of: 'words' | 'sentence';
  readonly as: (about: About) => string;
  /** What follows and changes with the words. */
  readonly takes?: RegExp;
};

const sentence = (as: Rewrite['as']): Rewrite => ({ of: 'sentence', as });
const words = (as: Rewrite['as']): Rewrite => ({ of: 'words', as });

/** One way to say each differently; places that only a person can fill in stand in ‹›. Luck (BL-19) stays: it is a finding. */
const rewrites: Readonly<Record<string, Rewrite>> = {
  'BL-01': sentence(() => '‹System or arrangement› allowed ‹what happened›, because ‹condition›.'),
  'BL-02': sentence(
    ({ mark }) => `At ${mark} the information available was ‹what was known›; the action taken was ‹what was done›.`,
  ),
  'BL-03': sentence(
    ({ mark }) => `‹What› did not happen before ${mark}; ‹rule, tool or arrangement› does not ‹what it lacks›.`,
  ),
  'BL-04': sentence(() => 'The action was ‹what was done›; the context was ‹what was known, and the time there was›.'),
  'BL-05': sentence(() => 'Contributing factors were ‹conditions›.'),
  'BL-06': words(() => ''),
  'BL-07': sentence(({ mark }) => `What did ‹role› see at ${mark}?`),
  'BL-08': words(({ called }) => called),
  'BL-09': { of: 'words', as: ({ found }) => tellFactors(found), takes: /^ (?:was|is)\b/ },
  'BL-10': words(({ found }) => found.replace(/^(?:he|she)/i, '‹role›')),
  'BL-11': sentence(() => 'The alert was one of ‹number› that hour and did not lead to action.'),
  'BL-12': sentence(() => 'Work as done differed from ‹runbook and step›: ‹what the step needs that was not there›.'),
  'BL-13': sentence(() => 'The options were ‹options›; known was ‹what›; there were ‹minutes› min to decide.'),
  'BL-14': sentence(() => '‹Cue, training, tool or time› was missing.'),
  'BL-15': sentence(
    () => 'A convincing message passed filtering and reached ‹number› people; ‹what the sign-in then allowed›.',
  ),
  'BL-16': words(() => 'as on ‹dates›'),
  'BL-17': sentence(() => '‹Decision or step› took ‹minutes› min against a target of ‹minutes›.'),
  'BL-18': sentence(() => '‹Signals› made the risk look small.'),
  'BL-20': sentence(() => '‹Safeguard› was missing.'),
  'BL-21': sentence(() => ''),
  'BL-22': sentence(() => '‹Training or onboarding› does not yet cover ‹what›.'),
  'BL-23': sentence(() => '‹Enable, add or automate what›, so that ‹effect›'),
  'BL-24': words(() => '‹Enable, remove, add or rehearse›'),
  'BL-25': sentence(
    () => 'In the logs reviewed (‹source›, ‹period›) we found no sign of ‹what›; logs before ‹date› are not available.',
  ),
};

function tellFactors(found: string): string {
  const verb = / was$/.test(found) ? ' were' : / is$/.test(found) ? ' are' : '';
  return `${/^the /i.test(found) ? 'the ' : ''}contributing factors${verb}`;
}

/** `mark`: the minute at which it was written down, `T+14`. null where only a person can say it differently. */
export function rewriteText(text: string, finding: WordingFinding, mark: string): Rewritten | null {
  const rewrite = rewrites[finding.rule];
  if (!rewrite) return null;
  const called = /“(.+)”/.exec(finding.rewrite)?.[1] ?? '‹role›';
  const taken = rewrite.takes?.exec(text.slice(finding.to))?.[0] ?? '';
  const said = rewrite.as({ found: finding.text + taken, mark, called });
  if (rewrite.of === 'words') {
    const [from, to] = [finding.from, finding.to + taken.length];
    return put(text, from, to, startsSentence(text, from) ? capitalise(said) : said);
  }
  const [from, to] = sentenceAround(text, finding);
  return put(text, from, to, joinFacts(factsBeside(text, [from, to], finding), said));
}

function put(text: string, start: number, end: number, said: string): Rewritten {
  let to = end;
  let inPlace = said;
  if (said === '') {
    while (/[ ,]/.test(text[to] ?? '')) to += 1; // no doubled space, and no comma that belonged to the word
    const next = text.slice(to, to + 1);
    if (startsSentence(text, start) && next !== '') {
      inPlace = next.toLocaleUpperCase('en');
      to += 1;
    }
  }
  const from = said === '' && to >= text.length ? text.slice(0, start).replace(/[\s,]+$/, '').length : start;
  const blank = [...said.matchAll(blankPattern)][0];
  const at = from + (blank?.index ?? inPlace.length);
  return {
    text: text.slice(0, from) + inPlace + text.slice(to),
    from,
    to,
    words: inPlace,
    select: [at, at + (blank?.[0].length ?? 0)],
  };
}

const capitalise = (said: string): string => said.slice(0, 1).toLocaleUpperCase('en') + said.slice(1);

function startsSentence(text: string, at: number): boolean {
  return /(?:^|[.!?\n])\s*$/.test(text.slice(0, at));
}

/** `T+14.5` ends no sentence: only a mark with a space, a line break or nothing behind it does. */
export function sentenceAround(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
): [number, number] {
  const before = [...text.slice(0, from).matchAll(/[.!?](?=\s)|\n/g)].at(-1);
  let start = before ? before.index + 1 : 0;
  while (/\s/.test(text[start] ?? '')) start += 1;
  const after = /[.!?](?=\s|$)|\n|$/.exec(text.slice(to));
  const end = to + (after?.index ?? 0) + (/[.!?]/.test(after?.[0] ?? '') ? 1 : 0);
  return [Math.min(start, from), end];
}
