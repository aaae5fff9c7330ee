import { useState } from 'react';
import { exerciseMinutesAt } from '#core/exercise/clock.ts';
import { consoleInject } from '#core/exercise/views/console-view-inject.ts';
import { listOrder } from '#core/exercise/views/console-view-order.ts';
import { previewRelease } from '#core/exercise/views/console-view-preview.ts';
import type { RoomView } from '#core/exercise/views/room-view.ts';
import { Segments } from '../../../parts/segments.tsx';
import { AttachedPicture } from '../../attached-picture.tsx';
import { PagedPicture } from '../../paged-picture.tsx';
import s from './dialog.module.css';
import { Dialog } from './dialog.tsx';
import { useLive } from './live-context.tsx';
import { release } from './release-next.ts';
import { roleList } from './words.ts';

type About = { readonly inject: string };

/** The inject exactly as the room will see it, found by releasing it in a copy. */
export function PreviewDialog({ inject: id, isAlreadyDone }: About & { readonly isAlreadyDone: boolean }) {
  const live = useLive('state', 'nowM', 'pressM', 'cover', 'open', 'close', 'give', 'select');
  const inject = consoleInject(live.state, id);
  const view = previewRelease(live.state, id, { alreadyDone: isAlreadyDone, nowM: live.nowM });
  if (!inject) return null;
  const isCovered = live.cover === 'all' || (live.cover === 'coming' && !inject.isReleased);
  const isHidden = isCovered && !inject.isReleased;
  return (
    <Dialog title={isCovered ? `Preview of ${id}` : `Preview: ${inject.title}`} onClose={live.close} isWide>
      <EarlyBy inject={id} />
      {isHidden && (
        <p className={s.warning}>You also play, or the room reads along, so it stays folded until you release it.</p>
      )}
      {!isHidden && view && <Drawn view={view} inject={id} />}
      {!isHidden && !view && <p className={s.large}>{inject.shown.body}</p>}
      {!view && <p className={s.warning}>{`${roleList(inject.onlyFor ?? [])} only. The room sees nothing of it.`}</p>}
      <div className={s.foot}>
        {inject.alreadyWhen && (
          <button
            type="button"
            className="button"
            onClick={() => live.open({ kind: 'preview', inject: id, isAlreadyDone: !isAlreadyDone })}
          >
            {isAlreadyDone ? 'The first text' : 'The text for already done'}
          </button>
        )}
        <button
          type="button"
          className="button primary"
          data-focus
          disabled={live.state.phase !== 'running'}
          onKeyDown={(event) => event.key === ' ' && event.preventDefault()} // somebody is writing
          onClick={() => release(live, id, isAlreadyDone)}
        >
          {inject.isReleased ? 'Show again' : isAlreadyDone ? 'Release as already done' : 'Release'}
        </button>
      </div>
    </Dialog>
  );
}

/** The artefact, or one of what is attached to it, page by page. */
function Drawn({ view, inject }: About & { readonly view: RoomView }) {
  const { exercise } = useLive('exercise');
  const [chosen, setChosen] = useState('0');
  const attached = view.artefact?.attachments ?? [];
  const names = Object.fromEntries([['0', 'The text'], ...attached.map(({ name }, at) => [String(at + 1), name])]);
  return (
    <>
      {attached.length > 0 && (
        <Segments label="Preview of" names={names} values={Object.keys(names)} chosen={chosen} onChoose={setChosen} />
      )}
      <div className={s.picture}>
        {chosen === '0' ? (
          <PagedPicture view={view} takesArrows />
        ) : (
          <AttachedPicture key={chosen} view={view} exercise={exercise} inject={inject} attachment={Number(chosen)} />
        )}
      </div>
    </>
  );
}

function EarlyBy({ inject }: About) {
  const { state, nowM } = useLive('state', 'nowM');
  const row = listOrder(state, nowM).find((found) => found.inject === inject);
  if (row?.state !== 'to_come' || row.minute === null) return null;
  const minutes = Math.ceil(row.minute - exerciseMinutesAt(state, nowM));
  return minutes > 0 ? <p className={s.warning}>Before its time: it falls due in {minutes} min.</p> : null;
}
