import css from './line-figure.module.css';

export type LinePoint = {
  /** null: no figure, so no line. */
  readonly value: number | null;
  /** Counted otherwise than before: the line breaks, and a mark says so. */
  readonly isBreak: boolean;
};

type Props = {
  readonly points: readonly LinePoint[];
  /** A second, quieter line, such as a mean. */
  readonly second?: readonly (number | null)[];
  /** Of one point, from its left edge to the next. */
  readonly slot: number;
  readonly height: number;
  /** The top of the scale; it begins at nought. */
  readonly most: number;
};

const edge = 5;

/** Values over time: a gap where one is missing, a break with a mark where it was counted otherwise. The numbers stand beside it. */
export function LineFigure({ points, second = [], slot, height, most }: Props) {
  const width = slot * points.length;
  const x = (at: number) => round(slot * (at + 0.5));
  const y = (value: number) => round(height - edge - (value / Math.max(most, 1)) * (height - 2 * edge));
  const last = points.findLastIndex(({ value }) => value !== null);
  const values = points.map(({ value }) => value);
  const breaks = points.flatMap(({ isBreak }, at) => (isBreak ? [at] : []));
  return (
    <svg
      className={css.figure}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      focusable="false"
    >
      <path className={css.ground} d={`M0 ${y(0)}H${width}`} />
      {breaks.map((at) => (
        <path key={at} className={css.break} d={`M${slot * at} 0V${height}m-3 0h6m-6 ${-height}h6`} />
      ))}
      <path className={css.second} d={drawRuns(second, breaks, x, y)} />
      <path className={css.line} d={drawRuns(values, breaks, x, y)} />
      {values.map((value, at) =>
        value === null || at === last ? null : (
          <circle key={`${x(at)}`} className={css.point} cx={x(at)} cy={y(value)} r="1.75" />
        ),
      )}
      {last >= 0 && (
        <rect className={css.point} x={x(last) - 3} y={y(values[last] ?? 0) - 3} width="6" height="6" rx="1" />
      )}
    </svg>
  );
}

/** A run of values without a gap or a break is one stroke. */
function drawRuns(
  values: readonly (number | null)[],
  breaks: readonly number[],
  x: (at: number) => number,
  y: (value: number) => number,
): string {
  return values
    .map((value, at) => {
      if (value === null) return '';
      const isBegun = at > 0 && (values[at - 1] ?? null) !== null && !breaks.includes(at);
      return `${isBegun ? 'L' : 'M'}${x(at)} ${y(value)}`;
    })
    .join('');
}

const round = (value: number) => Math.round(value * 10) / 10;
