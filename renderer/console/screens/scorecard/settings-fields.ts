import { isTimeZone } from '#core/scenario/calendar.ts';
import { type Settings, settingsSchema, slaOf } from '#core/scorecard/settings.ts';

/** Every number as it is typed. */
export const numberFields = {
  stale_after_days: 'A baseline check is stale after, days',
  expiring: 'An exception ends soon within, days',
  source_stale: 'A file is stale after, days',
  sla_critical: 'Critical, days',
  sla_high: 'High, days',
  sla_medium: 'Medium, days',
  sla_low: 'Low, days',
  controls_green: 'Controls: green from, %',
  controls_amber: 'Controls: amber from, %',
  drift_green: 'Drift: green up to, %',
  drift_amber: 'Drift: amber up to, %',
  missed_green: 'Missed: green up to, %',
  missed_amber: 'Missed: amber up to, %',
  mttd_green: 'To detect: green up to, h',
  mttd_amber: 'To detect: amber up to, h',
  mttr_green: 'To resolve: green up to, h',
  mttr_amber: 'To resolve: amber up to, h',
  p0_green: 'P0: green up to',
  p0_red: 'P0: red from',
  p1_green: 'P1: green up to',
  p1_amber: 'P1: amber up to',
} as const;
export type NumberField = keyof typeof numberFields;
/** Per cents and hours may have a decimal; days and counts have none. */
const mayHaveDecimal = /^(?:controls|drift|missed|mttd|mttr)_/;

/** Between which times of an incident hours are counted. */
export const timeFields = {
  mttd_to: { detected_at: 'it was detected', declared_at: 'it was declared' },
  mttr_from: { detected_at: 'it was detected', declared_at: 'it was declared' },
  mttr_to: { resolved_at: 'it was resolved', contained_at: 'it was contained' },
} as const;

export type SettingsTyped = Readonly<Record<NumberField, string>> &
  Pick<Settings, 'organisation' | 'tlp' | 'paper' | 'timezone'> &
  Pick<Settings['incidents'], keyof typeof timeFields> & {
    readonly scope: Settings['controls']['scope'];
    readonly counts_exceptions: boolean;
    readonly profile: ReturnType<typeof slaOf>['profile'];
    readonly people_left: string;
  };

export function typeSettings(settings: Settings): SettingsTyped {
  const { controls, incidents, exceptions, rag } = settings;
  const { profile, days } = slaOf(settings);
  const numbers: Readonly<Record<NumberField, number>> = {
    stale_after_days: controls.stale_after_days,
    expiring: exceptions.expiring_within_days,
    source_stale: settings.source_stale_after_days,
    sla_critical: days.critical,
    sla_high: days.high,
    sla_medium: days.medium,
    sla_low: days.low,
    controls_green: rag.controls_health_pct.green_min,
    controls_amber: rag.controls_health_pct.amber_min,
    drift_green: rag.drift_ratio_pct.green_max,
    drift_amber: rag.drift_ratio_pct.amber_max,
    missed_green: rag.sla_missed_pct.green_max,
    missed_amber: rag.sla_missed_pct.amber_max,
    mttd_green: rag.mttd_hours.green_max,
    mttd_amber: rag.mttd_hours.amber_max,
    mttr_green: rag.mttr_hours.green_max,
    mttr_amber: rag.mttr_hours.amber_max,
    p0_green: rag.p0_count.green_max,
    p0_red: rag.p0_count.red_min,
    p1_green: rag.p1_count.green_max,
    p1_amber: rag.p1_count.amber_max,
  };
  const typed = Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)]));
  return {
    ...(typed as Record<NumberField, string>), // one for each of them
    organisation: settings.organisation,
    tlp: settings.tlp,
    paper: settings.paper,
    timezone: settings.timezone,
    ...{ mttd_to: incidents.mttd_to, mttr_from: incidents.mttr_from, mttr_to: incidents.mttr_to },
    scope: controls.scope,
    counts_exceptions: controls.exception_counts_as_compliant,
    profile,
    people_left: settings.people_left.join('\n'),
  };
}

/** The settings that were typed, or the first thing that is wrong with them, as a sentence. */
export function readSettings(
  typed: SettingsTyped,
  before: Settings,
): { readonly settings: Settings } | { readonly wrong: string } {
  const names = Object.keys(numberFields) as NumberField[]; // its own keys
  const odd = names.find((name) => !/^\d{1,4}(?:[.,]\d)?$/.test(typed[name].trim()));
  if (odd) return { wrong: `“${numberFields[odd]}” holds “${typed[odd]}”, which is no number.` };
  const parted = names.find((name) => !mayHaveDecimal.test(name) && /[.,]/.test(typed[name]));
  if (parted) return { wrong: `“${numberFields[parted]}” holds “${typed[parted]}”: it takes a whole number.` };
  if (!isTimeZone(typed.timezone.trim()))
    return { wrong: `“${typed.timezone}” is no time zone: write one such as Europe/Berlin or UTC.` };
  const of = (name: NumberField) => Number(typed[name].trim().replace(',', '.'));
  const lowest = lowestOf(of);
  if (lowest !== null) return { wrong: lowest };
  const read = settingsSchema.safeParse(fill(typed, before, of));
  if (read.success) return { settings: read.data };
  const [issue] = read.error.issues;
  return { wrong: `${issue?.path.join(', ')}: ${issue?.message}.` };
}

function lowestOf(of: (name: NumberField) => number): string | null {
  if (of('controls_green') < of('controls_amber')) return 'Controls: green begins above amber.';
  if (of('p0_green') >= of('p0_red')) return 'P0: red begins above what is green.';
  const upwards = ['drift', 'missed', 'mttd', 'mttr', 'p1'] as const;
  const odd = upwards.find((name) => of(`${name}_green`) > of(`${name}_amber`));
  return odd ? `“${numberFields[`${odd}_green`]}” lies above what is amber.` : null;
}

function fill(typed: SettingsTyped, before: Settings, of: (name: NumberField) => number) {
  const { rag } = before;
  const upTo = (name: 'drift' | 'missed' | 'mttd' | 'mttr' | 'p1') => ({
    green_max: of(`${name}_green`),
    amber_max: of(`${name}_amber`),
  });
  const days = { critical: of('sla_critical'), high: of('sla_high'), medium: of('sla_medium'), low: of('sla_low') };
  return {
    ...before,
    organisation: typed.organisation.trim(),
    tlp: typed.tlp,
    paper: typed.paper,
    timezone: typed.timezone.trim(),
    controls: {
      ...before.controls,
      scope: typed.scope,
      stale_after_days: of('stale_after_days'),
      exception_counts_as_compliant: typed.counts_exceptions,
    },
    incidents: {
      ...before.incidents,
      ...{ mttd_to: typed.mttd_to, mttr_from: typed.mttr_from, mttr_to: typed.mttr_to },
    },
    exceptions: { expiring_within_days: of('expiring') },
    vulnerability: {
      ...before.vulnerability,
      profile: typed.profile,
      sla_days: typed.profile === 'own' ? days : undefined,
    },
    rag: {
      ...rag,
      controls_health_pct: { green_min: of('controls_green'), amber_min: of('controls_amber') },
      drift_ratio_pct: upTo('drift'),
      sla_missed_pct: upTo('missed'),
      mttd_hours: upTo('mttd'),
      mttr_hours: upTo('mttr'),
      p0_count: { green_max: of('p0_green'), red_min: of('p0_red') },
      p1_count: upTo('p1'),
    },
    source_stale_after_days: of('source_stale'),
    people_left: typed.people_left
      .split('\n')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  };
}
