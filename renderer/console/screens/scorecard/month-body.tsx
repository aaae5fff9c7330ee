import { useEffect, useState } from 'react';
import type { MonthShown } from '#contract/scorecard.ts';
import { type Question, tileOf } from '#core/scorecard/views/question.ts';
import { AsksShown } from './asks.tsx';
import { Footnotes, UrgentExceptions } from './below.tsx';
import { DrillDown } from './drill-down.tsx';
import { Revisions } from './page-states.tsx';
import css from './scorecard.module.css';
import { Tiles } from './tiles.tsx';

type Props = { readonly month: string; readonly shown: MonthShown; readonly revision: number | null };

/** The page as its readers see it, every number of which leads to its rows. */
export function MonthBody({ month, shown, revision }: Props) {
  const { view, line, draft } = shown;
  const [question, setQuestion] = useState<Question | null>(null);
  const open = question && view.tiles.find(({ tile }) => tile === tileOf(question));
  const tile = open?.tile ?? null;
  useEffect(() => {
    if (tile !== null) document.getElementById('rows-title')?.focus({ preventScroll: true });
  }, [tile]);
  function close() {
    if (open) document.getElementById(`tile-${open.tile}`)?.focus();
    setQuestion(null);
  }
  return (
    <>
      {draft === null && <AsksShown view={view} />}
      <div className={css.figures}>
        <Tiles tiles={view.tiles} open={open?.tile ?? null} onAsk={setQuestion} />
        {open && question && (
          <DrillDown
            key={`${open.tile} ${stampOf(view)}`}
            {...{ month, revision, question }}
            tile={open}
            onAsk={setQuestion}
            onClose={close}
          />
        )}
      </div>
      <p className={css.trend}>
        <a className="link" href="#/trend">
          Trend over twelve months
        </a>
      </p>
      {view.urgent && <UrgentExceptions urgent={view.urgent} onAll={() => setQuestion('exceptions.listed')} />}
      <Revisions line={line} shown={view.revision} />
      <Footnotes view={view} />
    </>
  );
}

/** Another one where the rows may be others. */
function stampOf({ sources, period, settingsVersion }: MonthShown['view']): string {
  return [period.as_of, settingsVersion, ...sources.map(({ sha256 }) => sha256)].join(' ');
}
