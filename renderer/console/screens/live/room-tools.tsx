import { consoleInject } from '#core/exercise/views/console-view-inject.ts';
import { findLastReleased } from '#core/exercise/views/console-view-order.ts';
import { findCompared, findEnlarged, listShowings } from '#core/exercise/views/showings.ts';
import { useLive } from './live-context.tsx';
import s from './stage.module.css';

const first = [
  ['room-timer', 'Timer', 'T'],
  ['room-discuss', 'Discuss', 'U'],
  ['room-sitrep', 'Sitrep', 'I'],
  ['park', 'Park', 'P'],
] as const;

const others = [
  'room-artefact',
  'room-attachment',
  'room-compare',
  'room-words',
  'room-story',
  'room-break',
  'room-welcome',
  'room-end',
  'room-blank',
];

/** What the room is shown besides injects; the words of what is read aloud stand first while they are wanted. */
export function RoomTools() {
  const { start, open, state } = useLive('start', 'open', 'state');
  const current = findLastReleased(state);
  const isReadAloud = current !== null && consoleInject(state, current)?.shown.audience === 'facilitator_reads';
  const inRoom = listShowings(state).at(-1);
  const hasAttachments = inRoom?.areWordsOut === true && inRoom.shown.attachments.length > 0;
  return (
    <div className={s.tools}>
      {first.map(([id, name, key]) => (
        <button key={id} type="button" onClick={() => start(id)}>
          {name} <kbd>{key}</kbd>
        </button>
      ))}
      {findEnlarged(state) || findCompared(state) ? (
        <button type="button" onClick={() => start('room-artefact')}>
          Artefact
        </button>
      ) : (
        hasAttachments && (
          <button type="button" onClick={() => start('room-attachment')}>
            Attached <kbd>L</kbd>
          </button>
        )
      )}
      {isReadAloud && (
        <button type="button" onClick={() => start('room-words')}>
          Show words
        </button>
      )}
      <button
        type="button"
        className={s.end}
        onClick={() => open({ kind: 'menu', title: 'Show in the room', ids: others, about: '' })}
      >
        More cards…
      </button>
    </div>
  );
}
