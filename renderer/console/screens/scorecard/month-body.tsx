import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { MonthShown } from '#contract/scorecard.ts';
import { type Question, tileOf } from '#core/scorecard/views/question.ts';
import { AsksShown } from './asks.tsx';
import { Footnotes, UrgentExceptions } from './below.tsx';
import { CaveatsShown } from './caveats.tsx';
import { DrillDown } from './drill-down.tsx';
import { Revisions } from './page-states.tsx';
import css from './scorecard.module.css';
import { Tiles } from './tiles.tsx';

/** Which rows somebody asked for, and how to ask for others. */
export type RowsAsked = {
  readonly question: Question | null;
  readonly ask: (question: Question | null) => void;
  /** From elsewhere on the page: the keyboard goes there. */
  readonly see: (question: Question) => void;
};

export function useRowsAsked(onAsk: () => void): RowsAsked {
  const [question, setQuestion] = useState<Question | null>(null);
  const ask = (next: Question | null) => {
    onAsk();
    setQuestion(next);
  };
  const see = (next: Question) => {
    flushSync(() => ask(next));
    document.getElementById('rows-title')?.focus();
  };
  return { question, ask, see };
}

type Props = {
  readonly month: string;
  readonly shown: MonthShown;
  readonly revision: number | null;
  readonly rows: RowsAsked;
};

/** The page as its readers see it, every number of which leads to its rows. */
export function MonthBody({ month, shown, revision, rows }: Props) {
  const { view, line, draft } = shown;
  const { question, ask, see } = rows;
  const open = question && view.tiles.find(({ tile }) => tile === tileOf(question));
  const tile = open?.tile ?? null;
  useEffect(() => {
    if (tile !== null) document.getElementById('rows-title')?.focus({ preventScroll: true });
  }, [tile]);
  function close() {
    if (open) document.getElementById(`tile-${open.tile}`)?.focus();
    ask(null);
  }
  return (
    <>
      {draft === null && <AsksShown view={view} />}
      <div className={css.figures}>
        <Tiles tiles={view.tiles} open={open?.tile ?? null} onAsk={ask} />
        {open && question && (
          <DrillDown
            key={`${open.tile} ${stampOf(view)}`}
            {...{ month, revision, question }}
            tile={open}
            onAsk={ask}
            onClose={close}
          />
        )}
      </div>
      <p className={css.trend}>
        <a className="link" href="#/trend">
          Trend over twelve months
        </a>
      </p>
      {view.urgent && <UrgentExceptions urgent={view.urgent} onAll={() => see('exceptions.listed')} />}
      {draft === null && <CaveatsShown view={view} onSee={(place) => 'question' in place && see(place.question)} />}
      <Revisions line={line} shown={view.revision} />
      <Footnotes view={view} onAsk={see} />
    </>
  );
}

/** Another one where the rows may be others. */
function stampOf({ sources, period, settingsVersion }: MonthShown['view']): string {
  return [period.as_of, settingsVersion, ...sources.map(({ sha256 }) => sha256)].join(' ');
}
