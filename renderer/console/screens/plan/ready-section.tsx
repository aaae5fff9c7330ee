import styles from './plan.module.css';
import { type Around, readinessOf } from './readiness-of.ts';
import { Section } from './section.tsx';
import type { PlanEditing } from './use-plan.ts';

type Props = { readonly editing: PlanEditing; readonly around: Around };

/** Advises; stops nobody. */
export function ReadySection({ editing, around }: Props) {
  const items = readinessOf(editing, around);
  const ready = items.filter(({ isReady }) => isReady).length;
  return (
    <Section title="Ready" aside={`${ready} of ${items.length}`}>
      <ul className={styles.ready}>
        {items.map(({ name, isReady, hint }) => (
          <li key={name} className={isReady ? styles.done : styles.open}>
            <span aria-hidden="true">{isReady ? '✓' : ''}</span>
            <div>
              <div>
                {name}
                <span className="sr">{isReady ? ': done' : ': open'}</span>
              </div>
              <div className={`tiny ${styles.hint}`}>
                <bdi>{hint}</bdi>
              </div>
            </div>
          </li>
        ))}
      </ul>
      {ready < items.length && <p className="tiny quiet">You can start without all of it.</p>}
    </Section>
  );
}
