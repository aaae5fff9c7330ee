import type { RoomQuestion, RoomView } from '#core/exercise/views/room-view.ts';
import { keyed, Paragraph } from './blocks.tsx';
import classes from './cards.module.css';
import { Paged } from './paged.tsx';
import { pieceName, weekdayTime } from './room-words.ts';

export function WaitingCard() {
  return (
    <div className={classes.plain}>
      <h2>We begin in a moment.</h2>
      <p className={classes.lede}>This screen shows the exercise. Nothing on it is real.</p>
    </div>
  );
}

export function InterruptedCard() {
  return (
    <div className={classes.plain}>
      <h2>We stop here for now.</h2>
      <p className={classes.lede}>The story waits. It goes on from this minute at the next sitting.</p>
    </div>
  );
}

export function WelcomeCard() {
  return (
    <div className={classes.welcome}>
      <h2>Welcome. One story, no fault.</h2>
      <ol className={classes.rules}>
        <li>
          <b>No fault, no trick questions.</b>
        </li>
        <li>
          <p>
            Answer with <b>today’s plans</b>, not the ones you wish you had.
          </p>
        </li>
        <li>
          <p>
            Anything that leaves this room begins with <b>“exercise, exercise, exercise”</b>.
          </p>
        </li>
        <li>
          <p>
            Something real happens: say <b>REAL WORLD</b>. Play stops at once.
          </p>
        </li>
      </ol>
      <dl className={classes.roles}>
        {whoDoesWhat.map(([who, what]) => (
          <div key={who}>
            <dt>{who}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

const whoDoesWhat = [
  ['Incident Commander', 'decides, or says who does'],
  ['Players', 'do what they would do today'],
  ['Facilitator', 'tells the story, plays everyone outside'],
  ['Scribe, evaluators', 'write down, stay silent'],
] as const;

export function RealWorldCard({ stoppedAt }: Pick<RoomView, 'stoppedAt'>) {
  return (
    <section className={classes.realWorld} aria-label="Real world">
      <h2>REAL WORLD</h2>
      <p className={classes.say}>
        The exercise has stopped.
        <br />
        What happens now is real.
      </p>
      <p className={classes.foot}>
        Listen to the facilitator. {stoppedAt !== null && <span>Stopped at {stoppedAt}</span>}
      </p>
    </section>
  );
}

export function EndCard() {
  return (
    <div className={classes.end}>
      <h2>Thank you.</h2>
      <p className={classes.lede}>Play has ended. Three questions, while it is fresh.</p>
      <ol>
        <li>What worked that we must keep?</li>
        <li>Where did we wait, and for what?</li>
        <li>What one change would help most?</li>
      </ol>
    </div>
  );
}

export function SitrepCard() {
  return (
    <div className={classes.sitrep}>
      <h2>
        Situation report <b className={classes.exercise}>EXERCISE</b> <span>Incident Commander, 60 seconds</span>
      </h2>
      {sitrepParts.map(([title, ask]) => (
        <section key={title}>
          <h3>{title}</h3>
          <p>{ask}</p>
        </section>
      ))}
    </div>
  );
}

const sitrepParts = [
  ['What we know', 'Facts, each with its source and time. Say what is only assumed.'],
  ['What we do', 'What is under way, and who does it.'],
  ['What we need', 'Decisions, people, information.'],
  ['Next update', 'At what time, and from whom.'],
] as const;

export function StoryCard({ story }: { story: RoomView['story'] }) {
  return (
    <div className={classes.storyCard}>
      <h2>
        Story so far <b className={classes.exercise}>EXERCISE</b>
      </h2>
      <Paged>
        <ol>
          {keyed(story).map(({ key, value: { storylineTime, channel, from, subject } }) => (
            <li key={key}>
              <time>{weekdayTime(storylineTime)}</time>
              <p>
                <span>
                  {pieceName(channel)}, <bdi>{from}</bdi>
                </span>
                {subject !== null && <b dir="auto">{subject}</b>}
              </p>
            </li>
          ))}
        </ol>
      </Paged>
    </div>
  );
}

export function QuestionCard({ question }: { question: RoomQuestion }) {
  return (
    <div className={classes.question}>
      <p className={classes.kicker}>
        Asked <b className={classes.exercise}>EXERCISE</b>
      </p>
      <Paged>
        <h2 dir="auto">{question.question}</h2>
        {question.answer !== null && <Paragraph lines={question.answer.split(/\r?\n/)} className={classes.answer} />}
      </Paged>
    </div>
  );
}
