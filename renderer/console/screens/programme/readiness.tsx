import { daysBetween } from '#core/local-time.ts';
import type { PlanSummary } from '#core/plan/readiness.ts';
import { plural } from '#core/report/term-words.ts';
import styles from './programme.module.css';

const readyWords = ({ ready, total }: PlanSummary) => `${ready} of ${total} ready`;

/** A picture of what the words below it say. */
export function Meter({ plan }: { readonly plan: PlanSummary }) {
  return (
    <div className={styles.meter} aria-hidden="true">
      <i style={{ width: `${(plan.ready / plan.total) * 100}%` }} />
    </div>
  );
}

/** How far a plan is, how long there is left, and what is open first. Advice: nothing keeps anybody from starting. */
export function Readiness({ plan, today }: { readonly plan: PlanSummary; readonly today: string }) {
  return (
    <>
      <b>{readyWords(plan)}</b>
      {plan.startsOn && `, ${daysLeft(daysBetween(today, plan.startsOn))}`}
      {plan.next && (
        <>
          <br />
          {plan.next.name}: <bdi>{plan.next.hint}</bdi>
        </>
      )}
    </>
  );
}

function daysLeft(days: number): string {
  if (days === 0) return 'today';
  return days > 0 ? `${plural(days, 'day')} left` : 'its day has passed';
}
