import type { EventType } from '../exercise/events.ts';
import { replay } from '../exercise/evolve.ts';
import { listLog } from '../exercise/log.ts';
import { type ExerciseState, listStandingOf } from '../exercise/state.ts';
import { addMonths, dayOf, longDate } from '../local-time.ts';
import { listWords, roleNames } from '../report/term-words.ts';
import { optionalRoles, playerRoles, type Role, summaryApprovers, type TlpLabel } from '../scenario/vocabulary.ts';
import { dayOfLastSitting } from './day-of-last-sitting.ts';
import { reportPreviousActions } from './previous-actions.ts';
import { rateObjectives } from './rate-objectives.ts';

/** All that customers are told of an exercise, and nothing else is. Source: spec.md C.5. */
export type CustomerFacts = {
  readonly organisation: string;
  readonly firstDay: string | null;
  /** Of the last sitting. */
  readonly day: string | null;
  readonly type: string;
  readonly functions: readonly Role[];
  readonly objectives: { readonly inScope: number; readonly exercised: number };
  readonly hasActions: boolean;
  /** Whole per cent; null where the exercise before left none, or there was none. */
  readonly closedPct: number | null;
};

export function gatherCustomerFacts(state: ExerciseState): CustomerFacts {
  const objectives = rateObjectives(state);
  const { actions } = reportPreviousActions(state);
  const closed = actions.filter(({ isClosed, retest }) => isClosed && retest?.result !== 'not_held').length; // what did not hold is open again
  const [first] = listLog(state.log);
  return {
    organisation: state.setup?.organisation.name ?? '',
    firstDay: state.setup && first ? dayOf(first.t, state.setup.organisation.time_zone) : null,
    day: dayOfLastSitting(state),
    type: state.scenario.type,
    functions: listTookPart(state),
    objectives: { inScope: objectives.length, exercised: objectives.filter(({ exercised }) => exercised > 0).length },
    hasActions: listStandingOf(state, 'action_agreed').length > 0,
    closedPct: actions.length === 0 ? null : Math.round((closed * 100) / actions.length),
  };
}

/** Functions somebody held at the table, also for a part of the time; staff of the exercise took no part in it. */
export function listTookPart(state: ExerciseState): readonly Role[] {
  const held = new Set(state.setup?.participants.map(({ role }) => role));
  for (const { data } of listStandingOf(state, 'attendance_changed'))
    if (data.change === 'arrived') held.add(data.role);
  return [...playerRoles, ...optionalRoles].filter((role) => role !== 'SCRIBE' && held.has(role));
}

export type SummaryApproval = {
  readonly given: readonly { readonly role: Role; readonly on: string }[];
  /** Whose approval is missing. `isOutdated`: given, but what the summary says has changed since. */
  readonly missing: readonly { readonly role: Role; readonly isOutdated: boolean }[];
  /** The report's own until both have approved; then the narrower of what they chose. */
  readonly tlp: TlpLabel;
  /** The last day on which it may be handed out; null without approval. */
  readonly validUntil: string | null;
};

const months = 12;

export function findSummaryApproval(state: ExerciseState): SummaryApproval {
  const standing = listStandingOf(state, 'summary_approved');
  const latest = summaryApprovers.map((role) => {
    const event = standing.findLast(({ data }) => data.role === role);
    return { role, event, isOutdated: event !== undefined && hasChangedSince(state, event.seq) };
  });
  const given = latest.flatMap(({ event, isOutdated }) => (event && !isOutdated ? [event.data] : []));
  const isWhole = given.length === summaryApprovers.length;
  const report = state.setup?.plan.tlp ?? 'TLP:AMBER+STRICT';
  const isClear = given.every(({ tlp }) => tlp === 'TLP:CLEAR');
  const last = given
    .map(({ on }) => on)
    .toSorted()
    .at(-1);
  return {
    given: given.map(({ role, on }) => ({ role, on })),
    missing: latest.flatMap(({ role, event, isOutdated }) => (event && !isOutdated ? [] : [{ role, isOutdated }])),
    tlp: isWhole ? (isClear ? 'TLP:CLEAR' : 'TLP:GREEN') : report,
    validUntil: isWhole && last !== undefined ? addMonths(last, months) : null,
  };
}

/** What can change the facts once an exercise has ended. */
const changers: ReadonlySet<EventType> = new Set<EventType>([
  'action_agreed',
  'action_retested',
  'action_status_changed',
  'entry_amended',
  'entry_withdrawn',
]);

/** Approved is what stood there that day, not what stands there now. */
function hasChangedSince(state: ExerciseState, seq: number): boolean {
  const events = listLog(state.log);
  if (!events.slice(seq).some(({ type }) => changers.has(type))) return false;
  const then = gatherCustomerFacts(replay(state.source, events.slice(0, seq)));
  return JSON.stringify(then) !== JSON.stringify(gatherCustomerFacts(state));
}

/** Whether it may be handed out on that day, in a sentence. */
export function tellSummaryApproval(
  state: ExerciseState,
  today: string,
): { readonly is: 'draft' | 'approved' | 'expired'; readonly words: string } {
  const { missing, validUntil, tlp } = findSummaryApproval(state);
  if (validUntil === null) return { is: 'draft', words: `DRAFT, not for customers: ${tellMissing(missing)}.` };
  const day = longDate(validUntil);
  if (today > validUntil)
    return { is: 'expired', words: `Expired on ${day}: do not hand it out. Have it approved again.` };
  return { is: 'approved', words: `Approved, ${tlp}. May be handed out until ${day}.` };
}

/** What goes with FINAL while the summary is not approved; null where it is. After FINAL nothing is entered without a new revision. */
export function tellApprovalBeforeFinal(state: ExerciseState): string | null {
  const { missing } = findSummaryApproval(state);
  if (missing.length === 0) return null;
  return `The summary for customers is a DRAFT: ${tellMissing(missing)}. Once the report is FINAL, approving it takes a new revision, signed again.`;
}

export function tellMissing(missing: SummaryApproval['missing']): string {
  const named = (isOutdated: boolean) =>
    listWords(missing.filter((one) => one.isOutdated === isOutdated).map(({ role }) => roleNames[role]));
  const parts = [
    ...(named(false) === '' ? [] : [`not approved yet by ${named(false)}`]),
    ...(named(true) === '' ? [] : [`approved by ${named(true)} before what it says changed`]),
  ];
  return parts.join('; ');
}
