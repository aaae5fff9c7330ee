import { followStream, silenceMs } from './follow-stream.ts';
import { createHearer } from './hearer.ts';
import { ownStreams, type Shared, type Sharing, takePlace, waitForPlace } from './places.ts';
import { watchSilence } from './silence.ts';
import { createSpeaker, isWell, type Said, tellBoth } from './speaker.ts';
import { type StandIn, startStandIn } from './stand-in.ts';
import { createToldOnce } from './told-once.ts';

/** So long a window waits to be told how things stand, before it tries a stream of its own. */
const answerMs = 3_000;

/** `followStream`, for as many windows of one browser as there are. Resolves once something, or nothing, was heard. */
export async function shareStream(sharing: Sharing): Promise<void> {
  const shared = { ...sharing, told: createToldOnce(sharing.told, sharing.keyOf) };
  if (!('locks' in navigator)) return followStream(shared);
  for (let place = 1; place <= ownStreams; place += 1) {
    if (await takePlace(shared, place)) return keepPlace(shared, place);
  }
  return listen(shared);
}

function keepPlace(shared: Shared, place: number): Promise<void> {
  const channel = new BroadcastChannel(shared.token);
  const speaker = createSpeaker({ place, keyOf: shared.keyOf, say: (said) => channel.postMessage(said) });
  channel.onmessage = ({ data }: MessageEvent<Said>) => speaker.hear(data);
  return followStream({ ...shared, told: tellBoth(speaker.told, shared.told) });
}

/** Told by the others, whoever speaks; by a stream of its own while nobody does; in the place of one that is closed. */
function listen(shared: Shared): Promise<void> {
  const { token, told } = shared;
  const channel = new BroadcastChannel(token);
  const say = (said: Said) => channel.postMessage(said);
  const hear = createHearer(told);
  let standIn: StandIn | null = null;
  let hasPlace = false;
  const stepDown = () => {
    standIn?.stop();
    standIn = null;
  };
  /** Resolves once a stream of its own was tried, if there may be one. */
  const goAlone = async () => {
    if (told.connection() === 'open') told.lost();
    say({ say: 'asked' }); // somebody may be well by now
    const begun = await startStandIn(shared, say);
    if (hasPlace) return begun?.stop();
    standIn = begun;
    if (!begun && told.connection() === 'new') told.lost();
    await begun?.firstTry;
  };
  /** Whether it is for this window. */
  const take = (said: Said): boolean => {
    standIn?.speaker.hear(said);
    if (said.say === 'asked') return false;
    if (standIn && isWell(said) && (said.place < standIn.place || !standIn.isOpen())) {
      stepDown();
      say({ say: 'asked' }); // nothing that only its own stream told may be missing
    }
    if (standIn?.isOpen() && said.say === 'lost') return false;
    hear(said);
    return told.connection() !== 'new';
  };
  return new Promise((resolve) => {
    const silence = watchSilence(() => {
      silence.wait(silenceMs);
      if (!standIn) void goAlone().then(resolve);
    });
    silence.wait(answerMs);
    channel.onmessage = ({ data: said }: MessageEvent<Said>) => {
      if (!take(said)) return;
      resolve();
      silence.wait(silenceMs);
    };
    say({ say: 'asked' });
    waitForPlace(shared, (place) => {
      hasPlace = true;
      silence.stop();
      stepDown();
      channel.close();
      void keepPlace(shared, place).then(resolve);
    });
  });
}
