import { createContext, type ReactNode, useContext, useLayoutEffect, useRef } from 'react';
import classes from './paged.module.css';

export type Paging = { readonly page: number; readonly onCount: (count: number) => void };
export const PagingContext = createContext<Paging>({ page: 0, onCount: () => undefined });

/** What does not fit flows into columns as wide as the box: a page is a column, and no line is ever cut. */
export function Paged({
  children,
  columns = 1,
  className = '',
}: {
  children: ReactNode;
  columns?: 1 | 2;
  className?: string | undefined;
}) {
  const { page, onCount } = useContext(PagingContext);
  const box = useRef<HTMLDivElement>(null);
  const flow = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const outer = box.current;
    const inner = flow.current;
    if (!outer || !inner) return;
    const measure = () => onCount(countPages(outer, inner, columns));
    measure();
    let isFirst = true; // an observer speaks up once at the beginning, about the very size just measured
    const observer = new ResizeObserver(() => {
      if (!isFirst) measure();
      isFirst = false;
    });
    observer.observe(outer);
    document.fonts.addEventListener('loadingdone', measure);
    return () => {
      observer.disconnect();
      document.fonts.removeEventListener('loadingdone', measure);
    };
  });
  const shift = { transform: `translateX(calc(${-page} * (100% + var(--page-gap))))` };
  return (
    <div ref={box} className={`${classes.box} ${className}`}>
      <div ref={flow} className={`${classes.flow} ${columns === 2 ? classes.two : ''}`} style={shift} data-room-body>
        {children}
      </div>
    </div>
  );
}

/** More than one page leaves room for the page mark, which can only make pages more. */
function countPages(outer: HTMLElement, inner: HTMLElement, columns: number): number {
  outer.removeAttribute('data-paged');
  const count = pagesOf(inner, columns);
  if (count < 2) return 1;
  outer.setAttribute('data-paged', '');
  return Math.max(2, pagesOf(inner, columns));
}

function pagesOf(inner: HTMLElement, columns: number): number {
  const gap = Number.parseFloat(getComputedStyle(inner).columnGap);
  const column = (inner.clientWidth - gap * (columns - 1)) / columns;
  const used = Math.round((inner.scrollWidth + gap) / (column + gap));
  return Math.max(1, Math.ceil(used / columns));
}
