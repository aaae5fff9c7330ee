import { roundHalfUp } from '../round.ts';
import type { Sections } from './sections.ts';
import type { Settings } from './settings.ts';
import { slaOf } from './settings.ts';

/** The figures a month is compared by, as printed. Source: spec.md D.7. */
export const trendKeys = [
  'controls_health_pct',
  'p0_count',
  'p1_count',
  'mttd_hours',
  'mttr_hours',
  'drift_open',
  'exceptions_active',
  'exceptions_expiring_30d',
  'sla_missed_pct',
] as const;
export type TrendKey = (typeof trendKeys)[number];
export type Headlines = Readonly<Record<TrendKey, number | null>>;
/** What each was counted by: where it differs between two months, their line is broken. */
export type Definitions = Readonly<Record<TrendKey, string>>;

export type TrendEntry = {
  readonly previous: number | null;
  readonly current: number | null;
  readonly delta: number | null;
  readonly direction: 'up' | 'down' | 'same' | null;
  readonly verdict: 'better' | 'worse' | 'same' | 'neutral' | null;
  /** Both months were counted by different definitions: their line is broken, and there is no change to tell. */
  readonly definition_changed?: true;
};
export type Trend = Partial<Record<TrendKey, TrendEntry>>;

export type ComparedMonth = {
  readonly period: string;
  readonly headlines: Headlines;
  readonly definitions: Partial<Definitions>;
};

/** Whether more is better; null: neither. */
const moreIsBetter: Readonly<Record<TrendKey, boolean | null>> = {
  controls_health_pct: true,
  p0_count: false,
  p1_count: false,
  mttd_hours: false,
  mttr_hours: false,
  drift_open: false,
  exceptions_active: null,
  exceptions_expiring_30d: false,
  sla_missed_pct: false,
};

export function headlinesOf({ controls_health, incidents, drift, exceptions, vulnerability }: Sections): Headlines {
  return {
    controls_health_pct: controls_health?.pct ?? null,
    p0_count: incidents?.p0 ?? null,
    p1_count: incidents?.p1 ?? null,
    mttd_hours: incidents?.mttd_hours ?? null,
    mttr_hours: incidents?.mttr_hours ?? null,
    drift_open: drift?.open ?? null,
    exceptions_active: exceptions?.active ?? null,
    exceptions_expiring_30d: exceptions?.expiring_30d_count ?? null,
    sla_missed_pct: vulnerability?.pct ?? null,
  };
}

export function definitionsOf(settings: Settings): Definitions {
  const { controls, incidents, exceptions, timezone } = settings;
  const { scope, scope_tiers, stale_after_days, exception_counts_as_compliant } = controls;
  const tiers = scope === 'all_assets' ? 'all assets' : `tier ${scope_tiers.join(' and ')}`;
  const excepted = exception_counts_as_compliant ? ', accepted exceptions count' : '';
  const { profile, days } = slaOf(settings);
  const sla = profile === 'bod_26_04' ? 'BOD 26-04' : `${days.critical}/${days.high}/${days.medium}/${days.low} days`;
  const count = `detected in the month, ${timezone}`;
  return {
    controls_health_pct: `${tiers}, checked in ${stale_after_days} days${excepted}`,
    p0_count: count,
    p1_count: count,
    mttd_hours: `${incidents.mttd_from} to ${incidents.mttd_to}`,
    mttr_hours: `${incidents.mttr_from} to ${incidents.mttr_to}`,
    drift_open: 'open at the end of the day',
    exceptions_active: 'active at the end of the day',
    exceptions_expiring_30d: `ending within ${exceptions.expiring_within_days} days`,
    sla_missed_pct: sla,
  };
}

/** By the printed values. A month without one before it has no trend. */
export function compareWith(previous: ComparedMonth | null, headlines: Headlines, definitions: Definitions): Trend {
  if (previous === null) return {};
  return Object.fromEntries(
    trendKeys.map((key) => {
      const before = previous.definitions[key];
      const changed = before !== undefined && before !== definitions[key];
      return [key, entryOf(key, previous.headlines[key], headlines[key], changed)];
    }),
  );
}

function entryOf(key: TrendKey, previous: number | null, current: number | null, changed: boolean): TrendEntry {
  const untold = { previous, current, delta: null, direction: null, verdict: null };
  if (changed) return { ...untold, definition_changed: true };
  if (previous === null || current === null) return untold;
  const delta = roundHalfUp(current - previous);
  const better = moreIsBetter[key];
  const direction = delta === 0 ? 'same' : delta > 0 ? 'up' : 'down';
  const verdict = delta === 0 ? 'same' : better === null ? 'neutral' : delta > 0 === better ? 'better' : 'worse';
  return { previous, current, delta, direction, verdict };
}
