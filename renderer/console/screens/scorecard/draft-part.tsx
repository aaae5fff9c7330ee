import { useState } from 'react';
import type { MonthShown } from '#contract/scorecard.ts';
import { listUnconfirmed } from '#core/scorecard/changed-numbers.ts';
import type { MonthDraft } from '#core/scorecard/month-draft.ts';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { useBridge } from '../../../state/use-application.tsx';
import { AsksForm } from './asks.tsx';
import type { CaveatPlace } from './caveats.tsx';
import { ImportPanel } from './import-panel.tsx';
import { MonthBody, type RowsAsked } from './month-body.tsx';
import type { OpenPanel } from './open-panel.ts';
import { AsOfField } from './page-states.tsx';
import { PublishForm, type Signing } from './publish-form.tsx';
import css from './scorecard.module.css';
import { useDraft } from './use-draft.ts';
import { useImport } from './use-import.ts';
import type { MonthDoing } from './use-month.ts';

type Props = {
  readonly month: string;
  readonly shown: MonthShown;
  readonly draft: MonthDraft;
  readonly doing: MonthDoing;
  readonly panel: OpenPanel;
  /** Somebody pressed for it; else it stands open from the beginning. */
  readonly isPressed: boolean;
  readonly rows: RowsAsked;
  readonly onPanel: (panel: OpenPanel) => void;
  readonly onClose: () => void;
  readonly onPublished: () => void;
};

/** A month that is being prepared: its files, what is asked for, and the figures as they stand. */
export function DraftPart(props: Props) {
  const { month, shown, draft, doing, panel, isPressed, rows, onPanel, onClose, onPublished } = props;
  const bridge = useBridge();
  const [lacks, setLacks] = useState<readonly string[] | null>(null);
  const [signing, setSigning] = useState<Signing>({ by: '', because: '' });
  const drafting = useDraft(month, draft, (next) => {
    setLacks(next);
    doing.clear();
  });
  const importing = useImport(month, doing);
  const { view } = shown;
  async function publish() {
    if (!(await drafting.flush())) return;
    const signed = { by: signing.by.trim(), because: signing.because.trim() };
    const words = `Revision ${view.revision} is published.`;
    if (await doing.renew(() => bridge.publish_scorecard({ month, ...signed }), words)) onPublished();
  }
  function see(place: CaveatPlace) {
    if ('panel' in place) onPanel(place.panel);
    else if ('question' in place) rows.see(place.question);
    else document.getElementById('as-of')?.querySelector('input')?.focus();
  }
  async function discard() {
    if ((await doing.run(() => bridge.discard_scorecard_draft({ month }))) === null) return;
    await doing.renew(doing.load, 'The draft is gone; what was published stays.');
    onPublished();
  }
  return (
    <>
      {drafting.problem && <ProblemNotice problem={drafting.problem} />}
      {draft.corrects && (
        <p className={css.corrects}>
          Corrects revision {draft.corrects.revision}: <bdi>{draft.corrects.reason}</bdi>{' '}
          <button type="button" className="link" onClick={() => void discard()}>
            Discard the correction
          </button>
        </p>
      )}
      {panel === 'publish' && (
        <PublishForm
          view={view}
          lacks={[...(lacks ?? shown.lacks), ...listUnconfirmed(drafting.typed, view.changed)]}
          signing={signing}
          isBusy={doing.isBusy}
          onSign={(part) => setSigning((before) => ({ ...before, ...part }))}
          onSee={see}
          onPublish={() => void publish()}
          onClose={onClose}
        />
      )}
      {panel === 'files' && (
        <ImportPanel {...{ month, draft, importing, onClose }} isBusy={doing.isBusy} takesFocus={isPressed} />
      )}
      <AsksForm drafting={drafting} view={view}>
        <AsOfField drafting={drafting} asOf={view.period.as_of} onSaved={() => void doing.renew(doing.load)} />
      </AsksForm>
      <MonthBody month={month} shown={shown} revision={null} rows={rows} />
    </>
  );
}
