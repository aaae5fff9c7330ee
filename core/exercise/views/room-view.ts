import { clockTimeOf } from '../../local-time.ts';
import type { AttachmentContent } from '../../scenario/attachment-content.ts';
import { withoutBraces } from '../../scenario/braces.ts';
import { findInject, findInjectOfDecision } from '../../scenario/find-inject.ts';
import { type AttachmentKind, type Channel, type RoomCard, usualTextPx } from '../../scenario/vocabulary.ts';
import { netMinutesBetween, type Times, timesAt, wallEndOf, wallMinutesAt } from '../clock.ts';
import type { SavedEvent, SavedEventOf } from '../events.ts';
import { listLog, walkChain } from '../log.ts';
import { asAmended, type ExerciseState, findFirst, findLast, hasStanding, isReleased, type Phase } from '../state.ts';
import { findShown } from './find-shown.ts';
import { findCompared, findEnlarged, findRoomChange, listShowings, type Showing } from './showings.ts';

/** Never its file: a path may tell. */
export type RoomAttachment = {
  readonly name: string;
  readonly kind: AttachmentKind;
  readonly text: string | null;
};

/** One of them, large. `content` is read by the application, from the script or from beside it; null until it is. */
export type RoomEnlarged = {
  readonly name: string;
  readonly kind: AttachmentKind;
  readonly content: AttachmentContent | null;
};

export type RoomArtefact = {
  readonly channel: Channel;
  readonly from: string;
  /** This and all below: null or empty while the facilitator reads the words aloud. */
  readonly to: string | null;
  readonly subject: string | null;
  readonly body: string | null;
  readonly tlp: string | null;
  readonly attachments: readonly RoomAttachment[];
  readonly storylineTime: string;
};

export type RoomDecision = {
  readonly question: string;
  readonly owner: string;
  readonly openMinutes: number;
  /** null until the facilitator shows them; on its card, as a banner has no place for sentences. */
  readonly options: readonly string[] | null;
};

export type RoomQuestion = { readonly question: string; readonly answer: string | null };
export type StoryLine = {
  readonly storylineTime: string;
  readonly channel: Channel;
  readonly from: string;
  readonly subject: string | null;
};

/** What lies over the artefact; the others show it, all of it or part. `decision`: the one that is open, large, with its options. */
export type CardOver = Exclude<RoomCard, InsteadOfCard> | 'decision';
type InsteadOfCard = 'artefact' | 'words' | 'attachment' | 'compare';

export type RoomCardOver = {
  readonly show: CardOver;
  readonly minutes: number | null;
  readonly sinceMinutes: number;
  /** `10:35` on the wall, when its minutes are over; null where it has none, and between two sittings. */
  readonly until: string | null;
};

/** All the room may know. Filled field by field below: a spread could carry what was never released. */
export type RoomView = {
  readonly phase: Phase;
  readonly tlp: string;
  /** Height of text on a picture of 1920 × 1080. */
  readonly textPx: number;
  readonly times: Times;
  readonly card: RoomCardOver | null;
  /** `10:07` on the wall; null unless something real stopped the exercise. */
  readonly stoppedAt: string | null;
  readonly artefact: RoomArtefact | null;
  /** What is attached to the artefact, in its place. */
  readonly enlarged: RoomEnlarged | null;
  /** What the room has read before, beside the artefact. */
  readonly beside: RoomArtefact | null;
  readonly decision: RoomDecision | null;
  readonly question: RoomQuestion | null;
  readonly story: readonly StoryLine[];
};

/** What the room is shown now. No text of it holds double braces, also of an exercise that was begun with a broken script. */
export function roomView(state: ExerciseState, nowM: number): RoomView {
  const shown = listShowings(state);
  const current = shown.at(-1);
  const enlarged = findEnlarged(state, shown);
  const beside = findCompared(state, shown);
  const open = findOpen(state);
  return withoutBraces<RoomView>({
    phase: state.phase,
    tlp: state.setup?.plan.tlp ?? 'TLP:AMBER+STRICT',
    textPx: state.setup?.plan.room_text_px ?? usualTextPx,
    times: timesAt(state, nowM),
    card: cardOf({ state, current, open, nowM }),
    stoppedAt: stoppedAtOf(state),
    artefact: current ? artefactOf(current) : null,
    enlarged: enlarged ? { name: enlarged.name, kind: enlarged.kind, content: null } : null,
    beside: beside ? artefactOf(beside) : null,
    decision: open && decisionOf(state, open, nowM),
    question: questionOf(state, current),
    story: listStory(shown),
  });
}

function artefactOf({ shown, areWordsOut }: Showing): RoomArtefact {
  const { channel, from, storylineTime } = shown;
  if (!areWordsOut) {
    return { channel, from, to: null, subject: null, body: null, tlp: null, attachments: [], storylineTime };
  }
  return {
    channel,
    from,
    to: shown.to,
    subject: shown.subject,
    body: shown.body,
    tlp: shown.tlp,
    attachments: shown.attachments.map(({ name, kind, text }) => ({ name, kind, text })),
    storylineTime,
  };
}

type OpenDecision = NonNullable<ReturnType<typeof bannerOf>> & {
  readonly since: SavedEvent;
  /** When the room was shown its options last. */
  readonly optionsAt: SavedEvent | null;
};
type Cards = {
  readonly state: ExerciseState;
  readonly current: Showing | undefined;
  readonly open: OpenDecision | null;
  readonly nowM: number;
};

