import { memo, useMemo, useState } from 'react';
import { countFeed, type FeedEntry, listFeed } from '#core/exercise/views/console-view-feed.ts';
import { endlessClass } from '../../../parts/endless.ts';
import { useMirror } from '../../../state/use-application.tsx';
import s from './feed.module.css';
import { useLive } from './live-context.tsx';
import { moveFocus } from './move-focus.ts';
import { useNewer } from './use-newer.ts';
import { classes } from './words.ts';

const atOnce = 300;

/** Everything recorded, newest first. */
export function Feed() {
  const { mirror, start, cover, isScribe } = useLive('mirror', 'start', 'cover', 'isScribe');
  const { state } = useMirror(mirror, 'state');
  const feed = useMemo(() => (state ? listFeed(state) : []), [state]);
  const { captured, parked } = countFeed(feed);
  const [most, setMost] = useState(atOnce);
  const { list, newer, toTop, onScroll, onBlur } = useNewer(feed);
  return (
    <>
      <div className={s.feedHead}>
        <h2 className="row-title">Feed</h2>
        <span className="tiny quiet">
          {captured} captured, {parked} parked{' '}
          {state?.undoable && !isScribe && (
            <button type="button" className={`link ${s.undo}`} onClick={() => start('undo')}>
              Undo last
            </button>
          )}
        </span>
      </div>
      {newer > 0 && (
        <button type="button" className={`link ${s.newer}`} onClick={toTop}>
          {newer} newer above
        </button>
      )}
      <ol
        ref={list}
        className={s.feed}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
        tabIndex={0}
        aria-label="Feed, newest first"
        aria-description="Arrow keys go from entry to entry that can be edited"
        onKeyDown={moveFocus}
        onScroll={onScroll}
        onBlur={onBlur}
      >
        {feed.slice(0, most).map((entry) => (
          <Entry key={entry.seq} {...entryLine(entry, cover === 'all')} />
        ))}
        {feed.length > most && (
          <li className={s.older}>
            <button type="button" className="link" onClick={() => setMost(most + atOnce)}>
              Show {Math.min(atOnce, feed.length - most)} older of {feed.length}
            </button>
          </li>
        )}
      </ol>
    </>
  );
}

type Line = Omit<FeedEntry, 'amendable'>;

/** Where the room reads along, what was noted about it is not read out. */
function entryLine({ seq, kind, text, minute, canBeWithdrawn, by }: FeedEntry, isHidden: boolean): Line {
  return { seq, kind, minute, canBeWithdrawn, by: isHidden ? '' : by, text: isHidden ? 'Recorded, hidden here' : text };
}

/** Drawn once: hundreds of them stand there while one comes. */
const Entry = memo(function Entry({ seq, kind, text, minute, canBeWithdrawn, by }: Line) {
  const { open } = useLive('open');
  const menu = () => open({ kind: 'menu', title: 'Entry', ids: ['amend', 'withdraw'], about: String(seq) });
  return (
    <li className={kind ? s.entry : `${s.entry} ${s.system}`}>
      {kind ? <span className={`kind ${kind}`}>{kind}</span> : <span className={s.dot} />}
      <span id={`entry-${seq}`} className={classes(s.words, endlessClass(text))}>
        {text} {by && <span className="faint nowrap">{by}</span>}
      </span>
      <span className={s.when}>
        <time>T+{minute}</time>
        {canBeWithdrawn && (
          <button
            type="button"
            id={`edit-${seq}`}
            className={`link ${s.undo}`}
            tabIndex={-1}
            aria-labelledby={`edit-${seq} entry-${seq}`}
            onClick={menu}
          >
            Edit
          </button>
        )}
      </span>
    </li>
  );
});
