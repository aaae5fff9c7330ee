import { type ReactNode, useId } from 'react';
import styles from './plan.module.css';

type Props = { readonly title: string; readonly aside?: ReactNode; readonly children: ReactNode };

export function Section({ title, aside, children }: Props) {
  const id = useId();
  return (
    <section className={styles.sec} aria-labelledby={id}>
      <div className={styles.secHead}>
        <h2 id={id} className="section-title">
          {title}
        </h2>
        {aside && <span className="small quiet">{aside}</span>}
      </div>
      {children}
    </section>
  );
}