/**
 * A card lies over the artefact until the next showing, or until the artefact or its words are asked for; so does a decision whose
 * options are shown. Its minutes are those of the wall: a break is most often taken while play is paused.
 */
function cardOf({ state, current, open, nowM }: Cards): RoomView['card'] {
  if (state.phase === 'ended' || state.phase === 'final') return null;
  const change = changeSince(state, current);
  const since = (change ?? current?.event)?.seq ?? 0;
  if (open?.optionsAt && open.optionsAt.seq > since && !isAway(change))
    return { show: 'decision', minutes: null, sinceMinutes: minutesSince(state, open.optionsAt, nowM), until: null };
  if (!change) return null;
  const { show, minutes } = change.data;
  if (show === 'artefact' || show === 'words' || show === 'attachment' || show === 'compare') return null;
  if (show === 'blank' && state.phase === 'suspended') return null;
  const end = minutes === undefined ? null : wallEndOf(state, change, minutes);
  const until = end === null ? null : clockTimeOf(end, zoneOf(state));
  return { show, minutes: minutes ?? null, sinceMinutes: minutesSince(state, change, nowM), until };
}

/** The last change of the room, where nothing was shown since. */
function changeSince(state: ExerciseState, current: Showing | undefined): SavedEventOf<'room_changed'> | null {
  const change = findRoomChange(state);
  return change && change.seq >= (current?.event.seq ?? 0) ? change : null;
}

/** The room is shown nothing, or is not there: options wait until something is asked for. */
function isAway(change: SavedEventOf<'room_changed'> | null): boolean {
  return change?.data.show === 'blank' || change?.data.show === 'break';
}

function minutesSince(state: ExerciseState, { m }: SavedEvent, nowM: number): number {
  return wallMinutesAt(state, nowM) - wallMinutesAt(state, m);
}

function stoppedAtOf(state: ExerciseState): string | null {
  if (state.phase !== 'real_world') return null;
  const stop = listLog(state.log).findLast(({ type }) => type === 'real_world_stop');
  return stop ? clockTimeOf(stop.t, zoneOf(state)) : null;
}

const zoneOf = ({ setup }: ExerciseState): string => setup?.organisation.time_zone ?? 'UTC';

/** The last decision that was opened and is still open; never one of an inject for named roles. */
function findOpen(state: ExerciseState): OpenDecision | null {
  for (const event of walkChain(state.standing.get('room'))) {
    if (event.type !== 'decision_opened' && event.type !== 'decision_options_shown') continue;
    const { decision } = event.data;
    const banner = bannerOf(state, decision);
    if (!banner || hasStanding(state, `made:${decision}`)) continue;
    const optionsAt = findLast(state, `options:${decision}`) ?? null;
    return { ...banner, since: findFirst(state, `opened:${decision}`) ?? event, optionsAt };
  }
  return null;
}

function decisionOf(state: ExerciseState, open: OpenDecision, nowM: number): RoomDecision {
  return {
    question: open.question,
    owner: open.owner,
    openMinutes: Math.floor(netMinutesBetween(state, open.since.m, nowM)),
    options: open.optionsAt ? open.options : null,
  };
}

function bannerOf(state: ExerciseState, decision: string) {
  const carrier = findInjectOfDecision(state.scenario, decision);
  if (carrier?.decision) {
    const { question, owner, options } = carrier.decision;
    return carrier.audience === 'named' ? null : { question, owner, options };
  }
  const opened = findFirst(state, `opened:${decision}`);
  if (opened?.type !== 'decision_opened' || isPrivateInject(state, opened.data.inject)) return null;
  const { question, owner } = asAmended(state, opened).data;
  return question !== undefined && owner !== undefined ? { question, owner, options: null } : null;
}

function isPrivateInject(state: ExerciseState, inject: string | undefined): boolean {
  return inject !== undefined && findShown(state, { inject, already_done: false })?.audience === 'named';
}

/** A question answered to the room, until the next showing; a held-back fact of a released inject as the script words it. */
function questionOf(state: ExerciseState, current: Showing | undefined): RoomQuestion | null {
  const event = findLast(state, 'room');
  if (event?.type !== 'question_asked' || event.seq < (current?.event.seq ?? 0)) return null;
  const { question, answer, inject, to_room } = asAmended(state, event).data;
  const isPrivate = [event.data.inject, inject].some((about) => isPrivateInject(state, about)); // also once amended
  if (!to_room || isPrivate) return null;
  if (answer !== 'held_back') return { question, answer: answer ?? null };
  if (inject === undefined || !isReleased(state, inject)) return null;
  const facts = findInject(state.scenario, inject)?.held_back ?? [];
  return { question, answer: facts.find(({ asked }) => asked === question)?.answer ?? null };
}

/** Each artefact once, in the order it was first shown; its subject once the room could read it. */
function listStory(showings: readonly Showing[]): readonly StoryLine[] {
  const lines = new Map<string, StoryLine>();
  for (const { shown, areWordsOut } of showings) {
    const { id, storylineTime, channel, from } = shown;
    const subject = areWordsOut ? shown.subject : (lines.get(id)?.subject ?? null);
    lines.set(id, { storylineTime, channel, from, subject });
  }
  return [...lines.values()];
}
