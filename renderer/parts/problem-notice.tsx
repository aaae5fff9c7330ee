import { type ReactNode, useEffect, useRef } from 'react';
import type { Problem } from '#core/outcome.ts';
import styles from './fields.module.css';

type Props = {
  readonly problem: Problem;
  /** Takes the focus when it appears: for what was refused just now. */
  readonly takesFocus?: boolean;
  readonly children?: ReactNode;
};

/** What happened, what was kept, what to do. */
export function ProblemNotice({ problem, takesFocus = false, children }: Props) {
  const place = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new problem asks for attention anew
  useEffect(() => {
    if (takesFocus) place.current?.focus();
  }, [problem, takesFocus]);
  return (
    <div ref={place} tabIndex={-1} role="alert" className={styles.problem}>
      <p className="strong">{problem.message}</p>
      <p>{problem.hint}</p>
      {children}
    </div>
  );
}

export function Notice({ children }: { readonly children: ReactNode }) {
  return <div className={styles.notice}>{children}</div>;
}
