import type { ExerciseLine } from '#contract/programme.ts';
import { daysBetween, longDate } from '#core/local-time.ts';
import { isAhead, isUnplayed, plannedAgain } from '#core/plan/programme-cards.ts';
import { minutesWords, plural } from '#core/report/term-words.ts';
import type { CardProps } from './card-props.ts';
import { Readiness } from './readiness.tsx';

/** What a quarter is about now: what its plan still needs, or what its exercise left. */
export function CardFacts({ script, latest, today }: Pick<CardProps, 'script' | 'latest' | 'today'>) {
  if (isAhead(script, latest)) {
    return script.plan ? (
      <Readiness plan={script.plan} today={today} />
    ) : (
      'The plan cannot be read now. Open it to see why.'
    );
  }
  if (!latest) {
    return (
      <>
        {minutesWords(script.durationMin)} in {plural(script.injects, 'inject')},{' '}
        {plural(script.objectives, 'objective')}. A plan takes about five minutes.
      </>
    );
  }
  const again = plannedAgain(script, latest, today);
  return (
    <>
      <b>{plural(latest.gaps, 'gap')}</b>
      {severityWords(latest)}
      {latest.isSample && ' in the sample'}
      <br />
      {actionWords(latest)}
      {latest.phase === 'ended' && latest.heldOn && !isUnplayed(latest) && !latest.isSample && (
        <>
          <br />
          <span className="warn">Report is a draft, {plural(daysBetween(latest.heldOn, today), 'day')}</span>
        </>
      )}
      {again && (
        <>
          <br />
          Planned again for {longDate(again)}
        </>
      )}
    </>
  );
}

function severityWords({ criticalGaps, highGaps }: ExerciseLine): string {
  const counted = [criticalGaps > 0 && `${criticalGaps} critical`, highGaps > 0 && `${highGaps} high`].filter(Boolean);
  return counted.length > 0 ? `, ${counted.join(', ')}` : '';
}

function actionWords({ agreedActions, openActions }: ExerciseLine): string {
  if (agreedActions === null) return 'Its actions cannot be read now';
  if (agreedActions === 0) return 'No action agreed';
  return `${agreedActions - openActions} of ${plural(agreedActions, 'action')} closed`;
}
