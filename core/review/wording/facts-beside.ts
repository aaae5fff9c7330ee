/** What one sentence says beside the clause that is said differently. Empty where it says nothing else. */
export type FactsBeside = { readonly before: string; readonly after: string };

const starts =
  'the|an?|our|their|his|her|its|this|that|these|those|there|it|he|she|they|we|I|you|no|nobody|nothing|some\\w*|all|both|two|three';
/** Where one clause may end and the next begin. The word between them goes. */
const seam = new RegExp(
  [
    ';\\s*',
    '\\s+[–—]\\s+',
    ',?\\s+(?:and|but|so(?: that)?|yet|because|since|whereas|although|though)\\s+',
    `,\\s+(?=(?:which|${starts})\\b)`,
  ].join('|'),
  'g',
);
/** `When the alert came, the analyst …`: a clause that leads into the next. */
const leading = /^(?:when|after|before|once|while|as|since|because|although|though|until)\b[^,;]*,\s+/i;
const verbs =
  'is|are|was|were|has|have|had|does|did|will|would|can|could|should|must|\\w{2,}ed|began|broke|brought|came|chose|cost|cut|fell|felt|forgot|found|froze|gave|got|held|kept|knew|left|led|lost|made|meant|met|paid|put|ran|read|said|sat|saw|sent|set|shut|spoke|stood|stopped|thought|told|took|understood|went|won|wrote';
const verb = new RegExp(`\\b(?:${verbs})\\b`, 'i');
const ownSubject = new RegExp(`^(?:(?:which|${starts})\\b|[\\p{Lu}\\d‹])`, 'u');
/** `and called Legal`: it goes on about whoever the clause before was about. */
const verbFirst = new RegExp(`^(?:(?:then|also|later|never|only|soon)\\s+)?(?:${verbs})\\b`, 'i');
/** What follows is still what should have been done, or was not. */
const governs: ReadonlySet<string> = new Set(['BL-02', 'BL-03', 'BL-07']);

/** The clauses of a sentence that say something of their own, before and after the one in which the found words stand. */
export function factsBeside(
  text: string,
  [start, end]: readonly [number, number],
  found: { readonly rule: string; readonly from: number; readonly to: number },
): FactsBeside {
  return {
    before: readBefore(text.slice(start, found.from)),
    after: readAfter(text.slice(found.to, end), !governs.has(found.rule)),
  };
}

function readBefore(words: string): string {
  const lead = leading.exec(words)?.[0] ?? '';
  const rest = words.slice(lead.length);
  const last = listSeams(rest).findLast(({ index }) => verb.test(rest.slice(0, index)));
  if (last) return (lead + rest.slice(0, last.index)).trim();
  return verb.test(lead) ? lead.trim() : '';
}

function readAfter(words: string, mayGoOn: boolean): string {
  for (const { index, 0: between } of listSeams(words)) {
    const rest = words.slice(index + between.length);
    if (ownSubject.test(rest) && verb.test(rest)) return rest.trim();
    if (mayGoOn && verbFirst.test(rest)) return `‹Who› ${rest.trim()}`;
  }
  return '';
}

/** Not within what is quoted. */
function listSeams(words: string): readonly RegExpExecArray[] {
  return [...words.replace(/[“"][^”"\n]*[”"]/g, (quoted) => '_'.repeat(quoted.length)).matchAll(seam)];
}

/** Sentences of their own, but for a clause that leads into the next or hangs on the one before. */
export function joinFacts({ before, after }: FactsBeside, said: string): string {
  const opened = before.endsWith(',')
    ? `${before} ${said.slice(0, 1).toLocaleLowerCase('en')}${said.slice(1)}`
    : [close(before), said].filter(Boolean).join(' ');
  if (after === '') return opened;
  if (/^which\b/.test(after)) return `${opened.replace(/[.]$/, '')}, ${after}`;
  return [close(opened), after.slice(0, 1).toLocaleUpperCase('en') + after.slice(1)].filter(Boolean).join(' ');
}

const close = (said: string): string => (said === '' || /[.!?]$/.test(said) ? said : `${said}.`);
