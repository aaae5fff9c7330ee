import { followStream, type Told } from './follow-stream.ts';
import { type Shared, takePlace } from './places.ts';
import { createSpeaker, type Said, type Speaker, tellBoth } from './speaker.ts';

/** Taken by a window without a stream while those with one say nothing. One connection is left to load and to ask with. */
const standInPlaces = [4, 5];
export type StandIn = {
  readonly place: number;
  readonly speaker: Speaker;
  readonly isOpen: () => boolean;
  readonly firstTry: Promise<void>;
  readonly stop: () => void;
};

/** A stream of its own for a while, told to the others too; null where enough windows have one. */
export async function startStandIn(shared: Shared, say: (said: Said) => void): Promise<StandIn | null> {
  for (const place of standInPlaces) {
    const leave = await takePlace(shared, place);
    if (!leave) continue;
    const end = new AbortController();
    const speaker = createSpeaker({ place, keyOf: shared.keyOf, say: (said) => end.signal.aborted || say(said) });
    let isOpen = false;
    const own: Told = {
      ...shared.told,
      open: (missed) => {
        isOpen = true;
        shared.told.open(missed);
      },
      lost: () => {
        isOpen = false;
        shared.told.lost();
      },
    };
    const firstTry = followStream({ ...shared, told: tellBoth(speaker.told, own), end: end.signal });
    const stop = () => {
      end.abort();
      leave();
    };
    return { place, speaker, isOpen: () => isOpen, firstTry, stop };
  }
  return null;
}
