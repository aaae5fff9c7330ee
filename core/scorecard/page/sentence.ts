import { plural } from '../../report/term-words.ts';
import { previousMonth } from '../period.ts';
import { longestSentence } from '../settings.ts';
import type { Snapshot } from '../snapshot.ts';
import { countWords, fewestToRate } from './honest-words.ts';
import { monthWords } from './month-words.ts';
import { worstTier } from './tiles/controls-tile.ts';

/** What the security lead wrote, else number, change, driver and ask of the figures: no name, no adjective without a number. */
export function writeSentence(snapshot: Snapshot): string {
  const written = snapshot.sentence?.trim().replace(/\s+/g, ' ') ?? '';
  return written === '' ? composeSentence(snapshot) : written;
}

/** What matters most stands first; what would be too long is left out from the end. */
export function composeSentence(snapshot: Snapshot): string {
  const parts = [tellControls(snapshot), tellIncidents(snapshot), tellPatching(snapshot), tellDrift(snapshot)];
  const ask = tellAsk(snapshot);
  const told: string[] = [];
  for (const part of parts.filter((one) => one !== null))
    if ([...told, part, ask].join(' ').length <= longestSentence) told.push(part);
  return [...told, ask].filter((one) => one !== '').join(' ');
}

function tellControls(snapshot: Snapshot): string | null {
  const controls = snapshot.figures.controls_health;
  if (controls === null) return 'No assets file was read.';
  const { compliant, in_scope } = controls;
  if (in_scope === 0) return 'No asset is in scope.';
  const change = in_scope < fewestToRate ? '' : changeOf(snapshot, 'controls_health_pct');
  const driver = worstTier(controls);
  return `${countWords(compliant)} of ${countWords(in_scope)} assets meet their baseline${change}${driver === null ? '' : `; ${driver}`}.`;
}

function tellIncidents({ figures: { incidents } }: Snapshot): string | null {
  if (incidents === null) return 'No incidents file was read.';
  const { p0, p1, open_at_end } = incidents;
  return `${p0} P0 and ${p1} P1, ${open_at_end.length} open.`;
}

function tellPatching(snapshot: Snapshot): string | null {
  const patching = snapshot.figures.vulnerability;
  if (patching === null || patching.cohort === 0) return null;
  const { missed, cohort } = patching;
  const change = cohort < fewestToRate ? '' : changeOf(snapshot, 'sla_missed_pct');
  return `${countWords(missed)} of ${countWords(cohort)} patching deadlines missed${change}.`;
}

function tellDrift({ figures: { drift } }: Snapshot): string | null {
  return drift === null ? null : `Open drift: ${drift.open}.`;
}

function changeOf({ figures, period }: Snapshot, key: 'controls_health_pct' | 'sla_missed_pct'): string {
  const entry = figures.trend[key];
  if (entry?.delta == null) return '';
  const [month] = monthWords(previousMonth(period.month)).split(' ');
  if (entry.delta === 0) return `, as in ${month}`;
  return `, ${Math.abs(entry.delta).toFixed(1)} points ${entry.delta > 0 ? 'more' : 'less'} than in ${month}`;
}

/** What is asked for; without asks, what the exceptions need. */
function tellAsk({ asks, figures: { exceptions } }: Snapshot): string {
  if (asks.length > 0) return `Asked: ${plural(asks.length, 'decision')}.`;
  if (exceptions === null) return '';
  const { expired_open, owner_missing } = exceptions;
  const needs = [
    expired_open.length > 0 ? `${expired_open.length} expired` : null,
    owner_missing.length > 0 ? `${owner_missing.length} without owner` : null,
  ].filter((need) => need !== null);
  return needs.length === 0 ? '' : `To decide: exceptions, ${needs.join(', ')}.`;
}
