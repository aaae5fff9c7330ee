import { type ReactNode, useEffect, useRef } from 'react';
import styles from './fields.module.css';

type Props = {
  readonly label: ReactNode;
  readonly title: string;
  /** The screen was opened by something that is gone now: whoever uses the keyboard goes on from its title. */
  readonly takesFocus?: boolean;
  readonly children?: ReactNode;
};

/** Small line, screen title, and at the right what can be done here. */
export function PageHead({ label, title, takesFocus = false, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus && document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <header className={`page-head ${styles.head}`}>
      <div>
        <p className="label">{label}</p>
        <h1 ref={heading} tabIndex={takesFocus ? -1 : undefined} className="screen-title">
          <bdi>{title}</bdi>
        </h1>
      </div>
      {children && <div className="actions">{children}</div>}
    </header>
  );
}
