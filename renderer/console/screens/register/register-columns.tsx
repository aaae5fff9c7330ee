import type { ReactNode } from 'react';
import { plural } from '#core/report/term-words.ts';
import css from './register.module.css';

type Props = {
  /** `action`, with its article to choose one. */
  readonly one: string;
  readonly article: 'a' | 'an';
  readonly found: number;
  readonly all: number;
  /** What stands above the list, then the list. */
  readonly children: ReactNode;
  /** Beside the list; null while none is chosen. */
  readonly detail: ReactNode | null;
};

/** A register as a list, and what is chosen of it beside. */
export function RegisterColumns({ one, article, found, all, children, detail }: Props) {
  return (
    <div className={css.cols}>
      <div className={css.listed}>
        <p role="status" className={`small quiet ${css.count}`}>
          {found === all ? plural(all, one) : `${found} of ${plural(all, one)}`}
        </p>
        {children}
        {found === 0 && <p className={css.empty}>None fits. Clear the filter, or change it.</p>}
      </div>
      <div className={css.detail}>
        {detail ?? (
          <p className="small quiet">
            Choose {article} {one}: <kbd>↑</kbd> <kbd>↓</kbd> in the list, then <kbd>Enter</kbd>.
          </p>
        )}
      </div>
    </div>
  );
}
