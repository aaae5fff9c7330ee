import { mayScribe } from '#core/exercise/scribe-rules.ts';
import { consoleInject } from '#core/exercise/views/console-view-inject.ts';
import { listPeople } from '#core/exercise/views/console-view-people.ts';
import { findAct } from './acts.ts';
import s from './dialog.module.css';
import { Dialog } from './dialog.tsx';
import { useLive } from './live-context.tsx';
import { moveFocus } from './move-focus.ts';
import { roleList, roleName } from './words.ts';

type About = { readonly inject: string };

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
