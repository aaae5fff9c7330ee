import { useCallback, useMemo, useState } from 'react';
import type { WrittenDocuments } from '#contract/console-answers.ts';
import type { TrendShown } from '#contract/trend.ts';
import type { Outcome } from '#core/outcome.ts';
import { monthWords } from '#core/scorecard/page/month-words.ts';
import { drawTrend } from '#core/scorecard/trend-lines.ts';
import { PageHead } from '../../../parts/page-head.tsx';
import { Notice, ProblemNotice } from '../../../parts/problem-notice.tsx';
import { useBridge } from '../../../state/use-application.tsx';
import { unreachable, useRequest } from '../../../state/use-request.ts';
import { Frame } from '../../frame.tsx';
import { NotThere } from '../../not-there.tsx';
import { WrittenFiles } from '../../written-files.tsx';
import css from './trend.module.css';
import { TrendFigure } from './trend-figure.tsx';

/** Nine figures over the twelve months that were published last. */
export function Trend() {
  const bridge = useBridge();
  const asked = useRequest(useCallback(() => bridge.load_trend({}), [bridge]));
  return (
    <Frame at="scorecard">
      <NotThere asked={asked} loading="Reading the months…" label="Scorecard" title="Trend" />
      {asked.at === 'there' && <Loaded {...asked.value} />}
    </Frame>
  );
}

const failed = (): Outcome<never> => ({ ok: false, problem: unreachable });

function Loaded({ months, notices }: TrendShown) {
  const bridge = useBridge();
  const lines = useMemo(() => drawTrend(months), [months]);
  const [outcome, setOutcome] = useState<Outcome<WrittenDocuments> | null>(null);
  const write = async () => setOutcome(await bridge.write_trend({}).catch(failed));
  const points = lines[0]?.points ?? [];
  const [first, last] = [points[0], points.at(-1)];
  return (
    <>
      <PageHead
        label={first && last ? `As published, ${monthWords(first.month)} to ${monthWords(last.month)}` : 'Scorecard'}
        title="Trend"
        takesFocus
      >
        {lines.length > 0 && (
          <button type="button" className="button" onClick={() => void write()}>
            Write CSV
          </button>
        )}
        <a className="button plain" href="#/scorecard">
          Scorecard
        </a>
      </PageHead>
      {notices.map((notice) => (
        <Notice key={notice}>{notice}</Notice>
      ))}
      {outcome?.ok === false && <ProblemNotice problem={outcome.problem} takesFocus />}
      <WrittenFiles
        written={outcome?.ok ? outcome.value : null}
        onOpen={() => bridge.open_trend_folder({}).catch(failed)}
      />
      {lines.length === 0 ? (
        <p className={css.empty}>
          No month was published yet. Once one is in the Scorecard, its figures stand here, and each later month beside
          it.
        </p>
      ) : (
        <>
          <Legend />
          <div className={css.figures}>
            {lines.map((line) => (
              <TrendFigure key={line.key} line={line} />
            ))}
          </div>
        </>
      )}
    </>
  );
}

function Legend() {
  return (
    <p className={`small quiet ${css.legend}`}>
      A line ends where a month is missing or has no figure. An upright bar marks from where a figure was counted
      otherwise. Dashes are the mean of three months, of rates only. Rates of fewer than five values are held back: how
      many there were stands in their place.
    </p>
  );
}
