import { useEffect } from 'react';
import { useBridge, useRoom, useRoomStore } from '../../state/use-application.tsx';
import { blankOrShow } from './blank-or-show.ts';

/** F9 on every screen but the live console, which answers it itself, whatever is typed or open; and what it did, for as long as it holds. */
export function Panic() {
  const bridge = useBridge();
  const store = useRoomStore();
  const room = useRoom();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'F9') return;
      event.preventDefault();
      if (!event.repeat) blankOrShow(bridge, store.getState());
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [bridge, store]);
  return (
    <div role="status">
      {room.isBlank && (
        <>
          <div className="state todo">Room blank</div>
          <button type="button" className="theme-toggle" onClick={() => blankOrShow(bridge, room)}>
            Show again <kbd>F9</kbd>
          </button>
        </>
      )}
    </div>
  );
}
