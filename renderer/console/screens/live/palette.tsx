import { useMemo } from 'react';
import { useRoomStore } from '../../../state/use-application.tsx';
import { FindDialog } from '../../anywhere/find-dialog.tsx';
import { useLive } from './live-context.tsx';
import { listItems } from './palette-items.ts';
import { listRoom } from './palette-more.ts';

const read = [
  'bridge',
  'exercise',
  'isScribe',
  'state',
  'listActs',
  'start',
  'select',
  'selected',
  'open',
  'close',
  'cover',
  'pressM',
  'answerShown',
  'refuse',
] as const;

/** Every act, inject, person and entry by a few letters of its name. */
export function Palette() {
  const live = useLive(...read);
  const room = useRoomStore();
  const items = useMemo(() => [...listItems(live), ...listRoom(live, room.getState())], [live, room]);
  return (
    <FindDialog label="Find an act, inject, person or entry" items={items} onClose={live.close}>
      {live.state.phase !== 'running' && (
        <p className="tiny quiet">The exercise does not run, so what shows something new to the room is left out.</p>
      )}
    </FindDialog>
  );
}
