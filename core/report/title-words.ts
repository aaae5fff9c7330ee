import { eventAt } from '../exercise/log.ts';
import type { ExerciseState } from '../exercise/state.ts';
import type { Facts } from './facts.ts';

/** `Q1 2026 – Quiet Export`. */
export function titleWords({ state, days }: Facts): string {
  return `${state.scenario.quarter} ${days.first.slice(0, 4)} – ${state.scenario.title}`;
}

/** UTC of the last entry: it stands for the moment of writing, so that the same record gives the same bytes on any day. */
export function settledAt({ log }: ExerciseState): string {
  return eventAt(log, log.length)?.t ?? '1980-01-01T00:00:00Z';
}
