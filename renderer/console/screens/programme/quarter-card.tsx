import { longDate, shortDay } from '#core/local-time.ts';
import { goesOn, isAhead, isUnplayed, phaseWords, unplayedWords } from '#core/plan/programme-cards.ts';
import { plain } from '#core/report/term-words.ts';
import { RatingStrip } from '../../../parts/rating-mark.tsx';
import type { CardProps } from './card-props.ts';
import styles from './programme.module.css';
import { CardFacts } from './quarter-facts.tsx';
import { CardFoot } from './quarter-foot.tsx';
import { Meter } from './readiness.tsx';

export function QuarterCard(card: CardProps) {
  const { script, latest } = card;
  const { title, quarter, type, trouble } = script;
  const isPlan = isAhead(script, latest);
  return (
    <section className={styles.quarter} aria-labelledby={`card-${script.script}`}>
      <div className="label">{quarter ? `${quarter}, ${plain(type)}` : 'Script'}</div>
      <h2 id={`card-${script.script}`}>
        <bdi>{title}</bdi>
      </h2>
      <CardState script={script} latest={latest} />
      {isPlan && script.plan && <Meter plan={script.plan} />}
      {!isPlan && latest && latest.ratings.length > 0 && (
        <div className={styles.strip}>
          <RatingStrip label={`Ratings of ${title}`} ratings={latest.ratings} />
        </div>
      )}
      <p className={styles.facts}>
        {trouble === null ? <CardFacts {...card} /> : `This script cannot be read: ${trouble}`}
      </p>
      {trouble === null ? (
        <CardFoot {...card} />
      ) : (
        <div className={styles.foot}>
          <a className={`button ${styles.wrong}`} href={`#/script/${script.script}`}>
            See what is wrong<span className="sr"> with {title}</span>
          </a>
        </div>
      )}
    </section>
  );
}

function CardState({ script, latest }: Pick<CardProps, 'script' | 'latest'>) {
  if (script.trouble !== null) return <span className="state bad small">Cannot be read</span>;
  if (latest && goesOn(latest)) return <span className="state warn small">{phaseWords(latest.phase)}</span>;
  if (isAhead(script, latest)) {
    const day = script.plan?.startsOn;
    return <span className="state todo small note">{day ? `Planned ${shortDay(day)}` : 'Planned'}</span>;
  }
  if (latest && isUnplayed(latest)) return <span className="state todo small quiet">{unplayedWords}</span>;
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
