import type { SavedEvent, SavedEventOf } from '../events.ts';
import { walkChain } from '../log.ts';
import type { ExerciseState } from '../state.ts';
import { findShown, type Shown } from './find-shown.ts';

/** `areWordsOut`: the room may read it, not only know who speaks. */
export type Showing = { readonly event: SavedEvent; readonly shown: Shown; readonly areWordsOut: boolean };

/** Showings the room may see, oldest first; one for named roles is left out whole, as if it did not exist. */
export function listShowings(state: ExerciseState): readonly Showing[] {
  const showings: Showing[] = [];
  for (const event of [...walkChain(state.standing.get('room'))].reverse()) {
    const last = showings.at(-1);
    if (event.type === 'room_changed' && event.data.show === 'words' && last) {
      showings.splice(-1, 1, { ...last, areWordsOut: true });
    }
    const shown = event.type === 'inject_released' ? findShown(state, event.data) : null;
    if (shown && shown.audience !== 'named') {
      showings.push({ event, shown, areWordsOut: shown.audience !== 'facilitator_reads' });
    }
  }
  return showings;
}

export function findRoomChange(state: ExerciseState): SavedEventOf<'room_changed'> | undefined {
  for (const event of walkChain(state.standing.get('room'))) {
    if (event.type === 'room_changed') return event;
  }
  return undefined;
}

/** One attachment of an inject, counted from 1. */
export type AttachmentPlace = { readonly inject: string; readonly attachment: number };
export type FoundAttachment = AttachmentPlace & Shown['attachments'][number];

/** Of what the room reads now, and of nothing else. */
export function findAttachment(
  showings: readonly Showing[],
  { inject, attachment }: AttachmentPlace,
): FoundAttachment | null {
  const current = showings.at(-1);
  const found = current?.areWordsOut && current.shown.id === inject ? current.shown.attachments[attachment - 1] : null;
  return found ? { inject, attachment, ...found } : null;
}

/** The attachment that stands large in front of the room. */
export function findEnlarged(state: ExerciseState, showings = listShowings(state)): FoundAttachment | null {
  const { inject = '', attachment = 0 } = findChange(state, showings, 'attachment') ?? {};
  return findAttachment(showings, { inject, attachment });
}

/** Injects the room has read before, each as it was shown last: what can stand beside the artefact it reads now. */
export function listComparable(showings: readonly Showing[]): readonly Showing[] {
  const current = showings.at(-1);
  if (!current?.areWordsOut) return [];
  const read = showings.filter(({ shown, areWordsOut }) => areWordsOut && shown.id !== current.shown.id);
  return [...new Map(read.map((showing) => [showing.shown.id, showing])).values()];
}

export function findBeside(showings: readonly Showing[], inject: string): Showing | null {
  return listComparable(showings).find(({ shown }) => shown.id === inject) ?? null;
}

/** What stands beside the artefact. */
export function findCompared(state: ExerciseState, showings = listShowings(state)): Showing | null {
  return findBeside(showings, findChange(state, showings, 'compare')?.inject ?? '');
}

/** The last change of the room, where it is this one and nothing was shown since. */
function findChange(state: ExerciseState, showings: readonly Showing[], show: 'attachment' | 'compare') {
  const change = findRoomChange(state);
  const isStill = change?.data.show === show && change.seq > (showings.at(-1)?.event.seq ?? 0);
  return isStill ? change.data : null;
}
