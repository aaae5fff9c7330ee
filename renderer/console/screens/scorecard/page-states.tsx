import { type FormEvent, useState } from 'react';
import type { MonthLine } from '#contract/scorecard.ts';
import { longDate } from '#core/local-time.ts';
import { DayField } from '../../../parts/form/day-field.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { closeOnEscape, PanelTitle } from './panel-title.tsx';
import css from './scorecard.module.css';
import type { Drafting } from './use-draft.ts';

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
    <form className={css.panel} aria-label="Correct" onSubmit={submit} onKeyDown={closeOnEscape(onClose)}>
      <PanelTitle>Correct this month</PanelTitle>
      <div className={css.name}>
        <TextField
          label="Why"
          value={reason}
          onChange={setReason}
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
    <div id="as-of">
      <DayField
        label="As of the end of"
        day={typed.as_of ?? asOf}
        onChange={(day) => change({ as_of: /^\d{4}-\d\d-\d\d$/.test(day) ? day : typed.as_of })}
        onBlur={() => void flush().then((isSaved) => isSaved && onSaved())}
      />
    </div>
  );
}
