import { type FormEvent, useState } from 'react';
import type { MonthLine } from '#contract/scorecard.ts';
import { longDate } from '#core/local-time.ts';
import { DayField } from '../../../parts/form/day-field.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import css from './scorecard.module.css';
import type { Drafting } from './use-draft.ts';

type PublishProps = {
  readonly revision: number;
  readonly lacks: readonly string[];
  readonly isBusy: boolean;
  readonly onPublish: (by: string) => void;
  readonly onClose: () => void;
};

/** Who puts their name to it. What was published is never changed. */
export function PublishForm({ revision, lacks, isBusy, onPublish, onClose }: PublishProps) {
  const [by, setBy] = useState('');
  const [isAsked, setAsked] = useState(false);
  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (by.trim() !== '') onPublish(by.trim());
  }
  return (
    <form
      className={css.panel}
      aria-label="Publish"
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <h2 className="row-title">Publish revision {revision}</h2>
      <p className="small quiet">
        A published revision stays as it is; what is wrong in it is corrected by the next one, with a reason.
      </p>
      {lacks.map((lack) => (
        <p key={lack} className="state warn small">
          {lack}
        </p>
      ))}
      {revision > 1 && (
        <p className="small quiet">
          Asks and sentence are those of revision {revision - 1} unless you changed them: read them against the figures.
        </p>
      )}
      <div className={css.name}>
        <TextField
          label="Published by"
          value={by}
          onChange={setBy}
          isFirst
          error={isAsked && by.trim() === '' ? 'Nobody is named. Write who publishes it.' : undefined}
        />
      </div>
      <div className={css.buttons}>
        <button type="submit" className="button primary" aria-disabled={isBusy}>
          Publish
        </button>
        <button type="button" className="button plain" onClick={onClose}>
          Not yet
        </button>
      </div>
    </form>
  );
}

type CorrectProps = {
  readonly isBusy: boolean;
  readonly onCorrect: (reason: string) => void;
  readonly onClose: () => void;
};

export function CorrectForm({ isBusy, onCorrect, onClose }: CorrectProps) {
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (reason.trim() !== '') onCorrect(reason.trim());
  }
  return (
    <form
      className={css.panel}
      aria-label="Correct"
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <h2 className="row-title">Correct this month</h2>
      <div className={css.name}>
        <TextField
          label="Why"
          value={reason}
          onChange={setReason}
          isFirst
          hint="Stands with the next revision; both stay readable."
          error={isAsked && reason.trim() === '' ? 'A correction needs its reason.' : undefined}
        />
      </div>
      <div className={css.buttons}>
        <button type="submit" className="button primary" aria-disabled={isBusy}>
          Begin the correction
        </button>
        <button type="button" className="button plain" onClick={onClose}>
          Leave it
        </button>
      </div>
    </form>
  );
}

/** Every revision there is, the newest first. */
export function Revisions({ line, shown }: { readonly line: MonthLine; readonly shown: number }) {
  if (line.revisions.length === 0) return null;
  return (
    <section className={css.section} aria-labelledby="revisions">
      <h2 id="revisions" className="section-title">
        Revisions
      </h2>
      <ul className={css.revisions}>
        {line.revisions.map(({ revision, reason, publishedAt, publishedBy }) => (
          <li key={revision}>
            <a href={`#/scorecard/${line.month}/${revision}`} aria-current={revision === shown ? 'true' : undefined}>
              Revision {revision}
            </a>{' '}
            <span className="small quiet">
              {publishedAt && `${longDate(publishedAt.slice(0, 10))}, `}
              <bdi>{publishedBy}</bdi>
              {reason && (
                <>
                  : <bdi>{reason}</bdi>
                </>
              )}
            </span>
          </li>
        ))}
        {line.isDrafted && (
          <li>
            <a href={`#/scorecard/${line.month}`}>Draft of revision {(line.revisions[0]?.revision ?? 0) + 1}</a>
          </li>
        )}
      </ul>
    </section>
  );
}

/** From which day the month is looked at: its last one unless somebody says otherwise. */
export function AsOfField({
  drafting,
  asOf,
  onSaved,
}: {
  readonly drafting: Drafting;
  readonly asOf: string;
  readonly onSaved: () => void;
}) {
  const { typed, change, flush } = drafting;
  return (
    <DayField
      label="As of the end of"
      day={typed.as_of ?? asOf}
      onChange={(day) => change({ as_of: /^\d{4}-\d\d-\d\d$/.test(day) ? day : typed.as_of })}
      onBlur={() => void flush().then((isSaved) => isSaved && onSaved())}
    />
  );
}
