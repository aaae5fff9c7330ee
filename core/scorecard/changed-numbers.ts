import { countWord } from '../report/term-words.ts';
import type { MonthDraft, TypedAsk } from './month-draft.ts';
import type { Sections } from './sections.ts';

/** A number of a month as people would name it in a sentence. */
export type NamedNumber = { readonly name: string; readonly value: number };

/** One that is another in a correction. */
export type ChangedNumber = { readonly name: string; readonly before: number; readonly after: number | null };

/** Every number of the page that somebody may have written into a sentence or an ask. */
export function listNumbers(figures: Sections): readonly NamedNumber[] {
  const { controls_health: controls, incidents, drift, exceptions, vulnerability: patching } = figures;
  const all: readonly (readonly [name: string, value: number | null | undefined])[] = [
    ['assets that meet their baseline', controls?.compliant],
    ['assets that do not', controls?.failing.length],
    ['assets in scope', controls?.in_scope],
    ['per cent that meet it', controls?.pct],
    ['stale checks', controls?.stale.length],
    ['P0 incidents', incidents?.p0],
    ['P1 incidents', incidents?.p1],
    ['P0 and P1 incidents', incidents?.count],
    ['incidents still open', incidents?.open_at_end.length],
    ['mean hours to detect', incidents?.mttd_hours],
    ['mean hours to resolve', incidents?.mttr_hours],
    ['open drift', drift?.open],
    ['unmanaged', drift?.unmanaged],
    ['shadow', drift?.shadow],
    ['open drift that faces the internet', drift?.internet_facing_open.length],
    ['days of the oldest drift', drift?.oldest_days],
    ['active assets', drift?.active_assets],
    ['active exceptions', exceptions?.active],
    ['exceptions ending soon', exceptions?.expiring_30d_count],
    ['expired and open exceptions', exceptions?.expired_open.length],
    ['exceptions with a red flag', exceptions?.red_flagged.length],
    ['exceptions without an owner', exceptions?.owner_missing.length],
    ['exceptions pending', exceptions?.pending.length],
    ['overdue findings', patching?.overdue_backlog.length],
    ['overdue, critical or KEV', patching?.overdue_critical_or_kev.length],
    ['overdue on tier 0 and 1', patching?.overdue_on_tier_0_1.length],
    ['days of the oldest overdue', patching?.overdue_oldest_days],
    ['deadlines missed', patching?.missed],
    ['deadlines due', patching?.cohort],
    ['per cent of deadlines missed', patching?.pct],
    ...Object.entries(controls?.by_tier ?? {}).map(
      ([tier, { compliant }]) => [`of tier ${tier} that meet it`, compliant] as const,
    ),
  ];
  return all.flatMap(([name, value]) => (value === null || value === undefined ? [] : [{ name, value }]));
}

/** What a correction changed of what was published. */
export function compareNumbers(
  before: readonly NamedNumber[],
  after: readonly NamedNumber[],
): readonly ChangedNumber[] {
  const now = new Map(after.map(({ name, value }) => [name, value]));
  return before.flatMap(({ name, value }) => {
    const is = now.get(name) ?? null;
    return is === value ? [] : [{ name, before: value, after: is }];
  });
}

const numberWords = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  ...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'],
];
/** Digits that are no part of an id such as V-10, of P0 or of a year; then words. */
const numbers = new RegExp(`(?<![\\w.,/-])(?:\\d[\\d.,]*|no|none|${numberWords.join('|')})(?![\\w-])`, 'gi');

/** The changed ones that a text still names as they were. */
export function findOutdated(text: string, changed: readonly ChangedNumber[]): readonly ChangedNumber[] {
  if (changed.length === 0) return [];
  const named = new Set([...text.matchAll(numbers)].map(([word]) => numberOf(word)));
  return changed.filter(
    ({ before }) => named.has(before) || (!Number.isInteger(before) && named.has(Math.round(before))),
  );
}

/** `1,234`, `45.5`, `45,5` and `three`. */
function numberOf(word: string): number {
  const plain = word.toLowerCase().replace(/[.,]+$/, '');
  if (plain === 'no' || plain === 'none') return 0;
  const at = numberWords.indexOf(plain);
  if (at >= 0) return at;
  return Number(/^\d{1,3}(?:,\d{3})+$/.test(plain) ? plain.replaceAll(',', '') : plain.replace(',', '.'));
}

/** `deadlines missed, 5 → 4`. */
export const changeTold = ({ name, before, after }: ChangedNumber): string =>
  `${name}, ${before} → ${after ?? 'unknown'}`;

/** A sentence or an ask that names numbers which are others now. */
export type OutdatedText = {
  readonly field: 'sentence' | number;
  readonly changes: readonly ChangedNumber[];
  /** Of this text with these changes: what somebody confirmed holds only for both. */
  readonly key: string;
};

type Texts = { readonly sentence: string; readonly asks: readonly TypedAsk[] };

export function listOutdated({ sentence, asks }: Texts, changed: readonly ChangedNumber[]): readonly OutdatedText[] {
  const fields = [
    { field: 'sentence' as const, text: sentence.trim() },
    ...asks.map(({ what, cost }, field) => ({ field, text: `${what.trim()} ${cost.trim()}`.trim() })),
  ];
  return fields.flatMap(({ field, text }) => {
    const changes = findOutdated(text, changed);
    return changes.length === 0 ? [] : [{ field, changes, key: `${text} | ${changes.map(changeTold).join('; ')}` }];
  });
}

/** Those nobody has confirmed or changed, in sentences: they keep a correction from being published. */
export function listUnconfirmed(
  draft: Texts & Pick<MonthDraft, 'confirmed'>,
  changed: readonly ChangedNumber[],
): readonly string[] {
  return listOutdated(draft, changed)
    .filter(({ key }) => !draft.confirmed.includes(key))
    .map(({ field, changes }) => {
      const what = field === 'sentence' ? 'The sentence' : `Ask ${field + 1}`;
      const one =
        changes.length === 1 ? 'a number that is another' : `${countWord(changes.length)} numbers that are others`;
      return `${what} names ${one} now: ${changes.map(changeTold).join('; ')}. Change it, or confirm that it holds.`;
    });
}
