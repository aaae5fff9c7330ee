import { useState } from 'react';
import type { MonthShown } from '#contract/scorecard.ts';
import type { MonthDraft } from '#core/scorecard/month-draft.ts';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { useBridge } from '../../../state/use-application.tsx';
import { AsksForm } from './asks.tsx';
import { ImportPanel } from './import-panel.tsx';
import { MonthBody } from './month-body.tsx';
import type { OpenPanel } from './open-panel.ts';
import { AsOfField, PublishForm } from './page-states.tsx';
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
  readonly onPanel: (panel: OpenPanel) => void;
  readonly onPublished: () => void;
};

/** A month that is being prepared: its files, what is asked for, and the figures as they stand. */
export function DraftPart({ month, shown, draft, doing, panel, onPanel, onPublished }: Props) {
  const bridge = useBridge();
  const [lacks, setLacks] = useState<readonly string[] | null>(null);
  const drafting = useDraft(month, draft, setLacks);
  const importing = useImport(month, doing);
  const { view } = shown;
  async function publish(by: string) {
    if (!(await drafting.flush())) return;
    const words = `Revision ${view.revision} is published.`;
    if (await doing.renew(() => bridge.publish_scorecard({ month, by }), words)) onPublished();
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
          revision={view.revision}
          lacks={lacks ?? shown.lacks}
          isBusy={doing.isBusy}
          onPublish={(by) => void publish(by)}
          onClose={() => onPanel(null)}
        />
      )}
      {panel === 'files' && <ImportPanel month={month} draft={draft} importing={importing} isBusy={doing.isBusy} />}
      <AsksForm drafting={drafting} view={view}>
        <AsOfField drafting={drafting} asOf={view.period.as_of} onSaved={() => void doing.renew(doing.load)} />
      </AsksForm>
      <MonthBody month={month} shown={shown} revision={null} />
    </>
  );
}
