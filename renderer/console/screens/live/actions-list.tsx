import { useState } from 'react';
import { type ConsoleAction, type ConsoleInject, listActions } from '#core/exercise/views/console-view-inject.ts';
import { ActionLine } from './action-line.tsx';
import s from './facts.module.css';
import { isFolded } from './is-folded.ts';
import { useLive } from './live-context.tsx';

const mostEarlier = 3;

/** This inject's actions whole, the latest open ones from earlier, the others folded into a count. */
export function ActionsList({ inject }: { readonly inject: ConsoleInject | null }) {
  const { state, nowM, cover } = useLive('state', 'nowM', 'cover');
  const [isAll, setAll] = useState(false);
  if (inject && isFolded(cover, inject)) return null;
  const all = listActions(state, inject?.inject ?? null, nowM);
  const own = all.filter((action) => action.inject === inject?.inject);
  const earlier = all.filter((action) => action.inject !== inject?.inject);
  const open = earlier.filter(isOpen).reverse();
  const shownEarlier = isAll ? earlier : open.slice(0, mostEarlier);
  const hidden = earlier.length - shownEarlier.length;
  if (all.length === 0) return null;
  return (
    <section className={s.block}>
      <h3>
        Expected actions <span className="tiny quiet">tick when you see it</span>
      </h3>
      {own.map((action) => (
        <ActionLine key={action.id} action={action} isEarlier={false} />
      ))}
      {shownEarlier.length > 0 && own.length > 0 && (
        <p className={`tiny quiet ${s.fromEarlier}`}>From earlier injects</p>
      )}
      {shownEarlier.map((action) => (
        <ActionLine key={action.id} action={action} isEarlier />
      ))}
      {(hidden > 0 || isAll) && (
        <div className={s.line}>
          <span />
          <span className="quiet">
            {isAll ? 'All are shown' : tellHidden(earlier, open.length - shownEarlier.length)}
          </span>
          <button type="button" className="link" onClick={() => setAll(!isAll)}>
            {isAll ? 'Fold' : 'Show'}
          </button>
        </div>
      )}
    </section>
  );
}

const isOpen = ({ state }: ConsoleAction) => state === 'not_seen' || state === 'to_come';

function tellHidden(earlier: readonly ConsoleAction[], open: number): string {
  const ticked = earlier.filter(({ state }) => state === 'on_time' || state === 'late').length;
  const notDone = earlier.filter(({ state }) => state === 'not_done').length;
  const parts = [
    `${ticked} ticked earlier`,
    notDone > 0 && `${notDone} marked not done`,
    open > 0 && `${open} more open`,
  ];
  return parts.filter(Boolean).join(', ');
}
