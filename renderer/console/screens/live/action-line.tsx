import type { ConsoleAction } from '#core/exercise/views/console-view-inject.ts';
import { roles } from '#core/scenario/vocabulary.ts';
import s from './facts.module.css';
import { useLive } from './live-context.tsx';
import { classes, roleName } from './words.ts';

type Props = { readonly action: ConsoleAction; readonly isEarlier: boolean };

export function ActionLine({ action, isEarlier }: Props) {
  const { give, start, pressM } = useLive('give', 'start', 'pressM');
  const { id, does, by, state } = action;
  const isSeen = state === 'on_time' || state === 'late';
  const isOpen = state === 'not_seen' || state === 'to_come';
  const tick = () => {
    const role = roles.find((candidate) => candidate === by);
    if (!isSeen) void give({ type: 'record_action', action: id, ...(role ? { by: role } : {}) }, pressM());
  };
  return (
    <div className={classes(s.line, isEarlier && s.earlier, isSeen && s.done)}>
      <input
        type="checkbox"
        className={s.tick}
        checked={isSeen}
        aria-disabled={isSeen || undefined}
        aria-label={does}
        onChange={tick}
        onKeyDown={({ key }) => key === 'Enter' && tick()}
      />
      <span className={s.do}>
        {does} <span className="faint nowrap">{roleName(by)}</span>
      </span>
      <span className={classes('tiny', s.late)}>
        <Lateness action={action} />
        {isOpen && (
          <button type="button" className={classes('link', s.notDone)} onClick={() => start('action-not-done', id)}>
            Not done…
          </button>
        )}
      </span>
    </div>
  );
}

function Lateness({ action: { state, byMinute, seenMinute, lateMinutes } }: { readonly action: ConsoleAction }) {
  switch (state) {
    case 'to_come':
      return null;
    case 'not_done':
      return <span className="bad">Not done</span>;
    case 'on_time':
      return <span className="quiet">T+{seenMinute}</span>;
    case 'late':
      return <span className="warn">T+{seenMinute}, late</span>;
    case 'not_seen':
      if (lateMinutes > 0) return <span className="warn strong">{lateMinutes} min late</span>;
      return <span className="quiet">by T+{byMinute}</span>;
  }
}
