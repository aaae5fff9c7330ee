import { monthNames } from '#core/local-time.ts';
import { monthWords } from '#core/scorecard/page/month-words.ts';
import { isRate, type TrendLine, type TrendPoint } from '#core/scorecard/trend-lines.ts';
import { trendNames, trendUnit } from '#core/scorecard/trend-words.ts';
import { LineFigure } from '../../../parts/line-figure.tsx';
import css from './trend.module.css';

type Props = { readonly line: TrendLine };

const narrowest = 34;
const letter = 6.4;

/** One figure: how it stands, what changed, its line, and the same numbers in a table below it. */
export function TrendFigure({ line: { key, points, words } }: Props) {
  const unit = trendUnit(key);
  const cells = points.map((point) => cellOf(point, unit));
  const slot = Math.max(narrowest, ...cells.map((cell) => Math.ceil(cell.length * letter) + 2));
  const largest = Math.max(0, ...points.flatMap(({ value, mean3 }) => [value ?? 0, mean3 ?? 0]));
  const most = unit === '%' ? 100 : Math.max(1, largest);
  const isDrawn = points.some(({ value }) => value !== null);
  const name = trendNames[key];
  return (
    <section className={css.one} aria-label={name}>
      <h2 className="row-title">{name}</h2>
      <p className={css.last}>
        <Headline point={points.at(-1)} unit={unit} />
      </p>
      <p className="small">{words}</p>
      <div className={css.drawing} {...(slot > narrowest && scrolled(name))}>
        <div className={css.drawn}>
          <span className={`tiny quiet ${css.scale}`} aria-hidden="true">
            {isDrawn && <span>{most}</span>}
            {isDrawn && <span>0</span>}
          </span>
          <LineFigure points={points} second={points.map(({ mean3 }) => mean3)} slot={slot} height={72} most={most} />
        </div>
        <Numbers {...{ name, points, cells, slot, unit }} isRate={isRate(key)} />
      </div>
      <Definitions points={points} />
    </section>
  );
}

/** Long numbers need more room than there is: then it is scrolled, by keyboard too. */
const scrolled = (name: string) => ({
  ...{ role: 'group', 'aria-label': `${name}, drawn and in numbers`, tabIndex: 0 },
  style: { overflowX: 'auto' as const },
});

function Headline({ point, unit }: { readonly point: TrendPoint | undefined; readonly unit: string }) {
  if (point === undefined || (point.value === null && !point.isHeldBack)) return <>Not measured</>;
  if (point.isHeldBack) return <>n = {point.n}</>;
  return (
    <>
      {numberWords(point.value, unit)}
      {unit && ` ${unit}`}
      {point.n !== null && <span className="small quiet"> n = {point.n}</span>}
    </>
  );
}

type NumbersProps = {
  readonly name: string;
  readonly points: readonly TrendPoint[];
  readonly cells: readonly string[];
  readonly slot: number;
  readonly unit: string;
  readonly isRate: boolean;
};

function Numbers({ name, points, cells, slot, unit, isRate: hasMean }: NumbersProps) {
  const head = { '%': 'Per cent', h: 'Hours' }[unit] ?? 'Count';
  return (
    <table className={css.numbers}>
      <caption className="sr">{name} by month</caption>
      <thead>
        <tr>
          <td />
          {points.map(({ month }, at) => (
            <th key={month} scope="col" style={{ width: slot }}>
              <abbr title={monthWords(month)}>{monthNames[Number(month.slice(5)) - 1]?.slice(0, 3)}</abbr>
              <span className={css.year}>{at === 0 || month.endsWith('-01') ? month.slice(0, 4) : ''}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{head}</th>
          {points.map(({ month, isBreak }, at) => (
            <td key={month} className={isBreak ? css.anew : undefined}>
              {cells[at]}
              {isBreak && <span className="sr"> counted otherwise from here</span>}
            </td>
          ))}
        </tr>
        {hasMean && (
          <tr className="quiet">
            <th scope="row">Mean of 3</th>
            {points.map(({ month, mean3 }) => (
              <td key={month}>{numberWords(mean3, unit)}</td>
            ))}
          </tr>
        )}
      </tbody>
    </table>
  );
}

function cellOf({ value, n, isHeldBack }: TrendPoint, unit: string): string {
  return isHeldBack ? `n ${n}` : numberWords(value, unit);
}

/** Rates with their one decimal, as they are printed. */
function numberWords(value: number | null, unit: string): string {
  if (value === null) return '–';
  return unit === '' ? String(value) : value.toFixed(1);
}

/** What it was counted by, and since when. */
function Definitions({ points }: { readonly points: readonly TrendPoint[] }) {
  const first = points.find(({ definition }) => definition !== null);
  const told = points.filter((point) => point === first || point.isBreak);
  return (
    <p className="tiny quiet">
      {told.map(({ month, definition, isBreak }) => (
        <span key={month}>{isBreak ? ` From ${monthWords(month)}: ${definition}.` : `Counted: ${definition}.`}</span>
      ))}
    </p>
  );
}
