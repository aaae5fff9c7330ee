import { addDays } from '../../local-time.ts';
import { remember } from '../../remember.ts';
import type { Finding } from '../files/file-kinds.ts';
import { type Settings, slaOf } from '../settings.ts';

const dayAfter = remember((days: number) => remember((day: string) => addDays(day, days)));

/** null: with the next system upgrade, so on no day. */
export type DueDay = (finding: Finding) => string | null;

/** `due_on`, else discovery and the days of the profile; an earlier KEV day wins. Source: spec.md D.6. */
export function dueDays(settings: Settings): DueDay {
  const { profile, days } = slaOf(settings);
  const daysFor = profile === 'bod_26_04' ? daysByFacts : ({ severity }: Finding) => days[severity];
  return (finding) => {
    const allowed = daysFor(finding);
    const due = finding.due_on ?? (allowed === null ? null : dayAfter(allowed)(finding.discovered_on));
    const { kev_due_on } = finding;
    return kev_due_on !== null && (due === null || kev_due_on < due) ? kev_due_on : due;
  };
}

/** An unknown fact counts as the worse one. Source: CERT/CC decision table cisa_bod_26_04_1_0_0; spec.md D.6. */
export function daysByFacts(
  finding: Pick<Finding, 'kev' | 'kev_due_on' | 'internet_facing' | 'automatable' | 'technical_impact'>,
): number | null {
  const isExposed = finding.internet_facing !== false;
  const isAutomatable = finding.automatable !== false;
  const isTotal = finding.technical_impact !== 'partial';
  return isKev(finding)
    ? daysInKev(isExposed, isAutomatable, isTotal)
    : daysOutsideKev(isExposed, isAutomatable, isTotal);
}

function daysInKev(isExposed: boolean, isAutomatable: boolean, isTotal: boolean): number {
  if (isTotal) return isExposed || isAutomatable ? 3 : 14;
  return isExposed && isAutomatable ? 3 : 14;
}

function daysOutsideKev(isExposed: boolean, isAutomatable: boolean, isTotal: boolean): number | null {
  if (isExposed && isAutomatable) return isTotal ? 3 : 14;
  if (isExposed) return isTotal ? 14 : 60;
  return isAutomatable ? 60 : null;
}

/** Listed as exploited: said by its column, or by a day of its own. */
export function isKev({ kev, kev_due_on }: Pick<Finding, 'kev' | 'kev_due_on'>): boolean {
  return kev === true || kev_due_on !== null;
}
