import { Fragment } from 'react';
import { shortDate } from '#core/local-time.ts';
import type { EarlierAction, ReturnedGaps as Returned, ReturnedGap } from '#core/plan/returned-gaps.ts';
import { capitalise, plain, plural, severityNames, statusNames } from '#core/report/term-words.ts';
import styles from './programme.module.css';

type Props = { readonly own: Returned; readonly samples: Returned };

/** What an exercise found and a later one found again: the year's most expensive lines. */
export function ReturnedGaps({ own, samples }: Props) {
  return (
    <section className={styles.returned} aria-labelledby="returned-gaps">
      <div className={styles.head}>
        <h2 id="returned-gaps" className="section-title">
          Gaps that came back
        </h2>
      </div>
      {own.gaps.length === 0 ? <p className={styles.empty}>{whyNone(own)}</p> : <Gaps gaps={own.gaps} />}
      {own.notCompared > 0 && (
        <p className={`small quiet ${styles.apart}`}>
          {plural(own.notCompared, 'gap')} without capability or condition cannot be compared. Review sets both.
        </p>
      )}
      {samples.gaps.length > 0 && (
        <details className={styles.apart}>
          <summary className="link">{samples.gaps.length} in sample exercises</summary>
          <Gaps gaps={samples.gaps} />
        </details>
      )}
    </section>
  );
}

function whyNone({ held }: Returned): string {
  if (held < 2) return 'Shown from the second exercise on: a gap with the capability and condition of an earlier one.';
  return `None in ${plural(held, 'exercise')}: no gap has the capability and condition of an earlier one.`;
}

function Gaps({ gaps }: { readonly gaps: readonly ReturnedGap[] }) {
  return (
    <ul className={styles.gaps}>
      {gaps.map((gap) => (
        <Gap key={`${gap.capability} ${gap.condition}`} gap={gap} />
      ))}
    </ul>
  );
}

function Gap({ gap: { title, capability, condition, severity, seen, actions } }: { readonly gap: ReturnedGap }) {
  return (
    <li>
      <div className={styles.gap}>
        <bdi className="strong">{title}</bdi>
        <div className="quiet">
          {capitalise(plain(capability))}, {plain(condition)}.{' '}
          {seen.map(({ exercise, title: name, heldOn }, at) => (
            <Fragment key={exercise}>
              {at > 0 && ', again in '}
              <a className={styles.inText} href={`#/review/${exercise}`}>
                <bdi>{name}</bdi>
              </a>{' '}
              <span className="nowrap">({shortDate(heldOn)})</span>
            </Fragment>
          ))}
          . {actions && <Before actions={actions} />}
        </div>
      </div>
      {severity && <span className={`tiny strong ${severityLook[severity]}`}>{severityNames[severity]}</span>}
    </li>
  );
}

const severityLook = { critical: 'bad', high: 'warn', medium: 'quiet', low: 'quiet' } as const;

const mostTold = 3;

function Before({ actions }: { readonly actions: readonly EarlierAction[] }) {
  if (actions.length === 0) return 'No action was agreed before.';
  return (
    <>
      Before:{' '}
      {actions.slice(0, mostTold).map(({ id, status, overdueDays }, at) => (
        <Fragment key={id}>
          {at > 0 && '; '}
          <span className="nowrap">{id}</span>{' '}
          {overdueDays === null ? statusNames[status] : `${plural(overdueDays, 'day')} overdue`}
        </Fragment>
      ))}
      {actions.length > mostTold && ` and ${actions.length - mostTold} more`}.
    </>
  );
}
