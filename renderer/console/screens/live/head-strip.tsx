import { type ClockCard, listClockCards } from '#core/exercise/views/console-view-clocks.ts';
import { isOver, leftWords, shortDeadline } from './clock-words.ts';
import s from './head.module.css';
import { useLive } from './live-context.tsx';
import { classes, roleName } from './words.ts';

const shownClocks = 3;

export function HeadStrip() {
  const { open, start } = useLive('open', 'start');
  const openEnd = () => open({ kind: 'menu', title: 'End', ids: ['suspend', 'end'], about: '' });
  return (
    <div className={s.headStrip}>
      <Clocks />
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
          REAL WORLD… <kbd>F8</kbd>
        </button>
      </span>
    </div>
  );
}

/** What was recognised and not filed yet, soonest first; nothing while the room sees this screen. */
function Clocks() {
  const { state, nowM, cover, open } = useLive('state', 'nowM', 'cover', 'open');
  const running = cover === 'all' ? [] : listClockCards(state, nowM).filter(({ status }) => status === 'recognised');
  return (
    <div className={s.clocks}>
      <button type="button" className={classes('link', s.plain)} onClick={() => open({ kind: 'clocks', about: '' })}>
        Legal clocks{running.length > 0 ? ` (${running.length})` : ''}
      </button>
      {running.length === 0 && cover !== 'all' && <span className="faint">None recognised yet</span>}
      {running.length > 0 && <span className="faint">not legal advice</span>}
      {running.slice(0, shownClocks).map((card) => (
        <Clock key={card.clock} card={card} />
      ))}
    </div>
  );
}

function Clock({ card }: { readonly card: ClockCard }) {
  const { open } = useLive('open');
  const { clock, name, shortName, time, recognised } = card;
  return (
    <button
      type="button"
      className={classes(s.legal, s.plain)}
      title={name}
      onClick={() => open({ kind: 'clocks', about: clock })}
    >
      <b className={s.clockName}>{shortName}</b>
      {time && <progress className={s.used} max={1} value={time.used} aria-label="Time used" />}
      <span className={isOver(card) ? 'bad' : undefined}>{leftWords(card)}</span>
      {time && (
        <span className={classes('faint', s.until)}>
          {shortDeadline(time)}
          {recognised?.by ? `, ${roleName(recognised.by)}` : ''}
        </span>
      )}
    </button>
  );
}
