import { placesOf, type Series } from '#core/scenario/read-series.ts';
import { keyed } from './blocks.tsx';
import classes from './screen.module.css';

const [width, left, right, top, floor] = [1600, 40, 1330, 56, 196];

/** How a figure went, its values written in. Shows and never concludes; the row below says the same in words, so nobody hears it twice. */
export function Chart({ series }: { series: Series }) {
  const { points, unit } = series;
  const highest = Math.max(...points.map(({ value }) => value), Number.MIN_VALUE);
  const drawn = placesOf(series).map((place, at) => {
    const { value = 0, figure = '', label = null } = points[at] ?? {};
    return { x: left + place * (right - left), y: floor - (value / highest) * (floor - top), figure, label };
  });
  const last = drawn.length - 1;
  return (
    <div className={classes.chart} data-chart>
      <svg viewBox={`0 0 ${width} 246`} aria-hidden="true">
        <path d={`M${left} ${floor}H${right}`} stroke="currentColor" strokeWidth="3" />
        <polyline points={drawn.map(({ x, y }) => `${x},${y}`).join(' ')} />
        {keyed(drawn).map(({ key, value: { x, y, figure, label } }) => {
          const isLast = Number(key) === last;
          const anchor = key === '0' ? 'start' : isLast ? 'end' : 'middle';
          return (
            <g key={key}>
              <circle cx={x} cy={y} r="11" />
              <text
                x={isLast ? x + 34 : x}
                y={isLast ? y + 24 : y - 24}
                textAnchor={isLast ? 'start' : anchor}
                data-last={isLast || undefined}
              >
                {figure}
                {isLast && unit}
              </text>
              {label !== null && (
                <text x={x} y={floor + 46} textAnchor={anchor} data-label>
                  {label}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
