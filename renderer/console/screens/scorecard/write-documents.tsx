import { useCallback, useState } from 'react';
import type { WrittenDocuments } from '#contract/console-answers.ts';
import { type PaperSize, paperSizes, paperWords } from '#core/scenario/vocabulary.ts';
import { SelectField } from '../../../parts/select-field.tsx';
import { TickBox } from '../../../parts/tick-box.tsx';
import { useBridge } from '../../../state/use-application.tsx';
import { useRequest } from '../../../state/use-request.ts';
import { WrittenFiles } from '../../written-files.tsx';
import { closeOnEscape, PanelTitle } from './panel-title.tsx';
import css from './scorecard.module.css';
import type { MonthDoing } from './use-month.ts';

type Props = {
  readonly month: string;
  readonly revision: number;
  readonly doing: MonthDoing;
  readonly onClose: () => void;
};

/** The page, the exception list and the data, as files of this revision. */
export function WriteDocuments({ month, revision, doing, onClose }: Props) {
  const bridge = useBridge();
  const [written, setWritten] = useState<WrittenDocuments | null>(null);
  const [isOscal, setOscal] = useState(false);
  const settings = useRequest(useCallback(() => bridge.load_scorecard_settings({}), [bridge]));
  const [chosen, setChosen] = useState<PaperSize>();
  const paper = chosen ?? (settings.at === 'there' ? settings.value.settings.paper : undefined);
  const { progress, isBusy, run } = doing;
  const write = async () => {
    setWritten(null);
    setWritten(await run(() => bridge.write_scorecard_documents({ month, revision, paper, oscal: isOscal })));
  };
  return (
    <section className={css.panel} aria-labelledby="documents" onKeyDown={closeOnEscape(onClose)}>
      <PanelTitle id="documents">Documents of revision {revision}</PanelTitle>
      <p className="small quiet">
        The page, the rows behind each figure, the exception list, as Word and CSV, and all of it as JSON. Earlier ones
        in the folder are replaced.
      </p>
      <div className={css.paper}>
        <SelectField
          label="Paper"
          value={paper ?? 'a4'}
          options={paperSizes.map((value) => ({ value, words: paperWords[value] }))}
          onChange={(value) => setChosen(value as PaperSize)}
        />
      </div>
      <TickBox isOn={isOscal} onChange={setOscal}>
        The exceptions as an OSCAL plan of action too (poam.json); not validated against NIST’s schema
      </TickBox>
      <div className={css.buttons}>
        <button type="button" className="button primary" aria-disabled={isBusy} onClick={() => void write()}>
          Write them
        </button>
        {progress && (
          <>
            <progress aria-label="Documents written" max={Math.max(progress.total, 1)} value={progress.done} />
            <button type="button" className="button" onClick={() => void bridge.cancel_scorecard({ month })}>
              Stop
            </button>
          </>
        )}
      </div>
      <WrittenFiles written={written} onOpen={() => bridge.open_scorecard_folder({ month })} />
    </section>
  );
}
