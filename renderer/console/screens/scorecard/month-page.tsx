import { useState } from 'react';
import type { MonthShown, MonthsShown } from '#contract/scorecard.ts';
import { monthWords } from '#core/scorecard/page/month-words.ts';
import { PageHead } from '../../../parts/page-head.tsx';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { useBridge } from '../../../state/use-application.tsx';
import { DraftPart } from './draft-part.tsx';
import { MonthBody, useRowsAsked } from './month-body.tsx';
import { MonthChooser, MonthHead } from './month-head.tsx';
import type { OpenPanel } from './open-panel.ts';
import { CorrectForm, Revisions } from './page-states.tsx';
import css from './scorecard.module.css';
import { SettingsForm } from './settings-form.tsx';
import { useMonth } from './use-month.ts';
import { WriteDocuments } from './write-documents.tsx';

type Props = {
  readonly month: string;
  readonly revision: number | null;
  readonly months: MonthsShown;
  readonly onChanged: () => void;
  readonly onGo: (to: string) => void;
};

export function MonthPage({ month, revision, months, onChanged, onGo }: Props) {
  const doing = useMonth(month, revision);
  const { asked, shown, problem, told } = doing;
  const [chosen, setChosen] = useState<OpenPanel | undefined>(undefined);
  const rows = useRowsAsked(doing.clear);
  if (!shown) return <NotShown {...{ month, revision, months, asked, onGo }} />;
  const panel = chosen === undefined ? usualPanel(asked) : chosen;
  function setPanel(next: OpenPanel) {
    doing.clear();
    setChosen(next);
  }
  /** Where it was opened the keyboard goes on. */
  function close() {
    setPanel(null);
    document.getElementById(`open-${panel}`)?.focus();
  }
  function changed() {
    setPanel(null);
    rows.ask(null);
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
    onChanged();
  }
  return (
    <>
      <MonthHead {...{ shown, months, panel, onGo }} onPanel={(next) => setPanel(panel === next ? null : next)} />
      {problem && <ProblemNotice problem={problem} takesFocus />}
      <p role="status" className={`small good ${css.told}`}>
        {told}
      </p>
      {panel === 'settings' && <SettingsForm onClose={close} onSaved={() => void doing.renew(() => doing.load())} />}
      {panel === 'correct' && <Correct {...{ month, doing, onClose: close, onCorrected: changed, onGo }} />}
      {panel === 'documents' && <WriteDocuments {...{ month, doing }} revision={shown.view.revision} onClose={close} />}
      {shown.draft ? (
        <DraftPart
          key={stampOf(shown)}
          {...{ month, shown, draft: shown.draft, doing, panel, rows }}
          isPressed={chosen !== undefined}
          onPanel={setPanel}
          onClose={close}
          onPublished={changed}
        />
      ) : (
        <MonthBody {...{ month, shown, revision, rows }} />
      )}
    </>
  );
}

/** A month that had no file when it was opened begins with its files. */
function usualPanel(asked: ReturnType<typeof useMonth>['asked']): OpenPanel {
  const draft = asked.at === 'there' ? asked.value.draft : null;
  return draft && Object.keys(draft.files).length === 0 ? 'files' : null;
}

type NotShownProps = Pick<Props, 'month' | 'revision' | 'months' | 'onGo'> & {
  readonly asked: ReturnType<typeof useMonth>['asked'];
};

/** One that cannot be read leads to the others, and to what else was published of it. */
function NotShown({ month, revision, months, asked, onGo }: NotShownProps) {
  const line = months.months.find((one) => one.month === month);
  return (
    <>
      <PageHead label="Every month" title={asked.at === 'failed' ? monthWords(month) : 'Scorecard'}>
        <MonthChooser month={month} months={months} onGo={onGo} />
      </PageHead>
      {asked.at === 'failed' ? (
        <>
          <ProblemNotice problem={asked.problem} takesFocus />
          {line && <Revisions line={line} shown={revision ?? 0} />}
        </>
      ) : (
        <p role="status">Reading the month…</p>
      )}
    </>
  );
}

/** Another draft, not another letter in it. */
const stampOf = ({ view, draft }: MonthShown) => `${view.revision} ${draft?.corrects?.reason ?? ''}`;

type CorrectProps = {
  readonly month: string;
  readonly doing: ReturnType<typeof useMonth>;
  readonly onClose: () => void;
  readonly onCorrected: () => void;
  readonly onGo: (to: string) => void;
};

function Correct({ month, doing, onClose, onCorrected, onGo }: CorrectProps) {
  const bridge = useBridge();
  async function correct(reason: string) {
    const words = 'The next revision is begun with what the newest one holds.';
    if (!(await doing.renew(() => bridge.correct_scorecard({ month, reason }), words))) return;
    onGo(month);
    onCorrected();
  }
  return <CorrectForm isBusy={doing.isBusy} onCorrect={(reason) => void correct(reason)} onClose={onClose} />;
}
