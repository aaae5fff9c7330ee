import type { ExportFile } from '../actions/exports/export-file.ts';
import type { TrendKey } from './trend.ts';
import { drawTrend, isRate, type TrendMonth } from './trend-lines.ts';

export const trendNames: Readonly<Record<TrendKey, string>> = {
  controls_health_pct: 'Controls compliant',
  p0_count: 'P0 incidents',
  p1_count: 'P1 incidents',
  mttd_hours: 'Mean time to detect',
  mttr_hours: 'Mean time to resolve',
  drift_open: 'Open drift',
  exceptions_active: 'Exceptions active',
  exceptions_expiring_30d: 'Exceptions ending soon',
  sla_missed_pct: 'Patching SLAs missed',
};

export function trendUnit(key: TrendKey): '%' | 'h' | '' {
  if (key.endsWith('_pct')) return '%';
  return key.endsWith('_hours') ? 'h' : '';
}

export const trendColumns = [
  'figure',
  'month',
  'value',
  'unit',
  'n',
  'mean_3_months',
  'held_back',
  'definition_changed',
  'definition',
] as const;

/** The figures of the lines for a spreadsheet: those the page holds back too, and marked so. */
export function listTrendFile(months: readonly TrendMonth[]): ExportFile {
  const known = new Map(months.map((month) => [month.period, month]));
  const rows = drawTrend(months).flatMap(({ key, points }) =>
    points.map(({ month, n, mean3, isHeldBack, isBreak, definition }) => [
      key,
      month,
      numberCell(known.get(month)?.headlines[key]),
      trendUnit(key) || 'count',
      numberCell(n),
      isRate(key) ? numberCell(mean3) : '',
      isHeldBack ? 'yes' : 'no',
      isBreak ? 'yes' : 'no',
      definition ?? '',
    ]),
  );
  return { is: 'table', name: 'scorecard-trend.csv', header: trendColumns, rows };
}

const numberCell = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));
