import { exerciseMinutesAt } from '#core/exercise/clock.ts';
import { mayScribe } from '#core/exercise/scribe-rules.ts';
import { consoleInject } from '#core/exercise/views/console-view-inject.ts';
import { listOrder } from '#core/exercise/views/console-view-order.ts';
import { listPeople } from '#core/exercise/views/console-view-people.ts';
import { previewRelease } from '#core/exercise/views/console-view-preview.ts';
import { findAct } from './acts.ts';
import s from './dialog.module.css';
import { Dialog } from './dialog.tsx';
import { useLive } from './live-context.tsx';
import { moveFocus } from './move-focus.ts';
import { release } from './release-next.ts';
import { RoomMirror } from './room-mirror.tsx';
import { roleList, roleName } from './words.ts';

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
      {!isHidden && view && <RoomMirror picture={{ show: 'view', view, page: 0 }} />}
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

function EarlyBy({ inject }: About) {
  const { state, nowM } = useLive('state', 'nowM');
  const row = listOrder(state, nowM).find((found) => found.inject === inject);
  if (row?.state !== 'to_come' || row.minute === null) return null;
  const minutes = Math.ceil(row.minute - exerciseMinutesAt(state, nowM));
  return minutes > 0 ? <p className={s.warning}>Before its time: it falls due in {minutes} min.</p> : null;
}

/** For the people it is meant for, on this screen only. */
export function PrivateDialog({ inject: id }: About) {
  const { state, close } = useLive('state', 'close');
  const inject = consoleInject(state, id);
  if (!inject) return null;
  const { shown, onlyFor } = inject;
  return (
    <Dialog title={onlyFor ? `${roleList(onlyFor)} only` : 'You read it aloud'} onClose={close} isWide>
      <p className="quiet">
        <bdi>{shown.from}</bdi> to <bdi>{shown.to}</bdi>
      </p>
      {shown.subject && <p className="section-title">{shown.subject}</p>}
      <p className={s.large}>{shown.body}</p>
    </Dialog>
  );
}

type MenuProps = { readonly title: string; readonly ids: readonly string[]; readonly about: string };

export function MenuDialog({ title, ids, about }: MenuProps) {
  const live = useLive('state', 'cover', 'close', 'start', 'isScribe');
  const subject = { state: live.state, about, isCovered: live.cover !== 'none' };
  const acts = ids.flatMap((id) => findAct(subject, id) ?? []).filter((act) => !live.isScribe || mayScribe(act.verb));
  return (
    <Dialog title={title} onClose={live.close}>
      {title === 'People' && <PeopleHere />}
      <ul className={s.list} onKeyDown={moveFocus}>
        {acts.map((act, at) => (
          <li key={act.id}>
            <button
              type="button"
              data-focus={at === 0 || undefined}
              onClick={() => {
                live.close();
                live.start(act.id, about);
              }}
            >
              <span>
                {act.name}
                {act.warning && <span className={`tiny quiet ${s.will}`}>{act.warning}</span>}
              </span>
              {act.key && <kbd>{act.key}</kbd>}
            </button>
          </li>
        ))}
      </ul>
      {acts.length === 0 && <p className="quiet">None of this can be done just now.</p>}
    </Dialog>
  );
}

function PeopleHere() {
  const { state } = useLive('state');
  const people = listPeople(state);
  if (people.length === 0) return <p className="quiet">Nobody is named in the plan.</p>;
  return (
    <dl className={s.people}>
      {people.map(({ name, roles, isPresent }) => (
        <div key={name} className={s.keyRow}>
          <dt className={isPresent ? undefined : 'quiet'}>
            <bdi>{name}</bdi>
          </dt>
          <dd className="small quiet">
            {roles.map(roleName).join(', ')}
            {isPresent ? '' : ', not here'}
          </dd>
        </div>
      ))}
    </dl>
  );
}
