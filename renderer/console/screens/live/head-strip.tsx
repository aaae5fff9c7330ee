import { listRunningClocks, type RunningClock } from '#core/exercise/views/console-view-clocks.ts';
import { storyTime } from '#core/local-time.ts';
import s from './head.module.css';
import { useLive } from './live-context.tsx';
import { classes, hoursMinutes, roleName } from './words.ts';

const clockActs = ['clock-recognised', 'clock-ruled-out', 'clock-filed'] as const;
const shownClocks = 3;

export function HeadStrip() {
  const { state, nowM, open, start } = useLive('state', 'nowM', 'open', 'start');
  const clocks = listRunningClocks(state, nowM);
  const openClocks = () => open({ kind: 'menu', title: 'Legal clocks', ids: clockActs, about: '' });
  const openEnd = () => open({ kind: 'menu', title: 'End', ids: ['suspend', 'end'], about: '' });
  return (
    <div className={s.headStrip}>
      <button type="button" className={classes('link', s.plain)} onClick={openClocks}>
        Legal clocks
      </button>
      {clocks.length === 0 && <span className="faint">None recognised yet</span>}
      {clocks.slice(0, shownClocks).map((clock) => (
        <Clock key={clock.clock} clock={clock} />
      ))}
      {clocks.length > shownClocks && <span className="quiet">+{clocks.length - shownClocks}</span>}
      <span className={s.end}>
        <button type="button" className={classes('link', s.plain)} onClick={() => open({ kind: 'palette' })}>
          <kbd>Ctrl K</kbd> Find
        </button>
        <button type="button" className={classes('link', s.plain)} onClick={() => open({ kind: 'keys' })}>
          <kbd>?</kbd> Keys
        </button>
        <button type="button" className={classes('link', s.plain)} onClick={openEnd}>
          End…
        </button>
        <button type="button" className={s.stopword} onClick={() => start('real-world')}>
          REAL WORLD…
        </button>
      </span>
    </div>
  );
}

function Clock({
  clock: { clock, name, leftMinutes, deadline, sinceMinutes, used, by },
}: {
  readonly clock: RunningClock;
}) {
  const { open } = useLive('open');
  const isOver = leftMinutes !== null && leftMinutes < 0;
  const left = leftMinutes === null ? `${sinceMinutes} min since recognised` : `${hoursMinutes(leftMinutes)} left`;
  return (
    <button
      type="button"
      className={classes(s.legal, s.plain)}
      title={name}
      onClick={() => open({ kind: 'menu', title: name, ids: clockActs, about: clock })}
    >
      <b className={s.clockName}>{name}</b>
      {used !== null && <progress className={s.used} max={1} value={used} aria-label="Time used" />}
      <span className={isOver ? 'bad' : undefined}>{isOver ? `${hoursMinutes(-(leftMinutes ?? 0))} over` : left}</span>
      {deadline !== null && (
        <span className="faint">
          {storyTime(deadline)}
          {by ? `, ${roleName(by)}` : ''}
        </span>
      )}
    </button>
  );
}
