import type { NamedFinding } from './places.ts';
import { goTo } from './places.ts';
import styles from './script.module.css';

/** What the check says of this very part, and the way back to it. */
export function FindingMarks({ findings }: { readonly findings: readonly NamedFinding[] | undefined }) {
  if (findings === undefined) return null;
  return (
    <ul className={styles.marks} aria-label="From the check">
      {findings.map(({ key, line, column, level, message }) => (
        <li key={key} className="tiny">
          <button type="button" className={`link ${styles.go}`} onClick={() => goTo('finding', key)}>
            {level === 'error' ? 'Error' : 'Remark'} {line}:{column}
          </button>{' '}
          <bdi>{message}</bdi>
        </li>
      ))}
    </ul>
  );
}
