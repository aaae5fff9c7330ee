import { writeDeadline } from '../../clocks/clock-words.ts';
import { netMinutesBetween } from '../clock.ts';
import { type ClockRecord, type ClockStatus, listClockRecords, storyMinuteAt } from '../clock-records.ts';
import { timeLeft } from '../clock-time-left.ts';
import type { ExerciseState } from '../state.ts';

export type ClockMeasure = {
  readonly clock: string;
  readonly status: ClockStatus;
  /** Net minutes from what started the clock to its recognition, unrounded. */
  readonly minutes: number | null;
  /** As `muster clock` prints it; null where the law gives no number. */
  readonly deadline: string | null;
  /** Storyline minutes of the time allowed, at the filing, else at the end. */
  readonly usedMinutes: number | null;
  readonly leftMinutes: number | null;
  /** Why there is no figure although the clock was recognised. */
  readonly note: string | null;
};

/** Source: spec.md B.7, "Clock recognition". */
export function measureClocks(state: ExerciseState, endM: number): readonly ClockMeasure[] {
  return listClockRecords(state).map((record) => measureClock(state, record, endM));
}

function measureClock(state: ExerciseState, record: ClockRecord, endM: number): ClockMeasure {
  const { clock, status, start, recognised, filed, deadline, span } = record;
  const time = status === 'not_applicable' ? null : span && timeLeft(span, storyMinuteAt(state, filed?.m ?? endM));
  const isEarly = recognised !== null && start !== null && recognised.m < start.m;
  const isMeasured = recognised !== null && start !== null && !isEarly;
  return {
    clock,
    status,
    minutes: isMeasured ? netMinutesBetween(state, start.m, recognised.m) : null,
    deadline: time && deadline?.ok ? writeDeadline(deadline.value) : null,
    usedMinutes: time?.usedMinutes ?? null,
    leftMinutes: time?.leftMinutes ?? null,
    note: isEarly ? `${clock}: it was recognised before it had started` : null,
  };
}
