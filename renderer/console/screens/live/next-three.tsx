import { exerciseMinutesAt } from '#core/exercise/clock.ts';
import { listNext, type OrderRow } from '#core/exercise/views/console-view-order.ts';
import { channelNames } from '#core/report/term-words.ts';
import { findInject } from '#core/scenario/find-inject.ts';
import { useLive } from './live-context.tsx';
import s from './next.module.css';
import { release, stagedInject } from './release-next.ts';
import { classes, roleList } from './words.ts';

/** The next three; the first takes half the width, and the only filled button once it is due. */
export function NextThree() {
  const { rows } = useLive('rows');
  const [first, ...others] = listNext(rows).slice(0, 3);
  return (
    <section className={s.next} aria-label="Next three">
      {first ? <FirstCard row={first} /> : <Nothing />}
      {others.map((row) => (
        <section key={row.inject} className={s.card}>
          <Words row={row} />
        </section>
      ))}
    </section>
  );
}

/** Letters of a title beside the buttons of a small window; a longer one takes a second line and the card stays as high. */
const mostInOneLine = 28;

function FirstCard({ row }: { readonly row: OrderRow }) {
  const live = useLive('state', 'open', 'close', 'start', 'give', 'pressM', 'select', 'selected');
  const { inject } = row;
  const isDue = row.state === 'due';
  const isRunning = live.state.phase === 'running';
  const isForR = (stagedInject(live) ?? inject) === inject;
  const preview = () => live.open({ kind: 'preview', inject, isAlreadyDone: false });
  return (
    <section className={classes(s.card, s.first, isDue && s.due, isDue && row.title.length > mostInOneLine && s.long)}>
      <div className={s.text}>
        <Words row={row} />
      </div>
      <div className={s.go}>
        <button type="button" className="button" onClick={preview}>
          Preview
        </button>
        <button
          type="button"
          className="button"
          disabled={row.state === 'held'}
          onClick={() => live.start('hold', inject)}
        >
          Hold <kbd>H</kbd>
        </button>
        <button
          type="button"
          className="button"
          onClick={() =>
            live.open({
              kind: 'menu',
              title: 'This inject',
              ids: ['already-done', 'skip', 'move', 'leave-out'],
              about: inject,
            })
          }
        >
          More
        </button>
        <button
          type="button"
          className={classes('button', isDue && isRunning && 'primary')}
          disabled={!isRunning}
          onClick={() => (isDue ? release(live, inject, false) : preview())}
        >
          Release {isForR && <kbd>R</kbd>}
        </button>
      </div>
    </section>
  );
}

function whomFor({ onlyFor, isReadAloud }: OrderRow): string | null {
  if (onlyFor) return `${roleList(onlyFor)} only`;
  return isReadAloud ? 'You read it aloud' : null;
}

function Words({ row }: { readonly row: OrderRow }) {
  const { state, nowM, cover } = useLive('state', 'nowM', 'cover');
  const { inject, channel, minute, ownMinutes, reason } = row;
  const body = findInject(state.scenario, inject)?.body ?? '';
  const minutesTo = Math.ceil((minute ?? 0) - exerciseMinutesAt(state, nowM));
  const how = cover === 'none' ? whomFor(row) : null; // what comes, and for whom, is not for those who play
  return (
    <>
      <div className={classes(s.sub, 'tiny quiet')}>
        {row.state === 'due' ? (
          <span className="warn strong">
            Due since T+{minute}, {row.sinceMinutes} min
          </span>
        ) : (
          <span>
            {row.state === 'held'
              ? `Held${reason && cover === 'none' ? `: ${reason}` : ''}`
              : `T+${minute}, in ${minutesTo} min`}
          </span>
        )}
        {cover === 'none' && <span>{channelNames[channel].toLowerCase()}</span>}
      </div>
      <div className={s.title}>{cover === 'none' ? row.title : 'Next inject'}</div>
      <div className={classes('tiny quiet', s.how)}>
        {ownMinutes} min{how ? `. ${how}` : ''}
      </div>
      {cover === 'none' && <div className={s.peek}>{body.split('\n')[0]}</div>}
    </>
  );
}

function Nothing() {
  const { state, open } = useLive('state', 'open');
  return (
    <section className={classes(s.card, s.nothing)}>
      <p className="small">
        <b>Nothing left in the script.</b>{' '}
        <span className="quiet">{state.scenario.contingency.length} injects are in the contingency pocket.</span>
      </p>
      <button
        type="button"
        className="button"
        onClick={() => open({ kind: 'menu', title: 'End', ids: ['ad-hoc', 'suspend', 'end'], about: '' })}
      >
        Improvise or end…
      </button>
    </section>
  );
}
