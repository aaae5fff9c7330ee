import type { RoomView } from '#core/exercise/views/room-view.ts';
import { keyed } from './blocks.tsx';
import classes from './room.module.css';
import { exerciseClock, pieceName, timeAfter, weekdayTime } from './room-words.ts';

/** The exercise's own furniture: the mark, both clocks, who may know it. */
export function Head({
  view,
  tlp,
  hidesStory = false,
}: {
  view: RoomView | null;
  tlp: string | null;
  hidesStory?: boolean;
}) {
  return (
    <header className={classes.furniture}>
      <p className={classes.stamp}>EXERCISE</p>
      {view && (
        <dl className={classes.clocks}>
          {!hidesStory && (
            <div>
              <dt>Storyline</dt>
              <dd>{weekdayTime(view.times.storylineTime)}</dd>
            </div>
          )}
          <div>
            <dt>Exercise clock</dt>
            <dd>{exerciseClock(view.times.exerciseMinutes)}</dd>
            {view.phase === 'paused' && <dd className={classes.paused}>paused</dd>}
          </div>
        </dl>
      )}
      {tlp !== null && <p className={`${classes.tlp} ${tlpClass(tlp)}`}>{tlp}</p>}
    </header>
  );
}

function tlpClass(tlp: string): string | undefined {
  if (tlp === 'TLP:RED') return classes.tlpRed;
  if (tlp.startsWith('TLP:AMBER')) return classes.tlpAmber;
  return tlp === 'TLP:GREEN' ? classes.tlpGreen : classes.tlpClear;
}

const mostLines = 4;
/** A line is `09:17 Note on a screen` and its mark; so many letters fit beside the title. */
const mostLetters = 72;

function lastThatFit(story: RoomView['story']): RoomView['story'] {
  let letters = 0;
  const from = story.findLastIndex(({ channel, storylineTime }, index) => {
    letters += pieceName(channel).length + timeAfter(storylineTime, story[index - 1]?.storylineTime).length + 4;
    return letters > mostLetters || index < story.length - mostLines;
  });
  return story.slice(from + 1);
}

/** Time and kind only: a subject would give away what is on the next page. */
export function StoryStrip({ story }: { story: RoomView['story'] }) {
  const last = lastThatFit(story);
  const earlier = story.length - last.length;
  return (
    <footer className={classes.story}>
      <h2>Story so far</h2>
      <ol>
        {earlier > 0 && <li className={classes.earlier}>+{earlier} earlier</li>}
        {keyed(last).map(({ key, value: { storylineTime, channel } }) => (
          <li
            key={earlier + Number(key)}
            className={Number(key) === last.length - 1 ? classes.now : undefined}
            aria-current={Number(key) === last.length - 1 ? 'true' : undefined}
          >
            <time>{timeAfter(storylineTime, story[earlier + Number(key) - 1]?.storylineTime)}</time>{' '}
            {pieceName(channel)}
          </li>
        ))}
      </ol>
    </footer>
  );
}
