import { percentOf } from '../../round.ts';
import type { Sections } from '../sections.ts';
import type { Settings } from '../settings.ts';

export const ratings = ['green', 'amber', 'red'] as const;
export type Rating = (typeof ratings)[number] | null;

/** Green, amber or red by the thresholds, of unrounded values; null where there is nothing to rate. Source: spec.md D.7. */
export function rateFigures(sections: Sections, { rag }: Settings) {
  const { controls_health: controls, incidents, drift, exceptions, vulnerability } = sections;
  return {
    controls_health:
      controls === null ? null : rateHigh(percentOf(controls.compliant, controls.in_scope), rag.controls_health_pct),
    p0: incidents === null ? null : rateP0(incidents.p0, rag.p0_count),
    p1: incidents === null ? null : rateLow(incidents.p1, rag.p1_count),
    mttd: incidents === null ? null : rateLow(incidents.mttd_hours, rag.mttd_hours),
    mttr: incidents === null ? null : rateLow(incidents.mttr_hours, rag.mttr_hours),
    drift: drift === null ? null : rateLow(percentOf(drift.open, drift.active_assets), rag.drift_ratio_pct),
    exceptions: exceptions === null ? null : rateExceptions(exceptions),
    vulnerability:
      vulnerability === null
        ? null
        : rateLow(percentOf(vulnerability.missed, vulnerability.cohort), rag.sla_missed_pct),
  };
}

function rateHigh(value: number | null, limits: { readonly green_min: number; readonly amber_min: number }): Rating {
  if (value === null) return null;
  if (value >= limits.green_min) return 'green';
  return value >= limits.amber_min ? 'amber' : 'red';
}

function rateLow(value: number | null, limits: { readonly green_max: number; readonly amber_max: number }): Rating {
  if (value === null) return null;
  if (value <= limits.green_max) return 'green';
  return value <= limits.amber_max ? 'amber' : 'red';
}

function rateP0(value: number, { green_max, red_min }: Settings['rag']['p0_count']): Rating {
  if (value >= red_min) return 'red';
  return value <= green_max ? 'green' : 'amber';
}

function rateExceptions(exceptions: NonNullable<Sections['exceptions']>): Rating {
  if (exceptions.red_flagged.length > 0) return 'red';
  return exceptions.expiring_30d_count > 0 ? 'amber' : 'green';
}
