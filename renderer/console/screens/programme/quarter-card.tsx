import type { ExerciseLine, ScriptLine } from '#contract/programme.ts';
import { longDate, shortDay } from '#core/local-time.ts';
import { isUnderWay, phaseWords } from '#core/plan/programme-cards.ts';
import { minutesWords, plain, plural } from '#core/report/term-words.ts';
import { RatingStrip } from '../../../parts/rating-mark.tsx';
import styles from './programme.module.css';
import { Meter, Readiness } from './readiness.tsx';
import type { Doing } from './use-doing.ts';

type Props = {
  readonly script: ScriptLine;
  readonly latest: ExerciseLine | null;
  readonly today: string;
  readonly doing: Doing;
};

export function QuarterCard({ script, latest, today, doing }: Props) {
  const { title, quarter, type, trouble } = script;
  return (
    <section className={styles.quarter} aria-labelledby={`card-${script.script}`}>
      <div className="label">
        {quarter}, {plain(type)}
      </div>
      <h2 id={`card-${script.script}`}>
        <bdi>{title}</bdi>
      </h2>
      <CardState script={script} latest={latest} />
      {isNext(script, latest) && script.plan && <Meter plan={script.plan} />}
      {!isNext(script, latest) && latest && latest.ratings.length > 0 && (
        <div className={styles.strip}>
          <RatingStrip label={`Ratings of ${title}`} ratings={latest.ratings} />
        </div>
      )}
      <p className={styles.facts}>
        {trouble === null ? (
          <Facts script={script} latest={latest} today={today} />
        ) : (
          `This script cannot be read: ${trouble}`
        )}
      </p>
      {trouble === null && <Foot script={script} latest={latest} doing={doing} />}
    </section>
  );
}

/** One that is not whole can only be read. */
const goesOn = ({ phase, trouble }: ExerciseLine) => isUnderWay(phase) && trouble === null;

/** The plan is what the card speaks of until one's own exercise was held; a sample is none. */
function isNext({ isPlanned }: ScriptLine, latest: ExerciseLine | null): boolean {
  return isPlanned && (latest === null || latest.isSample || latest.heldOn === null);
}

function CardState({ script, latest }: Pick<Props, 'script' | 'latest'>) {
  if (script.trouble !== null) return <span className="state bad small">Cannot be read</span>;
  if (latest && goesOn(latest)) return <span className="state warn small">{phaseWords(latest.phase)}</span>;
  if (isNext(script, latest)) {
    const day = script.plan?.startsOn;
    return <span className="state todo small note">{day ? `Planned ${shortDay(day)}` : 'Planned'}</span>;
  }
  if (latest?.heldOn) {
    return (
      <span className="state good small">
        Held {longDate(latest.heldOn)}
        {latest.isSample && ', sample'}
      </span>
    );
  }
  return <span className="state todo small quiet">Not planned yet</span>;
}

function Facts({ script, latest, today }: Pick<Props, 'script' | 'latest' | 'today'>) {
  if (isNext(script, latest)) {
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
        {plural(script.objectives, 'objective')}. A plan takes about ten minutes.
      </>
    );
  }
  const again = script.plan?.startsOn;
  return (
    <>
      <b>{plural(latest.gaps, 'gap')}</b>
      {latest.isSample && ' in the sample'}
      <br />
      {plural(latest.openActions, 'open action')}
      {again && again >= today && again > (latest.heldOn ?? '') && (
        <>
          <br />
          Planned again for {longDate(again)}
        </>
      )}
    </>
  );
}

function Foot({ script: { script, isPlanned, title }, latest, doing }: Omit<Props, 'today'>) {
  return (
    <div className={styles.foot}>
      <a className="button" href={`#/plan/${script}`}>
        Plan<span className="sr"> {title}</span>
      </a>
      {latest && goesOn(latest) ? (
        <a className="button" href={`#/live/${latest.exercise}`}>
          Console<span className="sr"> of {title}</span>
        </a>
      ) : isPlanned ? (
        <button type="button" className="button" disabled={doing.now !== null} onClick={() => doing.start(script)}>
          Run<span className="sr"> {title}</span>
        </button>
      ) : (
        <a className="button" href={`#/plan/${script}`} title="Nothing is planned yet, so this opens the plan">
          Run<span className="sr"> {title}: opens the plan first</span>
        </a>
      )}
      <a className="link" href={`#/script/${script}`}>
        Read the script<span className="sr"> {title}</span>
      </a>
    </div>
  );
}
