import type { RoomBridge, RoomPicture } from '#contract/room.ts';
import { callSafely } from './call-safely.ts';
import { shareStream } from './share-stream.ts';
import { reloadForNewToken, takeToken } from './take-token.ts';
import { askForAddress, createConnectionTeller } from './tell-connection.ts';

const listeners = new Set<(picture: RoomPicture) => void>();
let latest: RoomPicture | null = null;
const token = takeToken();
reloadForNewToken();
if (token === null) askForAddress();
else listenTo(token);

/** Each connection begins with what the room shows now, so there is nothing to ask for after a loss. */
function listenTo(held: string): void {
  const tellConnection = createConnectionTeller();
  const told = {
    value: (value: unknown) => {
      const picture = value as RoomPicture;
      latest = picture;
      for (const listener of listeners) callSafely(listener, picture);
    },
    open: () => tellConnection('back'),
    lost: () => tellConnection('lost'),
    refused: askForAddress,
  };
  void shareStream({ address: './pictures', token: held, told, keyOf: () => 'picture' });
}

const bridge: RoomBridge = {
  onPicture: (listener) => {
    listeners.add(listener);
    if (latest) callSafely(listener, latest);
  },
};
Object.defineProperty(window, 'musterRoom', { value: Object.freeze(bridge) });
