import type { ConsoleInject } from '#core/exercise/views/console-view-inject.ts';
import { findLastReleased } from '#core/exercise/views/console-view-order.ts';
import { useLive } from './live-context.tsx';
import s from './stage.module.css';
import { roleList } from './words.ts';

/** What is done with this inject besides talking about it. */
export function CueActs({ inject }: { readonly inject: ConsoleInject }) {
  const { state, open, start } = useLive('state', 'open', 'start');
  const { inject: id, onlyFor, isReleased, isDetectable, isNoticed, isReadAloud } = inject;
  return (
    <div className={s.cueActs}>
      {onlyFor && <span className="state todo note tiny">{roleList(onlyFor)} only</span>}
      {isReadAloud && !onlyFor && <span className="state todo note tiny">You read it aloud</span>}
      {(onlyFor || isReadAloud) && isReleased && (
        <button type="button" className="link" onClick={() => open({ kind: 'private', inject: id })}>
          Show on laptop
        </button>
      )}
      {isDetectable && isReleased && !isNoticed && (
        <button type="button" className="link" onClick={() => start('noticed', id)}>
          Noticed…
        </button>
      )}
      {isNoticed && <span className="state good tiny">Noticed</span>}
      <button
        type="button"
        className="link"
        onClick={() => open({ kind: 'preview', inject: id, isAlreadyDone: false })}
      >
        {isReleased ? 'Show again…' : 'Preview…'} {id !== findLastReleased(state) && <kbd>R</kbd>}
      </button>
      {!isReleased && (
        <button
          type="button"
          className="link"
          onClick={() =>
            open({ kind: 'menu', title: inject.inject, ids: ['hold', 'skip', 'move', 'already-done'], about: id })
          }
        >
          More…
        </button>
      )}
    </div>
  );
}
