import { nameMask } from './match-names.ts';
import { roleWords } from './rule-table.ts';

/** Words for those who act, which the table of rules leaves out. `Management` alone: `identity management` is a thing. */
const acting = [
  nameMask,
  String.raw`(?<!\b(?:annex|appendix|class|part|phase|section|tier|type)\s)I`,
  String.raw`(?<=^|[^\w\s]\s*|\b(?:the|our|senior|top|upper|line|middle|and|or|but|that|because|while|when|if)\s)management`,
  'leadership|executives?|somebody|colleagues?|analysts|engineers|developers|admins|administrators|operators|managers|responders|teams',
  'lawyers?|attorneys?|auditors?|consultants?|directors?|experts?|officers?|specialists?|supervisors?|technicians?|trainees?|interns?',
  '(?:night|day|late|early|morning|evening|weekend|next|previous|first|second)[ -]shift|service ?desk|help ?desk',
].join('|');
/** Many, to whom things also happen: `users could have been reached` judges nobody. */
const many = 'people|persons?|everyone|everybody|anyone|anybody|employees|users|contractors';

/** The words by which a clause speaks of who acts, and every word for people, as sources of patterns. */
export const actingWords = `${roleWords}|${acting}`;
export const peopleWords = `${actingWords}|${many}`;

/** Departments that are also part of the names of things (`security checks`): only right before what is said of them. */
const departments = String.raw`(?<=^|[^\w\s]\s*|\b(?:the|our|and|or|but|that|because|while|when|if)\s)(?:SEC|security|finance|HR|IT security|privacy|procurement|the board)`;

/** For whom `failed` alone is a judgement: an agent may be a program, and communications a line. */
const judged = `analyst|engineer|developer|admin|administrator|operator|manager|responder|team|SOC|staff|employee|contractor|he|she|we|people|${acting}`;
const adverbs = '(?: (?:never|really|also|already|at least|simply|just|certainly|probably|perhaps|all|both|well))*';

/**
 * Ways to say what a rule is about that its pattern leaves out: other words for people, `should never have`, `failed` without `to`. The
 * patterns themselves stay word for word as they were given. Source: spec.md C.3.
 */
export const ownPatterns: Readonly<Record<string, readonly string[]>> = {
  'BL-02': [
    String.raw`\b(?:${actingWords})\b(?:\s+\S+){0,3}?\s*(?:\s(?:should|could|would|ought to)(?:n't| not)?${adverbs}(?: have| of|'ve)|'d${adverbs} have)\b`,
    String.raw`\bif only (?:the |our |an? )?(?:${actingWords}|${many})\b(?:\s+\S+){0,3}?\s*(?:\shad|'d)\b`,
    String.raw`\b(?:${many})\b(?:\s+\S+){0,3}?\s*\s(?:should|ought to)(?:n't| not)?${adverbs}(?: have| of|'ve)\b`,
  ],
  'BL-03': [
    String.raw`\b(?:${acting}|people|everyone|everybody|employees)\b(?:\s+\S+){0,3}?\s+(?:failed|fails|neglected|forgot|omitted)\s+to\b`,
    String.raw`${departments}\s+(?:failed|fails|neglected|forgot|omitted)\s+to\b`,
    String.raw`\b(?:${judged})(?:\s+(?:\w+ly|again|also|just))?\s+failed\b(?!\s+(?:to|over|back|open|closed|safe|log-?[io]ns?|sign-?ins?|attempts?|requests?|passwords?)\b)`,
  ],
  'BL-05': [
    String.raw`\b(?:dropped the ball|(?:mess|screw|foul)ed (?:(?:it|this|that|things) )?up|let (?:us|everyone|everybody|the team) down|asleep at the (?:wheel|switch))\b`,
    String.raw`\b(?:his|her|their|our|my|(?:${nameMask}|(?:${roleWords}))'s?) (?:own )?(?:mistakes?|blunders?|fault)\b(?! (?:tolera|domain|injection|line))`,
  ],
  'BL-07': [
    String.raw`\bwhy (?:did|didn't|did not|was|wasn't|were|weren't) (?:the |our )?(?:management|${acting}|people|everyone)\b`,
  ],
  'BL-11': [
    String.raw`\b(?:chose|preferred) to (?:ignore|disregard|overlook|look the other way)\b`,
    String.raw`\b(?:deliberately|intentionally|knowingly|wil?lfully) (?:ignored|disregarded|overlooked|dismissed)\b`,
  ],
  'BL-12': [
    String.raw`\b(?:violated|breached|broke|infringed) (?:the |our )?(?:laws?|contracts?|regulations?|GDPR|HIPAA|DORA|NIS ?2)\b`,
  ],
};
