import type { ReadScript } from '#contract/console.ts';
import { plural } from '#core/report/term-words.ts';
import styles from './script.module.css';

/** What the check of the script noticed, with the line of its file. */
export function Findings({ findings }: Pick<ReadScript, 'findings'>) {
  return (
    <section className={styles.sec} aria-labelledby="findings">
      <div className={styles.secHead}>
        <h2 id="findings" className="section-title">
          Check of the script
        </h2>
        <span className="small">
          {findings.length === 0 ? (
            <span className="state good">Nothing to mend</span>
          ) : (
            <span className="quiet">{plural(findings.length, 'remark')}</span>
          )}
        </span>
      </div>
      {findings.length > 0 && (
        <ul className={styles.findings}>
          {findings.map(({ line, column, level, message }) => (
            <li key={`${line}:${column}:${message}`}>
              <span className="quiet nowrap">Line {line}</span>
              <span className={`state ${level === 'error' ? 'bad' : 'warn'}`}>
                {level === 'error' ? 'Error' : 'Remark'}
              </span>
              <bdi>{message}</bdi>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
