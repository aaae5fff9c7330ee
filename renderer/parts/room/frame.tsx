import type { ReactNode } from 'react';
import classes from './room.module.css';

type FrameProps = {
  label: string;
  children: ReactNode;
  isScreen: boolean;
  kind?: string | undefined;
  pages?: { page: number; count: number };
  /** One of two side by side. */
  isHalf?: boolean;
};

/** Inside the violet frame is play. The watermark lies above the content, so that no ground hides it. */
export function Frame({ label, children, isScreen, kind = '', pages, isHalf = false }: FrameProps) {
  return (
    <article
      className={`${classes.piece} ${isScreen ? classes.screen : ''} ${kind}`}
      aria-label={`${label}, exercise material`}
      data-half={isHalf || undefined}
    >
      <Edge side={classes.edgeTop} times={isHalf ? 3 : 7} />
      <Edge side={classes.edgeRight} times={3} />
      <Edge side={classes.edgeBottom} times={isHalf ? 3 : 7} />
      <Edge side={classes.edgeLeft} times={3} />
      <div className={`${classes.sheet} sheet`}>{children}</div>
      <Watermark />
      {pages && pages.count > 1 && <PageMark {...pages} most={isHalf ? 0 : mostMarks} />}
    </article>
  );
}

/** One line of words, not a box for each: the frame is laid out anew with the first picture, when the room waits for it. */
function Edge({ side, times }: { side: string | undefined; times: number }) {
  return (
    <p className={`${classes.edge} ${side}`} aria-hidden="true">
      {Array.from({ length: times }, () => 'EXERCISE').join(' ')}
    </p>
  );
}

/**
 * Rows of words in one text, not one pattern: that is painted anew for every tile of the screen, which without a graphics card took
 * longer than all else of a picture.
 */
function Watermark() {
  return (
    <div className={classes.watermark} aria-hidden="true" data-watermark>
      <div />
    </div>
  );
}

const mostMarks = 12;

function PageMark({ page, count, most }: { page: number; count: number; most: number }) {
  const marks = count > most ? [] : Array.from({ length: count }, (_, index) => index);
  return (
    <div className={classes.pages}>
      <p>
        Page {page + 1} of {count}
      </p>
      {marks.length > 0 && (
        <ol aria-hidden="true">
          {marks.map((mark) => (
            <li key={mark} className={mark === page ? classes.here : undefined} />
          ))}
        </ol>
      )}
    </div>
  );
}
