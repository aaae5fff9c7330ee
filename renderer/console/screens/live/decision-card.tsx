import { useState } from 'react';
import type { ConsoleDecision } from '#core/exercise/views/console-view-decisions.ts';
import s from './decision.module.css';
import { useLive } from './live-context.tsx';
import { classes, minutesSeconds, roleName } from './words.ts';

type Props = { readonly decision: ConsoleDecision; readonly isCovered: boolean };

/** One decision: how long it has been open against its target, and what is done about it. */
export function DecisionCard({ decision, isCovered }: Props) {
  const { start } = useLive('start');
  const [choice, setChoice] = useState<string>('');
  const { id, question, options, made } = decision;
  const areOptionsHere = !made && !isCovered && options.length > 0;
  return (
    <section className={s.decision} aria-label={`Decision ${id}`}>
      <div className={s.headLine}>
        <span className="kind D">D</span>
        <h3>{isCovered && !decision.isOpenInRoom ? `Decision ${id}` : question}</h3>
      </div>
      {areOptionsHere && (
        <div className={s.options}>
          {options.map((option, at) => (
            <label key={option} className={s.option}>
              <input
                type="radio"
                name={`choice-${id}`}
                checked={choice === option}
                onChange={() => setChoice(option)}
              />
              <span>
                {option} <kbd>{at + 1}</kbd>
              </span>
            </label>
          ))}
        </div>
      )}
      <div className={s.settle}>
        <Latency decision={decision} />
        <button
          type="button"
          className="button"
          onClick={() => start(made ? 'revise-decision' : 'record-decision', id, choice ? { choice } : {})}
        >
          {made ? 'Revise' : 'Record decision'}
        </button>
      </div>
      {!made && <RoomActs decision={decision} />}
    </section>
  );
}

function RoomActs({
  decision: { id, isOpenInRoom, areOptionsShown, isPrivate, options },
}: {
  readonly decision: ConsoleDecision;
}) {
  const { start, give, pressM } = useLive('start', 'give', 'pressM');
  const canShowOptions = isOpenInRoom && options.length > 0;
  if (isPrivate) return <p className={classes('tiny quiet', s.inRoom)}>For named roles only, so not for the room</p>;
  return (
    <p className={classes('tiny quiet', s.inRoom)}>
      {isOpenInRoom
        ? `Open in the room${areOptionsShown ? ', its options were shown' : ''}`
        : 'Not on the room’s screen'}
      {!isOpenInRoom && (
        <button type="button" className="link" onClick={() => give({ type: 'open_decision', decision: id }, pressM())}>
          Open to the room
        </button>
      )}
      {canShowOptions && (
        <button type="button" className="link" onClick={() => start('show-options', id)}>
          {areOptionsShown ? 'Show options again' : 'Show options'}
        </button>
      )}
    </p>
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
        {made ? `${made.choice.replace(/[.\s]+$/, '')}, by ${roleName(made.by)}` : who.join(', or ')}
      </span>
    </>
  );
}
