import { describePeriod } from '#core/scorecard/period.ts';
import { type Settings, usualSettings } from '#core/scorecard/settings.ts';
import type { PastMonth, Snapshot } from '#core/scorecard/snapshot.ts';
import { definitionsOf, type Headlines } from '#core/scorecard/trend.ts';
import type { TrendMonth } from '#core/scorecard/trend-lines.ts';
import { october } from './scorecard-month.ts';

const nothing: Headlines = {
  ...{ controls_health_pct: null, p0_count: null, p1_count: null, mttd_hours: null, mttr_hours: null },
  ...{ drift_open: null, exceptions_active: null, exceptions_expiring_30d: null, sla_missed_pct: null },
};

export const pastMonth = (
  period: string,
  figures: Partial<Headlines>,
  settings: Settings = usualSettings,
): PastMonth => ({
  ...{ period, headlines: { ...nothing, ...figures }, definitions: definitionsOf(settings) },
});

export const trendMonth = (
  period: string,
  figures: Partial<Headlines>,
  { n = {}, settings = usualSettings }: { readonly n?: TrendMonth['n']; readonly settings?: Settings } = {},
): TrendMonth => ({ ...pastMonth(period, figures, settings), n });

/** A published scorecard of the acceptance data, as if it were of this month. */
export function publishedMonth(month: string, revision = 1, previous: readonly PastMonth[] = []): Snapshot {
  return october({
    ...{ period: describePeriod(month, 'UTC'), previous, revision },
    ...{ reason: revision === 1 ? null : 'A file was late' },
    ...{ publishedAt: '2026-11-02T08:00:00.000Z', publishedBy: 'Sam Reyes' },
  }).snapshot;
}
