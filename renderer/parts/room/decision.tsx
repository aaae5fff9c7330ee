import type { RoomDecision } from '#core/exercise/views/room-view.ts';
import { keyed } from './blocks.tsx';
import classes from './cards.module.css';
import { Paged } from './paged.tsx';
import { ownerWords } from './room-words.ts';

type DecisionProps = { decision: RoomDecision };

/** Above an artefact, which keeps its size and pages to what is left: so there is no room for options, which have the card. */
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
    </aside>
  );
}

/** Alone, a question is as large as it can be; with options, or very long, it is read whole on as many pages as that takes. */
export function DecisionCard({ decision: { question, owner, options, openMinutes } }: DecisionProps) {
  return (
    <div className={classes.decision}>
      <p className={classes.kicker}>
        To decide <b className={classes.exercise}>EXERCISE</b>
      </p>
      <MinutesOpen minutes={openMinutes} />
      {options === null && question.length <= mostAlone ? (
        <h2 dir="auto" data-length={lengthOf(question)}>
          {question}
        </h2>
      ) : (
        <div className={classes.asked}>
          <Paged key={question}>
            <h2 dir="auto" data-length="paged">
              {question}
            </h2>
            <Options options={options} />
          </Paged>
        </div>
      )}
      <p className={classes.owner}>
        Decides: <b dir="auto">{ownerWords(owner)}</b>
        {options !== null && '. Another answer is allowed.'}
      </p>
    </div>
  );
}

/** Letters of a question that fits on a card by itself. */
const mostAlone = 240;

/** What is to be decided, for a card that has room for the question but no pages; null where it is too long for that, or nothing is open. */
export function questionOn(decision: RoomDecision | null) {
  if (decision === null || decision.question.length > mostAlone) return null;
  return { words: decision.question, length: lengthOf(decision.question) };
}

/** In steps: a question alone is never cut. */
function lengthOf(question: string): 'short' | 'middle' | 'long' {
  if (question.length <= 70) return 'short';
  return question.length <= 130 ? 'middle' : 'long';
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
