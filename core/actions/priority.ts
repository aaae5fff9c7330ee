import { severityNames } from '../report/term-words.ts';
import { type GapSeverity, gapSeverities } from '../scenario/vocabulary.ts';
import type { RegisteredAction } from './registered-action.ts';

/** Heaviest first; last what has none. */
export const severities: readonly string[] = [...gapSeverities, ''];

export function severityOf({ severity }: Pick<RegisteredAction, 'severity'>): GapSeverity | null {
  return gapSeverities.find((known) => known === severity) ?? null;
}

/** From gap severity; empty where the gap has none. */
export function priorityOf(action: Pick<RegisteredAction, 'severity'>): string {
  const severity = severityOf(action);
  return severity === null ? '' : severityNames[severity];
}
