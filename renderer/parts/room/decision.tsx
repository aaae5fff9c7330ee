import type { RoomDecision } from '#core/exercise/views/room-view.ts';
import { keyed } from './blocks.tsx';
import classes from './cards.module.css';
import { ownerWords } from './room-words.ts';

type DecisionProps = { decision: RoomDecision };

/** Above an artefact, which keeps its size and pages to what is left. */
export function DecisionBanner({ decision }: DecisionProps) {
  return (
    <aside className={classes.banner} aria-label="Decision open">
      <div>
        <h2 dir="auto">{decision.question}</h2>
        <p>
          Decides: <bdi>{ownerWords(decision.owner)}</bdi> <b className={classes.exercise}>EXERCISE</b>
        </p>
      </div>
      <MinutesOpen minutes={decision.openMinutes} />
      <Options options={decision.options} />
    </aside>
  );
}

export function DecisionCard({ decision }: DecisionProps) {
  const hasOptions = decision.options !== null;
  return (
    <div className={`${classes.decision} ${hasOptions ? classes.withOptions : ''}`}>
      <p className={classes.kicker}>
        To decide <b className={classes.exercise}>EXERCISE</b>
      </p>
      <MinutesOpen minutes={decision.openMinutes} />
      <h2 dir="auto">{decision.question}</h2>
      <Options options={decision.options} />
      <p className={classes.owner}>
        Decides: <b dir="auto">{ownerWords(decision.owner)}</b>
        {hasOptions && '. Another answer is allowed.'}
      </p>
    </div>
  );
}

function MinutesOpen({ minutes }: { minutes: number }) {
  return (
    <p className={classes.minutes}>
      <b>{minutes}</b> {minutes === 1 ? 'minute' : 'minutes'} open
    </p>
  );
}

function Options({ options }: { options: readonly string[] | null }) {
  if (options === null || options.length === 0) return null;
  return (
    <ol className={classes.options}>
      {keyed(options).map(({ key, value }) => (
        <li key={key}>
          <b>{String.fromCharCode(65 + (Number(key) % 26))}</b> <span dir="auto">{value}</span>
        </li>
      ))}
    </ol>
  );
}
