import type { RoomImage, RoomPicture } from '#contract/room.ts';
import { chooseScene } from '../parts/room/choose-scene.ts';
import { RoomScreen } from '../parts/room/room-screen.tsx';
import { pieceName } from '../parts/room/room-words.ts';
import { useIsConnected } from '../parts/use-is-connected.ts';
import { useFullScreen } from './use-full-screen.ts';

export function RoomPage({ picture, image }: { picture: RoomPicture; image: RoomImage | null }) {
  useFullScreen();
  const isConnected = useIsConnected();
  const theme = document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';
  return (
    <main>
      <h1 className="heard">Shared screen</h1>
      <RoomScreen picture={picture} image={image} theme={theme} />
      {!isConnected && (
        <p className="lost" role="status">
          Not connected to the facilitator’s laptop. This is what was shown last; the clocks here may be wrong.
        </p>
      )}
      <p className="heard" aria-live="polite">
        {newsOf(picture)}
      </p>
    </main>
  );
}

/** Only the kind of what is new is said aloud: the words are on the screen. */
function newsOf(picture: RoomPicture): string {
  if (picture.show !== 'view') return '';
  const scene = chooseScene(picture.view);
  if (scene.kind === 'real_world') return 'Real world. The exercise has stopped.';
  if (scene.kind === 'attachment') return `Attachment: ${scene.enlarged.name}`;
  if (scene.kind === 'compare')
    return `Side by side: ${pieceName(scene.beside.channel)} and ${pieceName(scene.artefact.channel)}`;
  if (scene.kind !== 'artefact') return '';
  return `${pieceName(scene.artefact.channel)}, number ${picture.view.story.length}`;
}
