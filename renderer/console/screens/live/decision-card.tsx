import { useState } from 'react';
import type { ConsoleDecision } from '#core/exercise/views/console-view-decisions.ts';
import s from './decision.module.css';
import { useLive } from './live-context.tsx';
import { classes, minutesSeconds, roleName } from './words.ts';

type Props = { readonly decision: ConsoleDecision; readonly isWhole: boolean; readonly isCovered: boolean };

/** One decision: how long it has been open against its target, and what is done about it. */
export function DecisionCard({ decision, isWhole, isCovered }: Props) {
  const { start } = useLive();
  const [choice, setChoice] = useState<string>('');
  const { id, question, options, made } = decision;
  const areOptionsHere = isWhole && !made && !isCovered && options.length > 0;
  return (
    <section className={s.decision} aria-label={`Decision: ${question}`}>
      <div className={s.headLine}>
        <span className="kind D">D</span>
        <h3>{question}</h3>
      </div>
      {areOptionsHere && (
        <div className={s.options}>
          {options.map((option) => (
            <label key={option} className={s.option}>
              <input
                type="radio"
                name={`choice-${id}`}
                checked={choice === option}
                onChange={() => setChoice(option)}
              />
              {option}
            </label>
          ))}
        </div>
      )}
      <div className={s.settle}>
        <Latency decision={decision} />
        <span className={s.acts}>
          {!made && <RoomActs decision={decision} />}
          <button
            type="button"
            className="button"
            onClick={() => start(made ? 'revise-decision' : 'record-decision', id, choice ? { choice } : {})}
          >
            {made ? 'Revise' : 'Record decision'}
          </button>
        </span>
      </div>
    </section>
  );
}

function RoomActs({
  decision: { id, isOpenInRoom, areOptionsShown, isPrivate, options },
}: {
  readonly decision: ConsoleDecision;
}) {
  const { start } = useLive();
  if (isPrivate) return <span className="tiny quiet">Not for the room</span>;
  if (!isOpenInRoom) {
    return (
      <button type="button" className="button small" onClick={() => start('open-decision', id)}>
        Open to the room
      </button>
    );
  }
  if (areOptionsShown || options.length === 0) return null;
  return (
    <button type="button" className="button small" onClick={() => start('show-options', id)}>
      Show options
    </button>
  );
}

function Latency({ decision }: { readonly decision: ConsoleDecision }) {
  const { openSeconds, targetMinutes, made, owner, standIns, notRated } = decision;
  const overSeconds = targetMinutes === null ? 0 : openSeconds - targetMinutes * 60;
  const isOver = overSeconds > 0;
  const who = [owner, ...standIns].filter((role, at, all) => all.indexOf(role) === at).map(roleName);
  return (
    <>
      <span className={classes(s.value, made ? 'quiet' : isOver && 'warn')}>{minutesSeconds(openSeconds)}</span>
      <span className={classes('tiny quiet', s.about)}>
        {notRated ?? (targetMinutes === null ? 'no target' : `target ${targetMinutes}:00`)}
        {made?.isLate && !notRated && <b>, late</b>}
        {!made && isOver && !notRated && <b className="warn">, {minutesSeconds(overSeconds)} over</b>}
        <br />
        {made ? `${made.choice}, by ${roleName(made.by)}` : who.join(', or ')}
      </span>
    </>
  );
}
