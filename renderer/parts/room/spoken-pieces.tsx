import { isTalk, readChat, readProse } from '#core/scenario/read-body.ts';
import { Body, Mark, type PieceProps, Subject, Term } from './artefact-parts.tsx';
import { initials, nameLength, pieceName, timeOfDay, weekdayTime } from './room-words.ts';
import classes from './spoken.module.css';

export function Phone({ artefact }: PieceProps) {
  return (
    <>
      <div className={classes.caller}>
        <p>
          <Handset />
          <small>On the line</small>
        </p>
        <strong dir="auto" data-length={nameLength(artefact.from)}>
          {artefact.from}
        </strong>
        <dl>
          <Term term="To" words={artefact.to} />
          <Term term="About" words={artefact.subject} />
        </dl>
        <Mark words="EXERCISE CALL" />
      </div>
      <Body artefact={artefact} read={readProse} className={classes.text} />
    </>
  );
}

export function Meeting({ artefact }: PieceProps) {
  return (
    <>
      <p className={classes.bar}>
        <bdi>{artefact.subject ?? artefact.to ?? 'Meeting'}</bdi>
        <Mark />
        <span>{weekdayTime(artefact.storylineTime)}</span>
      </p>
      <Body artefact={artefact} read={readProse} className={classes.text} />
      <p className={classes.plate}>
        <bdi>{artefact.from}</bdi>
      </p>
    </>
  );
}

/** Where the body itself says who wrote what when, nobody stands above them all. */
export function Chat({ artefact }: PieceProps) {
  const { from, subject, to } = artefact;
  const about = to !== null && <Subject artefact={artefact} />;
  const words = <Body artefact={artefact} read={readChat} className={classes.text} />;
  const bar = (
    <div className={classes.bar}>
      <h2 dir="auto">{to ?? subject ?? 'Chat'}</h2>
      <Mark words="EXERCISE CHANNEL" />
    </div>
  );
  if (isTalk(readChat(artefact.body ?? ''))) {
    return (
      <>
        {bar}
        <div className={`${classes.thread} ${classes.several}`}>
          {about}
          {words}
        </div>
      </>
    );
  }
  return (
    <>
      {bar}
      <div className={classes.talk}>
        <span className={classes.who} aria-hidden="true">
          {initials(from)}
        </span>
        <div className={classes.thread}>
          <p className={classes.name}>
            <bdi>{from}</bdi> <time>{timeOfDay(artefact.storylineTime)}</time>
          </p>
          {about}
          {words}
        </div>
      </div>
    </>
  );
}

export function TextMessage({ artefact }: PieceProps) {
  return (
    <div className={classes.handset}>
      <p className={classes.status}>
        <span>{timeOfDay(artefact.storylineTime)}</span>
        <Mark />
      </p>
      <p className={classes.number} dir="auto">
        {artefact.from}
      </p>
      <Body artefact={artefact} read={readProse} className={classes.text} />
    </div>
  );
}

/** The facilitator reads the words: the room sees who speaks, and nothing else. */
export function Speaking({ artefact }: PieceProps) {
  return (
    <div className={classes.speaking}>
      <p>
        <span>{pieceName(artefact.channel)}</span>
        <Mark />
      </p>
      <h2 dir="auto" data-length={nameLength(artefact.from)}>
        {artefact.from}
      </h2>
      <p>Listen: the facilitator reads the words.</p>
    </div>
  );
}

function Handset() {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M13.8 16.6a1 1 0 0 0 1.2-.3l.4-.5A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.5.4a1 1 0 0 0-.3 1.2 14 14 0 0 0 6.4 6.4M14 6a4.5 4.5 0 0 1 4 4M14 2a9 9 0 0 1 8 8" />
    </svg>
  );
}
