import { Temporal } from 'temporal-polyfill';
import type { LegalClock } from '../../clocks/legal-clock.ts';
import { findLegalClock } from '../../clocks/legal-clocks.ts';
import { listClocks, listClockTriggers } from '../../scenario/find-clock.ts';
import { netMinutesBetween, storylineTimeAt } from '../clock.ts';
import { hasClockBegun } from '../has-clock-begun.ts';
import { measureClocks } from '../metrics/clock-recognition.ts';
import { type ExerciseState, findFirst, listStandingOf } from '../state.ts';

/** A legal clock somebody recognised and nobody has filed yet. */
export type RunningClock = {
  readonly clock: string;
  readonly name: string;
  readonly by: string | null;
  /** Storyline minutes left; null where the law gives no number of hours. */
  readonly leftMinutes: number | null;
  readonly deadline: string | null;
  /** 0 to 1 of the time allowed. */
  readonly used: number | null;
  readonly sinceMinutes: number;
};

export function listRunningClocks(state: ExerciseState, nowM: number): readonly RunningClock[] {
  const entries = listStandingOf(state, 'clock_recognised');
  return measureClocks(state)
    .filter(({ status }) => status === 'recognised')
    .flatMap(({ clock, inject, by }) => {
      const recognised = entries.find(({ data }) => data.clock === clock);
      if (!recognised) return [];
      const awareM = Math.min(startOf(state, clock, inject) ?? recognised.m, recognised.m);
      const sinceMinutes = Math.floor(netMinutesBetween(state, recognised.m, nowM));
      return [{ clock, name: nameOfClock(clock), by, sinceMinutes, ...deadlineOf(state, clock, awareM, nowM) }];
    });
}

/** Hours and calendar days run in storyline time from what made the organisation aware. */
function deadlineOf(state: ExerciseState, clock: string, awareM: number, nowM: number) {
  const law = findLegalClock(clock);
  const hours = hoursAllowed(law);
  if (hours === null) return { leftMinutes: null, deadline: null, used: null };
  const allowed = hours * 60;
  const deadline = Temporal.PlainDateTime.from(storylineTimeAt(state, awareM)).add({ hours });
  const left = Temporal.PlainDateTime.from(storylineTimeAt(state, nowM)).until(deadline).total('minutes');
  const used = Math.min(1, Math.max(0, 1 - left / allowed));
  return { leftMinutes: Math.floor(left), deadline: deadline.toString().slice(0, 16), used };
}

/** null where the law says no number, or counts days on which an office is open. */
function hoursAllowed(law: LegalClock | undefined): number | null {
  if (!law || law.offset === null) return null;
  if (law.unit === 'calendar_days') return law.offset * 24;
  return law.unit === 'hours' ? law.offset : null;
}

function startOf(state: ExerciseState, clock: string, inject: string | null): number | undefined {
  const trigger = listClockTriggers(state.scenario, clock).find((candidate) => candidate.inject === inject);
  if (trigger?.decision) return findFirst(state, `made:${trigger.decision}`)?.m;
  return inject === null ? undefined : findFirst(state, `released:${inject}`)?.m;
}

export function nameOfClock(clock: string): string {
  return findLegalClock(clock)?.name ?? clock;
}

export type ClockChoice = { readonly id: string; readonly name: string; readonly hasBegun: boolean };

/** Every clock of the script, by name, for choosing one. */
export function listClockChoices(state: ExerciseState): readonly ClockChoice[] {
  return listClocks(state.scenario).map((id) => ({ id, name: nameOfClock(id), hasBegun: hasClockBegun(state, id) }));
}
