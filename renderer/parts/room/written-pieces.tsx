import { readProse } from '#core/scenario/read-body.ts';
import { dropNumber, findRaised } from '#core/scenario/ticket-words.ts';
import { Body, Mark, type PieceProps, Subject, Term } from './artefact-parts.tsx';
import { timeOfDay, weekdayTime } from './room-words.ts';
import classes from './written.module.css';

export function Email({ artefact }: PieceProps) {
  const files = artefact.attachments.length;
  return (
    <>
      <Subject artefact={artefact} />
      <div className={classes.head}>
        <dl>
          <Term term="From" words={artefact.from} />
          <Term term="To" words={artefact.to} />
        </dl>
        <p>
          <Mark />
          {files > 0 && <span>{files === 1 ? '1 file' : `${files} files`}</span>}
        </p>
      </div>
      <Body artefact={artefact} read={readProse} className={classes.text} />
    </>
  );
}

export function Memo({ artefact }: PieceProps) {
  return (
    <>
      <div className={classes.head}>
        <strong>Memo</strong>
        <Mark />
        <dl>
          <Term term="From" words={artefact.from} />
          <Term term="To" words={artefact.to} />
          <Term term="Subject" words={artefact.subject} />
        </dl>
      </div>
      <Body artefact={artefact} read={readProse} className={classes.text} />
    </>
  );
}

export function Letter({ artefact }: PieceProps) {
  return (
    <div className={classes.page}>
      <div className={classes.letterhead}>
        <svg viewBox="0 0 92 92" fill="none" stroke="currentColor" strokeWidth="3" aria-hidden="true">
          <circle cx="46" cy="46" r="44" />
          <circle cx="46" cy="46" r="37" strokeWidth="1.5" />
          <path d="M24 66V40M35 66V40M46 66V40M57 66V40M68 66V40M18 68h56M18 36l28-16 28 16z" />
        </svg>
        <strong dir="auto">{artefact.from}</strong>
        <Mark words="EXERCISE LETTER" />
      </div>
      <dl className={classes.reference}>
        <Term term="To" words={artefact.to} />
        <Term term="Subject" words={artefact.subject} />
        <Term term="Date" words={weekdayTime(artefact.storylineTime)} />
      </dl>
      <Body artefact={artefact} read={readProse} className={classes.text} />
    </div>
  );
}

export function Ticket({ artefact }: PieceProps) {
  const body = artefact.body ?? '';
  const told = { ...artefact, subject: dropNumber(artefact.subject, body) };
  return (
    <>
      <div className={classes.stub}>
        <strong>Ticket</strong>
        <Mark />
        <dl>
          <Term term="Raised" words={findRaised(body) ?? timeOfDay(artefact.storylineTime)} />
          <Term term="By" words={artefact.from} />
          <Term term="To" words={artefact.to} />
        </dl>
      </div>
      <div className={classes.thread}>
        <Subject artefact={told} />
        <Body artefact={told} read={readProse} className={classes.text} />
      </div>
    </>
  );
}

export function News({ artefact }: PieceProps) {
  return (
    <>
      <p className={classes.masthead}>
        <span>{weekdayTime(artefact.storylineTime)}</span>
        <strong dir="auto">{artefact.from}</strong>
        <Mark words="EXERCISE EDITION" />
      </p>
      <Subject artefact={artefact} />
      <Body artefact={artefact} read={readProse} columns={2} className={classes.text} />
    </>
  );
}
