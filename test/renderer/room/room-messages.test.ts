import { describe, expect, it } from 'vitest';
import type { RoomImage, RoomPicture } from '#contract/room.ts';
import { createPictureReceiver, createPictureSender, type RoomMessage } from '#contract/room-messages.ts';
import { image, picture } from './attached.ts';
import { artefactOf, viewOf } from './pictures.ts';

const large = viewOf(picture);
const artefact = viewOf({ artefact: artefactOf({}) });

function connect() {
  const sent: RoomMessage[] = [];
  const seen: (readonly [RoomPicture, RoomImage | null])[] = [];
  const receive = createPictureReceiver((...shown) => seen.push(shown));
  const send = createPictureSender((message) => {
    sent.push(message);
    receive(message);
  });
  return { sent, seen, send };
}

describe('On the way to a room window', () => {
  it('the bytes of a picture go out once, however often it is shown anew', () => {
    const { sent, seen, send } = connect();
    send(large, image);
    send(viewOf(picture, 1), image);
    expect(sent.map(({ show }) => show)).toEqual(['image', 'view', 'view']);
    expect(seen.map(([, bytes]) => bytes)).toEqual([image, image]);
  });

  it('they are held no longer than they are named, and come again when they are', () => {
    const { sent, seen, send } = connect();
    for (const shown of [large, artefact, large]) send(shown, shown === large ? image : null);
    expect(sent.map(({ show }) => show)).toEqual(['image', 'view', 'view', 'image', 'view']);
    expect(seen.map(([, bytes]) => bytes)).toEqual([image, null, image]);
  });

  it('they are drawn also where they come behind their picture, and not with another', () => {
    const seen: (RoomImage | null)[] = [];
    const receive = createPictureReceiver((_, bytes) => seen.push(bytes));
    for (const message of [large, { show: 'image', image } as const, artefact]) receive(message);
    receive({ show: 'image', image });
    expect(seen).toEqual([null, image, null]);
  });

  it('are drawn once where two windows send them', () => {
    const seen: (RoomImage | null)[] = [];
    const receive = createPictureReceiver((_, bytes) => seen.push(bytes));
    for (const message of [{ show: 'image', image } as const, large, { show: 'image', image } as const])
      receive(message);
    expect(seen).toEqual([image]);
  });
});
