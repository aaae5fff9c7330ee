import type { ExerciseLine, ScriptLine } from '#contract/programme.ts';
import { goesOn, isAhead, isHeld, plannedAgain } from '#core/plan/programme-cards.ts';
import type { CardProps } from './card-props.ts';
import styles from './programme.module.css';

/** What can be done with a quarter: always its plan, its run and its script; once it was held, its report and next year too. */
export function CardFoot({ script: line, latest, today, doing, isFirst }: CardProps) {
  const { script, title } = line;
  const held = latest && isHeld(latest) && !isAhead(line, latest) ? latest : null;
  return (
    <div className={styles.foot}>
      <div className={styles.acts}>
        {held && <AfterHeld exercise={held} />}
        <a className={`button ${isFirst ? 'primary' : ''}`} href={`#/plan/${script}`}>
          {isAhead(line, latest) ? 'Continue plan' : 'Plan'}
          <span className="sr"> {title}</span>
        </a>
        <Run script={line} latest={latest} doing={doing} />
      </div>
      <div className={styles.ways}>
        {held && mayRepeat(line, held, today) && (
          <button
            type="button"
            className="link"
            disabled={doing.now !== null}
            onClick={() => doing.planNextYear(held.exercise)}
          >
            Schedule next year<span className="sr"> from {title}</span>
          </button>
        )}
        <a className="link" href={`#/script/${script}`}>
          {held ? 'Script' : 'Read the script'}
          <span className="sr"> {title}</span>
        </a>
      </div>
    </div>
  );
}

/** A sample is practice: what comes after it is a plan of one's own. */
function mayRepeat(script: ScriptLine, held: ExerciseLine, today: string): boolean {
  return !held.isSample && held.trouble === null && plannedAgain(script, held, today) === null;
}

function AfterHeld({ exercise: { exercise, title, phase } }: { readonly exercise: ExerciseLine }) {
  const isFinal = phase === 'final';
  return (
    <a className="button" href={`#/${isFinal ? 'report' : 'review'}/${exercise}`}>
      {isFinal ? 'Report' : 'Review'}
      <span className="sr"> of {title}</span>
    </a>
  );
}

function Run({ script: { script, isPlanned, title }, latest, doing }: Pick<CardProps, 'script' | 'latest' | 'doing'>) {
  if (latest && goesOn(latest)) {
    return (
      <a className="button" href={`#/live/${latest.exercise}`}>
        Console<span className="sr"> of {title}</span>
      </a>
    );
  }
  if (isPlanned) {
    return (
      <button type="button" className="button" disabled={doing.now !== null} onClick={() => doing.start(script)}>
        Run<span className="sr"> {title}</span>
      </button>
    );
  }
  return (
    <a className="button" href={`#/plan/${script}`} title="Nothing is planned yet, so this opens the plan">
      Run<span className="sr"> {title}: opens the plan first</span>
    </a>
  );
}
