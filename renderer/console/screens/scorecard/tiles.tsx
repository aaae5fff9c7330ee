import type { Run, Tile, Words } from '#core/report/document.ts';
import type { ShownTile } from '#core/scorecard/views/month-view.ts';
import type { Question, TileName } from '#core/scorecard/views/question.ts';
import { Light } from '../../../parts/light.tsx';
import { LineFigure } from '../../../parts/line-figure.tsx';
import css from './scorecard.module.css';

type Props = {
  readonly tiles: readonly ShownTile[];
  readonly open: TileName | null;
  readonly onAsk: (question: Question | null) => void;
};

/** Five figures; pressed, a tile shows the rows it comes from. */
export function Tiles({ tiles, open, onAsk }: Props) {
  return (
    <ul className={css.tiles} aria-label="Figures of the month">
      {tiles.map(({ tile, words, numbers }) => {
        const [first] = numbers;
        const isOpen = tile === open;
        return (
          <li key={tile} className={isOpen ? css.openTile : undefined}>
            <button
              type="button"
              id={`tile-${tile}`}
              className={css.tile}
              aria-expanded={isOpen}
              aria-controls="rows"
              aria-disabled={first === undefined}
              onClick={() => first && onAsk(isOpen ? null : first.question)}
            >
              <TileFace words={words} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function TileFace({ words }: { readonly words: Tile }) {
  const { name, headline, isStale, state, details, change, foot, sparkline } = words;
  return (
    <>
      <span className="label">{name}</span>
      <span className={`${css.headline} ${isStale ? css.stale : ''}`}>{headline}</span>
      <span className={`small ${css.state}`}>
        <LitWords words={state} />
      </span>
      {details.map((detail, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
        <span key={at} className={`tiny quiet ${css.state}`}>
          <LitWords words={detail} />
        </span>
      ))}
      {change !== '' && <span className="tiny strong">{change}</span>}
      <Spark sparkline={sparkline} />
      <span className="tiny quiet">{foot}</span>
    </>
  );
}

/** Words with a letter in its shape before them: both stay on one line. */
export function LitWords({ words }: { readonly words: Words }) {
  if (typeof words === 'string') return <span>{words}</span>;
  return words.map((run, at) => {
    const before = words[at - 1];
    const key = String(at);
    if (typeof run === 'string') return <Lit key={key} light={lightOf(before)} words={run} />;
    if ('bold' in run) return <b key={key}>{run.bold} </b>;
    if ('alert' in run) return <b key={key}>{run.alert} </b>;
    const isSaid = typeof words[at + 1] === 'string';
    return 'light' in run && !isSaid ? <Light key={key} light={run.light} /> : null;
  });
}

const lightOf = (run: Run | undefined) => (typeof run === 'object' && 'light' in run ? run.light : null);

function Lit({ light, words }: { readonly light: ReturnType<typeof lightOf>; readonly words: string }) {
  if (light === null) return <span>{words}</span>;
  return (
    <span className={css.lit}>
      <Light light={light} />
      <span>{words.trim()}</span>
    </span>
  );
}

function Spark({ sparkline: { points, description } }: Pick<Tile, 'sparkline'>) {
  const most = Math.max(...points.map(({ value }) => value ?? 0));
  return (
    <span className={css.spark}>
      <LineFigure
        points={points.map(({ value, isCountedAnew }) => ({ value, isBreak: isCountedAnew }))}
        slot={10}
        height={30}
        most={most}
      />
      <span className="sr">{description}</span>
    </span>
  );
}
