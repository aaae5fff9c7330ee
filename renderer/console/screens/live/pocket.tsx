import { listPocket } from '#core/exercise/views/console-view-order.ts';
import { useLive } from './live-context.tsx';
import s from './order.module.css';
import { roleList } from './words.ts';

/** What can be released at any time, with what to watch for. */
export function Pocket() {
  const { state, select, start, cover } = useLive('state', 'select', 'start', 'cover');
  return (
    <div className={s.pocket}>
      <ul>
        {listPocket(state).map(({ inject, title, trigger, minute, onlyFor }) => (
          <li key={inject}>
            <button type="button" onClick={() => select(inject)}>
              <b>{cover === 'none' || minute !== null ? title : inject}</b>
              <span className="tiny quiet">
                {minute === null
                  ? cover === 'none'
                    ? trigger
                    : 'Folded until you release it'
                  : `Released at T+${minute}`}
                {onlyFor ? `. ${roleList(onlyFor)} only` : ''}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="button small" onClick={() => start('ad-hoc')}>
        Ad-hoc inject…
      </button>
    </div>
  );
}
