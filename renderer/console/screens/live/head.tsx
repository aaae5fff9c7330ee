import { useMemo } from 'react';
import { consoleTimes, startedAt } from '#core/exercise/views/console-view-time.ts';
import { dayOf, shortDay } from '#core/local-time.ts';
import { BothClocks } from './both-clocks.tsx';
import s from './head.module.css';
import { HeadStrip } from './head-strip.tsx';
import { useLive } from './live-context.tsx';
import { RoomState } from './room-state.tsx';
import { RunState } from './run-state.tsx';
import { SavedState } from './saved-state.tsx';
import { classes } from './words.ts';

/** Time first, then the state of the machine. */
export function Head() {
  const { state, nowM } = useLive('state', 'nowM');
  const times = consoleTimes(state, nowM);
  const isShort = times.neededMinutes > times.leftMinutes;
  return (
    <header className={s.head}>
      <div className={s.headMain}>
        <Session present={times.present} invited={times.invited} />
        <BothClocks times={times} />
        <div className={s.clock}>
          <span className="label">{times.isEndAgreed ? 'Left, as agreed' : `Left of ${times.lengthMinutes} min`}</span>
          <span className={s.value}>
            <span className={isShort ? 'warn' : undefined}>{leftWords(times.leftMinutes)}</span>
            {isShort && <small className="warn">script needs {times.neededMinutes}</small>}
          </span>
        </div>
        <RunState times={times} />
        <span />
        <SavedState />
        <RoomState />
      </div>
      <HeadStrip />
    </header>
  );
}

const leftWords = (minutes: number) => (minutes >= 0 ? `${minutes} min` : `${-minutes} min over`);

function Session({ present, invited }: { readonly present: number; readonly invited: number }) {
  const { state, open } = useLive('state', 'open');
  const begun = startedAt(state);
  const zone = state.setup?.organisation.time_zone ?? 'UTC';
  const day = useMemo(() => begun && shortDay(dayOf(begun, zone)), [begun, zone]); // zones are slow to look up
  const { title, quarter } = state.scenario;
  return (
    <div className={s.session}>
      <h1 className={classes('row-title', s.cut)} title={title}>
        {title}
      </h1>
      <p className={classes('tiny quiet', s.cut)}>
        {quarter}
        {day ? ` · ${day}` : ''} ·{' '}
        <button
          type="button"
          className={classes('link', s.people)}
          onClick={() => open({ kind: 'menu', title: 'People', ids: ['arrived', 'left'], about: '' })}
        >
          {invited === 0 ? 'Nobody named yet' : `${present} of ${invited} in the room`}
        </button>
      </p>
    </div>
  );
}
