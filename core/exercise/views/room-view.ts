import { findInject, findInjectOfDecision } from '../../scenario/find-inject.ts';
import type { Channel, RoomCard } from '../../scenario/vocabulary.ts';
import { exerciseMinutesAt, netMinutesBetween, type Times, timesAt } from '../clock.ts';
import type { SavedEvent, SavedEventOf } from '../events.ts';
import { walkChain } from '../log.ts';
import { type ExerciseState, findFirst, findLast, hasStanding, type Phase } from '../state.ts';
import { findShown, type Shown } from './find-shown.ts';

export type RoomAttachment = {
  readonly name: string;
  readonly kind: string;
  readonly text: string | null;
  readonly file: string | null;
};

export type RoomArtefact = {
  readonly channel: Channel;
  readonly from: string;
  readonly to: string;
  readonly subject: string | null;
  /** null while the facilitator reads the words aloud. */
  readonly body: string | null;
  readonly storylineTime: string;
  readonly tlp: string | null;
  readonly attachments: readonly RoomAttachment[];
};

export type RoomDecision = {
  readonly question: string;
  readonly owner: string;
  readonly openMinutes: number;
  /** null until the facilitator shows them. */
  readonly options: readonly string[] | null;
};

export type RoomQuestion = { readonly question: string; readonly answer: string | null };
export type StoryLine = {
  readonly storylineTime: string;
  readonly channel: Channel;
  readonly from: string;
  readonly subject: string | null;
};

/** All the room may know. Filled field by field below: a spread could carry what was never released. */
export type RoomView = {
  readonly phase: Phase;
  readonly tlp: string;
  readonly times: Times;
  readonly card: { readonly show: RoomCard; readonly minutes: number | null; readonly sinceMinutes: number } | null;
  readonly artefact: RoomArtefact | null;
  readonly decision: RoomDecision | null;
  readonly question: RoomQuestion | null;
  readonly story: readonly StoryLine[];
};

export function roomView(state: ExerciseState, nowM: number): RoomView {
  const shown = listShown(state);
  const current = shown.at(-1);
  return {
    phase: state.phase,
    tlp: state.setup?.plan.tlp ?? 'TLP:AMBER+STRICT',
    times: timesAt(state, nowM),
    card: cardOf(state, current, nowM),
    artefact: current ? artefactOf(state, current) : null,
    decision: decisionOf(state, nowM),
    question: questionOf(state, current),
    story: listStory(shown),
  };
}

type Showing = { readonly event: SavedEvent; readonly shown: Shown };

/** Showings the room may see, oldest first; one for named roles is left out whole, as if it did not exist. */
function listShown(state: ExerciseState): readonly Showing[] {
  const showings = [...walkChain(state.standing.get('room'))].flatMap((event) => {
    const shown = event.type === 'inject_released' ? findShown(state, event.data) : null;
    return shown && shown.audience !== 'named' ? [{ event, shown }] : [];
  });
  return showings.reverse();
}

function artefactOf(state: ExerciseState, { event, shown }: Showing): RoomArtefact {
  const wordsShown = lastRoomChange(state, ({ show }) => show === 'words');
  const areWordsOut = wordsShown !== undefined && wordsShown.seq > event.seq;
  return {
    channel: shown.channel,
    from: shown.from,
    to: shown.to,
    subject: shown.subject,
    body: shown.audience === 'facilitator_reads' && !areWordsOut ? null : shown.body,
    storylineTime: shown.storylineTime,
    tlp: shown.tlp,
    attachments: shown.attachments.map(({ name, kind, text, file }) => ({ name, kind, text, file })),
  };
}

/** A card lies over the artefact until the next showing, or until the artefact or its words are asked for. */
function cardOf(state: ExerciseState, current: Showing | undefined, nowM: number): RoomView['card'] {
  const change = lastRoomChange(state, () => true);
  if (!change || change.seq < (current?.event.seq ?? 0)) return null;
  const { show, minutes } = change.data;
  if (show === 'artefact' || show === 'words') return null;
  const sinceMinutes = exerciseMinutesAt(state, nowM) - exerciseMinutesAt(state, change.m);
  return { show, minutes: minutes ?? null, sinceMinutes };
}

function lastRoomChange(state: ExerciseState, matches: (data: SavedEventOf<'room_changed'>['data']) => boolean) {
  for (const event of walkChain(state.standing.get('room'))) {
    if (event.type === 'room_changed' && matches(event.data)) return event;
  }
  return undefined;
}

/** The banner of the last decision that was opened and is still open; never one of an inject for named roles. */
function decisionOf(state: ExerciseState, nowM: number): RoomDecision | null {
  for (const event of walkChain(state.standing.get('room'))) {
    if (event.type !== 'decision_opened' && event.type !== 'decision_options_shown') continue;
    const { decision } = event.data;
    const banner = bannerOf(state, decision);
    if (!banner || hasStanding(state, `made:${decision}`)) continue;
    const since = findFirst(state, `opened:${decision}`) ?? event;
    return {
      question: banner.question,
      owner: banner.owner,
      openMinutes: Math.floor(netMinutesBetween(state, since.m, nowM)),
      options: hasStanding(state, `options:${decision}`) ? banner.options : null,
    };
  }
  return null;
}

function bannerOf(state: ExerciseState, decision: string) {
  const carrier = findInjectOfDecision(state.scenario, decision);
  if (carrier?.decision) {
    const { question, owner, options } = carrier.decision;
    return carrier.audience === 'named' ? null : { question, owner, options };
  }
  const opened = findFirst(state, `opened:${decision}`);
  if (opened?.type !== 'decision_opened' || isPrivateInject(state, opened.data.inject)) return null;
  const { question, owner } = opened.data;
  return question !== undefined && owner !== undefined ? { question, owner, options: null } : null;
}

function isPrivateInject(state: ExerciseState, inject: string | undefined): boolean {
  return inject !== undefined && findShown(state, { inject, already_done: false })?.audience === 'named';
}

/** A question answered to the room, until the next showing; a held-back fact is shown as the script words it. */
function questionOf(state: ExerciseState, current: Showing | undefined): RoomQuestion | null {
  const event = findLast(state, 'room');
  if (event?.type !== 'question_asked' || isPrivateInject(state, event.data.inject)) return null;
  if (event.seq < (current?.event.seq ?? 0)) return null;
  const { question, answer, inject } = event.data;
  if (answer !== 'held_back') return { question, answer: answer ?? null };
  const facts = inject === undefined ? [] : (findInject(state.scenario, inject)?.held_back ?? []);
  return { question, answer: facts.find(({ asked }) => asked === question)?.answer ?? null };
}

/** Each artefact once, in the order it was first shown. */
function listStory(showings: readonly Showing[]): readonly StoryLine[] {
  const first = new Map(showings.toReversed().map(({ shown }) => [shown.id, shown]));
  return [...first.values()].toReversed().map(({ storylineTime, channel, from, subject }) => ({
    storylineTime,
    channel,
    from,
    subject,
  }));
}
