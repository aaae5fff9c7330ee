import { type FormEvent, useState } from 'react';
import { needsReason } from '#core/scorecard/caveats.ts';
import type { MonthView } from '#core/scorecard/views/month-view.ts';
import { TextField } from '../../../parts/text-field.tsx';
import { CaveatList, type CaveatPlace } from './caveats.tsx';
import { closeOnEscape, PanelTitle } from './panel-title.tsx';
import css from './scorecard.module.css';

/** Kept while somebody looks at what is amiss. */
export type Signing = { readonly by: string; readonly because: string };

type Props = {
  readonly view: MonthView;
  readonly lacks: readonly string[];
  readonly signing: Signing;
  readonly isBusy: boolean;
  readonly onSign: (part: Partial<Signing>) => void;
  readonly onSee: (place: CaveatPlace) => void;
  readonly onPublish: () => void;
  readonly onClose: () => void;
};

/** What is amiss, then who puts their name to it. What was published is never changed. */
export function PublishForm({ view, lacks, signing, isBusy, onSign, onSee, onPublish, onClose }: Props) {
  const [isAsked, setAsked] = useState(false);
  const { by, because } = signing;
  const isGrave = view.caveats.some(needsReason);
  const isSigned = by.trim() !== '' && (!isGrave || because.trim() !== '');
  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (isSigned) onPublish();
  }
  return (
    <form className={css.panel} aria-label="Publish" onSubmit={submit} onKeyDown={closeOnEscape(onClose)}>
      <PanelTitle>Publish revision {view.revision}</PanelTitle>
      <p className="small quiet">
        A published revision stays as it is; what is wrong in it is corrected by the next one, with a reason.
      </p>
      <Amiss {...{ view, lacks, onSee }} />
      {isGrave && (
        <TextField
          label="Why it is published all the same"
          value={because}
          onChange={(next) => onSign({ because: next })}
          hint="Stands on the page, with the caveats."
          error={isAsked && because.trim() === '' ? 'Figures are missing, old or of a part. Say why.' : undefined}
        />
      )}
      <div className={css.name}>
        <TextField
          label="Published by"
          value={by}
          onChange={(next) => onSign({ by: next })}
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

type AmissProps = Pick<Props, 'view' | 'lacks' | 'onSee'>;

/** What keeps it from being published, then what stands on it as a caveat. */
function Amiss({ view, lacks, onSee }: AmissProps) {
  return (
    <>
      {lacks.map((lack) => (
        <p key={lack} className="state bad small">
          {lack}
        </p>
      ))}
      {view.caveats.length === 0 ? (
        <p className="state good small">
          Every file is there and fresh, every row was read, and no setting changed since last month.
        </p>
      ) : (
        <div>
          <h3 className="label">Caveats: they stand on the page and behind it</h3>
          <CaveatList view={view} isDraft onSee={onSee} />
        </div>
      )}
    </>
  );
}
