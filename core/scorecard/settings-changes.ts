import { type Settings, slaOf } from './settings.ts';

/** Every setting that decides a figure, its rating or who reads the page, in words; `is` gives it as people write it. */
const told: readonly (readonly [name: string, is: (settings: Settings) => string])[] = [
  ['time zone', ({ timezone }) => timezone],
  ['TLP', ({ tlp }) => tlp],
  ['scope of controls', ({ controls }) => (controls.scope === 'all_assets' ? 'every active asset' : 'tiers')],
  ['tiers in scope', ({ controls }) => controls.scope_tiers.join(' and ')],
  ['a check counts for days', ({ controls }) => String(controls.stale_after_days)],
  ['an excepted asset counts as compliant', ({ controls }) => yesNo(controls.exception_counts_as_compliant)],
  ['time to detect', ({ incidents }) => `${plain(incidents.mttd_from)} to ${plain(incidents.mttd_to)}`],
  ['time to resolve', ({ incidents }) => `${plain(incidents.mttr_from)} to ${plain(incidents.mttr_to)}`],
  ['an exception ends soon within days', ({ exceptions }) => String(exceptions.expiring_within_days)],
  ['patching profile', (settings) => slaOf(settings).profile],
  ['days to patch', (settings) => daysOf(slaOf(settings).days)],
  ['green and amber of controls', ({ rag }) => pair(rag.controls_health_pct)],
  ['green and red of P0', ({ rag }) => pair(rag.p0_count)],
  ['green and amber of P1', ({ rag }) => pair(rag.p1_count)],
  ['green and amber of time to detect', ({ rag }) => pair(rag.mttd_hours)],
  ['green and amber of time to resolve', ({ rag }) => pair(rag.mttr_hours)],
  ['green and amber of drift', ({ rag }) => pair(rag.drift_ratio_pct)],
  ['green and amber of deadlines missed', ({ rag }) => pair(rag.sla_missed_pct)],
  ['a file is stale after days', (settings) => String(settings.source_stale_after_days)],
  ['people who left', ({ people_left }) => people_left.join(', ') || 'nobody'],
];

/** What changed from one to the other: `days to patch from 14, 30, 90, 180 to 7, 30, 90, 180`. */
export function tellChanges(before: Settings, after: Settings): readonly string[] {
  return told.flatMap(([name, is]) => {
    const [was, now] = [is(before), is(after)];
    return was === now ? [] : [`${name} from ${was} to ${now}`];
  });
}

const yesNo = (is: boolean) => (is ? 'yes' : 'no');
const plain = (field: string) => field.replace(/_at$/, '');
const pair = (limits: Readonly<Record<string, number>>) => Object.values(limits).join(' and ');
const daysOf = ({ critical, high, medium, low }: ReturnType<typeof slaOf>['days']) =>
  [critical, high, medium, low].join(', ');
