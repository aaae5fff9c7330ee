import type { PictureListener, RoomBridge, RoomImage, RoomPicture } from '#contract/room.ts';
import { createPictureReceiver, type RoomMessage } from '#contract/room-messages.ts';
import { callSafely } from './call-safely.ts';
import { shareStream } from './share-stream.ts';
import { reloadForNewToken, takeToken } from './take-token.ts';
import { askForAddress, createConnectionTeller } from './tell-connection.ts';

const listeners = new Set<PictureListener>();
let latest: { readonly picture: RoomPicture; readonly image: RoomImage | null } | null = null;
const token = takeToken();
reloadForNewToken();
if (token === null) askForAddress();
else listenTo(token);

/** Each connection begins with what the room shows now, so there is nothing to ask for after a loss. */
function listenTo(held: string): void {
  const tellConnection = createConnectionTeller();
  const receive = createPictureReceiver((picture, image) => {
    latest = { picture, image };
    for (const listener of listeners) show(listener, latest);
  });
  const told = {
    value: (value: unknown) => receive(value as RoomMessage),
    open: () => tellConnection('back'),
    lost: () => tellConnection('lost'),
    refused: askForAddress,
  };
  void shareStream({ address: './pictures', token: held, told, keyOf });
}

/** A window that comes later is told the last picture and the last bytes, in either order. */
function keyOf(value: unknown): string {
  return (value as RoomMessage).show === 'image' ? 'image' : 'picture';
}

function show(listener: PictureListener, { picture, image }: NonNullable<typeof latest>): void {
  callSafely(() => listener(picture, image), null);
}

const bridge: RoomBridge = {
  onPicture: (listener) => {
    listeners.add(listener);
    if (latest) show(listener, latest);
  },
};
Object.defineProperty(window, 'musterRoom', { value: Object.freeze(bridge) });
