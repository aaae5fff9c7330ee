import type { ReactNode } from 'react';
import styles from './fields.module.css';

type Props = { readonly label: ReactNode; readonly title: string; readonly children?: ReactNode };

/** Small line, screen title, and at the right what can be done here. */
export function PageHead({ label, title, children }: Props) {
  return (
    <header className={`page-head ${styles.head}`}>
      <div>
        <p className="label">{label}</p>
        <h1 className="screen-title">
          <bdi>{title}</bdi>
        </h1>
      </div>
      {children && <div className="actions">{children}</div>}
    </header>
  );
}
