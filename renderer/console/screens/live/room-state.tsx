import type { RoomStatus } from '#contract/console-answers.ts';
import { useIsConnected } from '../../../parts/use-is-connected.ts';
import { showsRealWorld } from '../../../state/room-store.ts';
import { useRoom } from '../../../state/use-application.tsx';
import { blankOrShow } from '../../anywhere/blank-or-show.ts';
import { openRoom } from '../../open-room.ts';
import s from './head.module.css';
import { useLive } from './live-context.tsx';

/** What the room sees, in two words, and the key that blanks it. */
export function RoomState() {
  const { exercise, bridge, refuse } = useLive('exercise', 'bridge', 'refuse');
  const room = useRoom();
  const isConnected = useIsConnected();
  const { words, tone, hint } = isConnected ? wordsFor(room, exercise) : notConnected;
  const isElsewhere = room.exercise !== exercise;
  const help = isElsewhere ? 'Show here' : room.status?.windows === 0 ? 'Open room' : null;
  const act = () => (isElsewhere ? bridge.show_in_room({ exercise }) : openRoom(bridge, refuse));
  return (
    <div className={s.roomstate}>
      <div className="tiny">
        <div className={`state ${tone}`}>{words}</div>
        {help ? (
          <div>
            <button type="button" className={`link ${s.people}`} onClick={() => void act().catch(() => undefined)}>
              {help}
            </button>
          </div>
        ) : (
          <div className="quiet">{hint}</div>
        )}
      </div>
      <button type="button" className="button" onClick={() => blankOrShow(bridge, room)}>
        {room.isBlank ? 'Show again' : 'Blank'} <kbd>F9</kbd>
      </button>
    </div>
  );
}

/** More windows of one browser than these are fed by the first of them, and not counted. */
const countedInBrowser = 3;

const tellScreens = ({ shell, windows }: RoomStatus) =>
  shell === 'browser' && windows >= countedInBrowser ? `${windows} screens or more` : `${windows} screens`;

const notConnected = { words: 'Room not known', tone: 'bad', hint: 'Not connected' };

function wordsFor({ isBlank, status, exercise: shown, picture }: ReturnType<typeof useRoom>, exercise: string) {
  if (showsRealWorld({ picture }))
    return { words: 'REAL WORLD shown', tone: 'bad', hint: isBlank ? 'Blank after it' : 'In the room' };
  if (isBlank) return { words: 'Room blank', tone: 'todo', hint: 'Nothing is shown' };
  if (shown !== exercise) return { words: 'Not in the room', tone: 'todo', hint: '' };
  if (status?.windows === 0) return { words: 'No room screen', tone: 'bad', hint: '' };
  return {
    words: 'Room live',
    tone: 'live',
    hint: status && status.windows > 1 ? tellScreens(status) : 'Projector',
  };
}
